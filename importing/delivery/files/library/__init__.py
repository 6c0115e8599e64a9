"""Files as libraries deliver them: ALTO for the words of a page, METS for what belongs together."""
