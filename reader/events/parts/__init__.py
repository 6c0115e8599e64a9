"""Who takes part in an event, and in which role."""
