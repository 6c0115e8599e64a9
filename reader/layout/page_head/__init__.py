"""The head of a page, and the lines that are the page's own."""
