"""Days and partial dates as editors type them into forms."""
