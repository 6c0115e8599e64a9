"""The page under check, laid out once for all rules, and what a rule says about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reader.passages import LaidOut, Passage
from reader.results import FixedExpression, PageContext, ReadPost, Span
from reader.times import Moment
from reader.vocabulary import Severity

# Chinese characters, less the compatibility ones that patterns elsewhere take in:
# 会, 㐂; not 、 and not 。
COMMON_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# A run without marks and spaces: 三高四新; not “三高
NORMAL = re.compile(rf"[{COMMON_HAN}0-9A-Za-z]+")


class Doubt(NamedTuple):
    """What a rule doubts, with page offsets; ``replacement`` None where it has none to offer."""

    severity: Severity
    start: int
    end: int
    message: str
    replacement: str | None = None


@dataclass(frozen=True)
class Plain:
    """A passage without marks and spaces, each character with its place in the passage."""

    passage: Passage
    text: str

    @cached_property
    def places(self) -> list[int]:
        """Return where each character stands in the passage; few passages are asked."""
        places: list[int] = []
        for run in NORMAL.finditer(self.passage.text):
            places += range(run.start(), run.end())
        return places

    def span(self, start: int, end: int) -> Span:
        """Return the passage offsets of ``text[start:end]``, from first to last character."""
        first = self.places[start]
        last = self.places[end - 1]
        return first, last + 1


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A printed time in its passage."""

    passage: Passage
    moment: Moment

    @property
    def words(self) -> str:
        """Return the time as printed."""
        start, end = self.moment.span
        return self.passage.text[start:end]

    @property
    def on_page(self) -> Span:
        """Return where it stands on the page."""
        start, end = self.moment.span
        return self.passage.on_page(start, end)

    def doubt(
        self, severity: Severity, message: str, replacement: str | None = None
    ) -> Doubt:
        """Return a doubt about it, with page offsets."""
        span = self.moment.span
        return doubt(severity, self.passage, span, message, replacement)


@dataclass(frozen=True)
class CheckedPage:
    """What a rule may look at: the page, its articles, what is known beforehand, the posts read."""

    text: str
    articles: Sequence[LaidOut]
    context: PageContext
    posts: Sequence[ReadPost] = ()

    @cached_property
    def passages(self) -> list[Passage]:
        """Return all passages of the page."""
        return [
            passage for article in self.articles for passage in article.told
        ]

    @cached_property
    def times(self) -> list[list[ToldTime]]:
        """Return, per article, the times of its paragraphs in printed order."""
        return [list(_times(article)) for article in self.articles]

    @cached_property
    def plain(self) -> list[Plain]:
        """Return all passages without marks and spaces."""
        return [plain_of(passage) for passage in self.passages]

    @cached_property
    def all_plain(self) -> str:
        """Return the plain passages as one text, a line each.

        Few of many phrases stand anywhere on a page, so they are looked for here first.
        """
        lines = (line.text for line in self.plain)
        return "\n".join(lines)

    @cached_property
    def expressions(self) -> list[FixedExpression]:
        """Return the fixed expressions valid on the day of the page."""
        day = self.context.date
        return [
            expression
            for expression in self.context.fixed_expressions
            if expression.is_valid_on(day)
        ]

    def find(
        self, pattern: re.Pattern[str]
    ) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Yield the pattern's matches in all passages, each with its passage."""
        for passage in self.passages:
            for match in pattern.finditer(passage.text):
                yield passage, match


def _times(article: LaidOut) -> Iterator[ToldTime]:
    for paragraph, moments in zip(
        article.paragraphs, article.moments, strict=True
    ):
        for moment in moments:
            yield ToldTime(paragraph, moment)


def plain_of(passage: Passage) -> Plain:
    """Return a passage without marks and spaces."""
    runs = NORMAL.findall(passage.text)
    return Plain(passage, "".join(runs))


ContentRule = Callable[[CheckedPage], Iterator[Doubt]]


def doubt(
    severity: Severity,
    passage: Passage,
    span: Span,
    message: str,
    replacement: str | None = None,
) -> Doubt:
    """Return a doubt about ``span`` of a passage, with page offsets.

    A run cut by a column break is doubted but keeps no replacement: putting it there would swallow
    what stands between the columns.
    """
    start, end = span
    first, last = passage.on_page(start, end)
    is_cut = last - first != end - start
    if is_cut:
        replacement = None
    return Doubt(
        severity,
        first,
        last,
        message,
        replacement,
    )
