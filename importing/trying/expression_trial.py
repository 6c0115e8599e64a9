"""What a fixed expression would doubt in the articles on record; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Article
from importing.models import FixedExpression
from reader import results
from reader.findings.phrases import outdated_in

# So many of the newest articles are looked through.
NEWEST = 2000


@dataclass(frozen=True, slots=True)
class DoubtedWords:
    """Words of an article that the expression would doubt: the text they stand in, and where."""

    article: Article
    text: str
    start: int
    end: int


def words_doubted(row: FixedExpression) -> Iterator[DoubtedWords]:
    """Yield what a row of the table, stored or not, would doubt in the newest articles, the newest
    first.
    """
    expression = _as_read(row)
    newest = Article.objects.order_by("-day", "-pk")
    fetched = newest.select_related("page__issue__newspaper")
    for article in fetched[:NEWEST]:
        if expression.is_valid_on(article.day):
            yield from _in_article(article, expression)


def _as_read(row: FixedExpression) -> results.FixedExpression:
    """Return a row as the reader is given it."""
    return results.FixedExpression(
        row.phrase,
        row.preferred,
        row.valid_from,
        row.valid_to,
    )


def _in_article(
    article: Article, expression: results.FixedExpression
) -> Iterator[DoubtedWords]:
    for name in Article.TEXT_FIELDS:
        text = getattr(article, name)
        for start, end in outdated_in(text, expression):
            yield DoubtedWords(article, text, start, end)
