"""How to cite an article, after GB/T 7714."""

from __future__ import annotations

from articles.models import Page, Publication

AUTHORS_NAMED = 3


def citation(publication: Publication) -> str:
    """Return the reference of a newspaper article: authors. title[N]. newspaper, date(page).

    Source: GB/T 7714-2015, 4.3 (type mark N) and 8.1.2 (three authors, then 等). Without a byline
    the title leads."""
    title = f"{publication.title}[N]"
    parts = (_authors(publication), title, _origin(publication.page))
    return ". ".join(filter(None, parts))


def _origin(page: Page) -> str:
    day = page.issue.date.isoformat()
    return f"{page.issue.newspaper.name}, {day}({page.label})."


def _authors(publication: Publication) -> str:
    names = [byline["name"] for byline in publication.bylines]
    named = names[:AUTHORS_NAMED]
    if len(names) > AUTHORS_NAMED:
        named.append("等")
    return ", ".join(named)
