"""How to cite an article, after GB/T 7714."""

from __future__ import annotations

from articles.models import Article, Page

AUTHORS_NAMED = 3


def citation(article: Article) -> str:
    """Return the reference of a newspaper article: authors. title[N]. newspaper, date(page).

    Source: GB/T 7714-2015, 4.3 (type mark N) and 8.1.2 (three authors, then 等). Without a byline
    the title leads."""
    title = f"{article.title}[N]"
    parts = (_authors(article), title, _origin(article.page))
    return ". ".join(filter(None, parts))


def _origin(page: Page) -> str:
    day = page.issue.date.isoformat()
    return f"{page.issue.newspaper.name}, {day}({page.label})."


def _authors(article: Article) -> str:
    names = [byline.name for byline in article.bylines.all()]
    named = names[:AUTHORS_NAMED]
    if len(names) > AUTHORS_NAMED:
        named.append("等")
    return ", ".join(named)
