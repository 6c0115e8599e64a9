"""Lay an article out as passages: running texts that know their places on the page and the names in
them.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.results import BlockKind, Paragraph, ReadArticle, ReadMention, Span


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name inside a passage; offsets are into the passage's text."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading line, a joined paragraph or a caption of one article."""

    kind: BlockKind
    text: str
    sources: tuple[Span, ...]
    names: tuple[Name, ...] = ()

    def on_page(self, start: int, end: int) -> Span:
        """Return the page span of the printed words ``text[start:end]``."""
        return Paragraph(self.text, self.sources).on_page(start, end)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a passage: ``passage.text[start:end]``."""

    passage: Passage
    start: int
    end: int

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the pattern's matches inside the stretch, with offsets into the passage."""
        return pattern.finditer(self.passage.text, self.start, self.end)


def passages(text: str, article: ReadArticle) -> list[Passage]:
    """Return the article's headings (line by line), paragraphs and captions in that order, each
    with its names.
    """
    ordered = sorted(article.mentions, key=lambda mention: mention.span)
    return [
        Passage(kind, body, sources, tuple(_names(ordered, sources)))
        for kind, body, sources in _runs(text, article)
        if body
    ]


def _runs(
    text: str, article: ReadArticle
) -> Iterator[tuple[BlockKind, str, tuple[Span, ...]]]:
    for rank in (BlockKind.KICKER, BlockKind.HEADLINE, BlockKind.SUBTITLE):
        for start, end in article.heading_sources.get(rank.value, ()):
            yield rank, text[start:end], ((start, end),)
    for paragraph in article.paragraphs:
        yield BlockKind.PARAGRAPH, paragraph.text, paragraph.sources
    for photo in article.photos:
        yield BlockKind.CAPTION, photo.caption, (photo.caption_span,)


def _names(ordered: list[ReadMention], sources: tuple[Span, ...]) -> Iterator[Name]:
    offset = 0
    for start, end in sources:
        first = bisect.bisect_left(
            ordered, (start, start), key=lambda mention: mention.span
        )
        for mention in ordered[first:]:
            if mention.span[0] >= end:
                break
            begin = offset + mention.span[0] - start
            # A name cut by a column break ends in the next source: its length there is what the
            # name lacks here.
            length = min(mention.span[1], end) - mention.span[0]
            if mention.span[1] > end:
                length = len(mention.name)
            yield Name(begin, begin + length, mention.name)
        offset += end - start
