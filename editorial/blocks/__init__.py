"""The layout of a page: which words are a block, in which article, in which order."""
