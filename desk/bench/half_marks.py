"""Each half-width mark of a page with the full-width one it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editorial.casework.acts import PageWords
from editorial.casework.widening import HALFWIDTH, widened

# As much on each side of a mark tells what it stands in.
AROUND = 10


@dataclass(frozen=True, slots=True)
class MarkInContext:
    """A half-width mark, the one it becomes, the words around it, and the article's place."""

    position: int
    before: str
    old: str
    new: str
    after: str


def marks_of(words: PageWords) -> Iterator[MarkInContext]:
    """Yield the half-width marks of all articles of a page."""
    for article in words.articles.values():
        place = article.position
        for text in words.texts_of(article):
            yield from _marks_in(text, place)


def _marks_in(text: str, position: int) -> Iterator[MarkInContext]:
    wide = widened(text)
    for mark in HALFWIDTH.finditer(text):
        start, end = mark.span()
        yield MarkInContext(
            position,
            text[max(0, start - AROUND) : start],
            mark.group(),
            wide[start:end],
            text[end : end + AROUND],
        )
