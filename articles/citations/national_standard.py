"""References after GB/T 7714, in the edition that holds and in the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.citations.cited_article import CitedArticle

AUTHORS_NAMED = 3
PRINTED = "[N]"
ONLINE = "[N/OL]"


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of the standard, and the marks in which it differs from the others.

    GB/T 7714-2025, 7: full stop and square brackets are half-width, all other marks full-width.
    GB/T 7714-2015, 7: all are half-width, a space behind."""

    name: str
    comma: str
    brackets: tuple[str, str]

    def printed(self, article: CitedArticle) -> str:
        """Return the reference to what was printed: authors. title[N]. newspaper, day(page); an
        edition beside the ordinary one stands in brackets behind the newspaper.
        """
        return f"{self._lead(article, PRINTED)}{self._origin(article)}."

    def online(self, article: CitedArticle) -> str:
        """Return the reference to what stands online, with the day on which it was seen and the
        address.
        """
        lead = self._lead(article, ONLINE)
        seen = f"[{article.seen_on.isoformat()}]"
        return f"{lead}{self._origin(article)}{seen}. {article.address}."

    def _lead(self, article: CitedArticle, mark: str) -> str:
        """Return authors and title; without authors the title leads (8.1.4)."""
        title = f"{article.title}{mark}. "
        authors = self._authors(article.authors)
        return f"{authors}. {title}" if authors else title

    def _authors(self, names: Sequence[str]) -> str:
        """Return three authors at most, then that there are others (8.1.2)."""
        named = list(names[:AUTHORS_NAMED])
        if len(names) > AUTHORS_NAMED:
            named.append("等")
        return self.comma.join(named)

    def _origin(self, article: CitedArticle) -> str:
        day = article.day.isoformat()
        newspaper = article.newspaper
        if article.edition:
            newspaper += self._bracketed(article.edition)
        page = self._bracketed(article.page)
        return f"{newspaper}{self.comma}{day}{page}"

    def _bracketed(self, words: str) -> str:
        opening, closing = self.brackets
        return f"{opening}{words}{closing}"


# It holds since 1 July 2026.
GBT_2025 = Edition("GB/T 7714\u20142025", "\uff0c", ("\uff08", "\uff09"))
# It held before, and many publishers still ask for it.
GBT_2015 = Edition("GB/T 7714\u20142015", ", ", ("(", ")"))
EDITIONS = (GBT_2025, GBT_2015)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as a page shows it, and which edition it follows."""

    edition: str
    printed: str
    online: str


def references_to(article: CitedArticle) -> list[Reference]:
    """Return the references to an article, that of the edition that holds first."""
    return [
        Reference(each.name, each.printed(article), each.online(article))
        for each in EDITIONS
    ]
