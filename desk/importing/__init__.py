"""From delivered files to records: decode, read, match, store, join; one transaction a page."""

from desk.importing.loading import load_page
from desk.importing.refusal import ImportRefused

__all__ = ["ImportRefused", "load_page"]
