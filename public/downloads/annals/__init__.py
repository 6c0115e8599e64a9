"""The chronicle of a congress or of a period as a file: one list of entries, four forms."""
