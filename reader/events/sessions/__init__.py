"""Sessions that several groups of one congress hold in the same half-day, each an event."""
