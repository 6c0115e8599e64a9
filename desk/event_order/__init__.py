"""The printed order of those who took part in an event."""
