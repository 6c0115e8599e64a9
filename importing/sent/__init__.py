"""Files that came from a browser: kept for a day, looked at, loaded."""
