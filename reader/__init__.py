"""Read the raw text of one newspaper page into articles, photos, people, events and findings.

Pure Python: no Django, no database, no clock. What is known beforehand is passed in as a
``PageContext``."""

from reader.as_json import as_json
from reader.read import read_page
from reader.results import PageContext, PageError, ReadPage

__all__ = ["PageContext", "PageError", "ReadPage", "as_json", "read_page"]
