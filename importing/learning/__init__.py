"""Learning names from the archive: the lessons, the model, its evaluation, its file."""
