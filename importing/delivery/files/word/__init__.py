"""Word files (docx): the words of their final view, with the numbers that Word itself writes."""
