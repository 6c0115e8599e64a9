"""A run of characters weighed: by its form, the segmenter's cuts and the words around it."""
