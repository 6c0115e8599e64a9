"""People who may be one, and one who may be two."""
