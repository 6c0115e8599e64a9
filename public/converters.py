"""The date, the edition, the page label and the name of a picture's size in an address."""

from __future__ import annotations

import datetime as dt

from articles.citations.citation_files import CITATION_FILES
from articles.renditions import WIDTHS


class DateConverter:
    """An ISO date, 2021-09-28; a day the calendar lacks is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> dt.date:
        return dt.date.fromisoformat(value)

    def to_url(self, value: dt.date) -> str:
        return value.isoformat()


class EditionConverter:
    """The word of an edition behind a date, 2021-09-28-extra; "" for the ordinary one, behind whose
    date stands nothing.
    """

    regex = r"(?:-[a-z0-9]+)*"

    def to_python(self, value: str) -> str:
        return value.removeprefix("-")

    def to_url(self, value: str) -> str:
        return f"-{value}" if value else ""


class LabelConverter:
    """A page label as printed, without the control characters that no database column takes."""

    regex = r"[^/\x00-\x1f]{1,20}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class WordConverter:
    """One of some words, as it stands."""

    regex: str

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class SizeConverter(WordConverter):
    """A size that pictures come in: card, article, full."""

    regex = "|".join(WIDTHS)


class CitationConverter(WordConverter):
    """A form of references: bib, ris, json."""

    regex = "|".join(CITATION_FILES)


class AnnalsConverter(WordConverter):
    """A form of a chronicle: docx, md, csv, json."""

    regex = "docx|md|csv|json"
