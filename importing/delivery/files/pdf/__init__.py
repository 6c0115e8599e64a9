"""PDF files: the pages in them, the text of each in reading order, the photos on it."""
