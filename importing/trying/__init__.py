"""Rules tried on what is on record before they hold."""
