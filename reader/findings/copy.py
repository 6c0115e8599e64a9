"""The copy under check: a page with its articles, laid out once for all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.moments import Moment
from reader.passages import Passage, passages
from reader.patterns import findings as patterns
from reader.results import (
    BlockKind,
    PageContext,
    ReadArticle,
    ReadFinding,
    ReadPost,
    Span,
)
from reader.times import Clock

CRITICAL, WARNING, NOTICE, SUGGESTION = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Plain:
    """A passage without marks and spaces, each character with its place in the passage."""

    passage: Passage
    text: str
    places: list[int]

    def span(self, start: int, end: int) -> Span:
        """Return the passage offsets of ``text[start:end]``, with what stands between its
        characters.
        """
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True)
class Copy:
    """What a rule may look at: the page text, its articles, what is known beforehand and the posts
    read.
    """

    text: str
    articles: Sequence[ReadArticle]
    context: PageContext
    posts: Sequence[ReadPost] = ()

    @cached_property
    def by_article(self) -> list[list[Passage]]:
        """Return the passages of each article in reading order."""
        return [passages(self.text, article) for article in self.articles]

    @cached_property
    def passages(self) -> list[Passage]:
        """Return all passages of the page."""
        return [passage for group in self.by_article for passage in group]

    @cached_property
    def moments(self) -> list[list[tuple[Passage, Moment]]]:
        """Return, per article, the times of its paragraphs in printed order."""
        return [
            list(self._moments(article, group))
            for article, group in zip(self.articles, self.by_article, strict=True)
        ]

    def _moments(
        self, article: ReadArticle, group: Sequence[Passage]
    ) -> Iterator[tuple[Passage, Moment]]:
        clock = Clock(self.context.date, article.dateline.date)
        for passage in group:
            if passage.kind is BlockKind.PARAGRAPH:
                for moment in clock.read(passage.text):
                    yield passage, moment

    @cached_property
    def plain(self) -> list[Plain]:
        """Return all passages without marks and spaces."""
        return [_plain(passage) for passage in self.passages]

    @cached_property
    def all_plain(self) -> str:
        """Return the plain passages as one text, a line each: few of many phrases stand anywhere on
        a page.
        """
        return "\n".join(line.text for line in self.plain)


def _plain(passage: Passage) -> Plain:
    runs = list(patterns.NORMAL.finditer(passage.text))
    places = [place for run in runs for place in range(*run.span())]
    return Plain(passage, "".join(run.group() for run in runs), places)


Rule = Callable[[Copy], Iterator[ReadFinding]]


def finding(
    rule: str,
    severity: int,
    passage: Passage,
    start: int,
    end: int,
    message: str,
    replacement: str | None = None,
) -> ReadFinding:
    """Return a finding about ``passage.text[start:end]`` with page offsets.

    A run cut by a column break keeps its finding but loses the replacement: putting it there would
    swallow what stands between the columns.
    """
    first, last = passage.on_page(start, end)
    whole = last - first == end - start
    return ReadFinding(
        rule, severity, first, last, message, replacement if whole else None
    )
