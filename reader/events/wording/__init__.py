"""What events are called."""
