"""Who was there: people by sessions, and with each other."""
