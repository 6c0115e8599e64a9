"""What arrives: files sent from a browser, and lists of people."""
