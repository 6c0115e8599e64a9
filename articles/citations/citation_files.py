"""The table of the forms in which references leave as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from articles.citations.cited_article import CitedArticle
from articles.citations.exchange_formats import bibtex, csl_json, ris

Writer = Callable[[Iterable[CitedArticle]], Iterator[str]]


@dataclass(frozen=True, slots=True)
class CitationFile:
    """A form: its name, its media type, and what writes articles in it."""

    name: str
    media_type: str
    write: Writer


# By the ending of the file's name.
CITATION_FILES = {
    "bib": CitationFile("BibTeX", "application/x-bibtex", bibtex),
    "ris": CitationFile("RIS", "application/x-research-info-systems", ris),
    "json": CitationFile(
        "CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json
    ),
}
