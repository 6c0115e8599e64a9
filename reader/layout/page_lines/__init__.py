"""The logical lines of a page, whatever column they were set in."""
