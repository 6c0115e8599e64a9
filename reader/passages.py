"""An article as running passages: what people, times, events and findings are looked for in.

``lay_out_passages`` lays an article out once per page, before any person is known, and
``LaidOut.named`` adds the names when the people are; every later step of the page is handed the
same ``LaidOut``.
"""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from reader.results import ReadArticle, ReadMention, ReadPhoto, Span, on_page
from reader.times import Clock, Moment
from reader.vocabulary import HEADING_KINDS, BlockKind

# The words of a printed line: 市民在江边散步; not the spaces around them
_PRINTED_LINE = re.compile(r"\S(?:[^\n]*\S)?")

# What a list is of, by its heading: 今日会议, 两会明日日程安排; not 今日开幕, not 今日的会议室
LISTED_DAY = re.compile(
    r"(?P<day>[今明])[日天](?:大会|两会|会议)?(?:会议|日程|议程|活动|安排|预告){1,2}$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name inside a passage; offsets are into the passage's text."""

    start: int
    end: int
    name: str

    @property
    def span(self) -> Span:
        """Return where it stands in the passage."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading line, a joined paragraph or a caption of one article.

    ``text`` is what stands in its ``sources`` on the page; ``names`` are in printed order."""

    kind: BlockKind
    text: str
    sources: tuple[Span, ...]
    names: tuple[Name, ...] = ()

    def on_page(self, start: int, end: int) -> Span:
        """Return the page span of the printed words ``text[start:end]``."""
        return on_page(self.sources, start, end)

    @property
    def joints(self) -> list[int]:
        """Return where in its text one piece of the page ends and the next begins."""
        sizes = [end - start for start, end in self.sources]
        *ends, _ = accumulate(sizes)
        return ends

    def whole(self) -> Stretch:
        """Return all of it as a stretch."""
        return Stretch(self, 0, len(self.text))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a passage: ``passage.text[start:end]``."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return its words."""
        return self.passage.text[self.start : self.end]

    def follows(self, before: Stretch) -> bool:
        """Tell whether it begins where another stretch of its passage ends."""
        if self.passage is not before.passage:
            return False
        return self.start == before.end

    def on_page(self) -> Span:
        """Return where it stands on the page."""
        return self.passage.on_page(self.start, self.end)

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the pattern's matches inside the stretch, with offsets into the passage."""
        return pattern.finditer(self.passage.text, self.start, self.end)


@dataclass(frozen=True)
class LaidOut:
    """An article with its passages: headings line by line, paragraphs, captions, in that order.

    A picture without a caption has its credit line in place of one: people are looked for there,
    it tells nothing else. ``issued`` is the day of the page, None where it is not known. The times
    of the paragraphs are read once, when first asked for.
    """

    article: ReadArticle
    passages: tuple[Passage, ...]
    issued: dt.date | None

    @property
    def day(self) -> dt.date | None:
        """Return the day of the page, else the one that the dateline prints."""
        return self.issued or self.article.dateline.date

    @cached_property
    def told(self) -> list[Passage]:
        """Return the passages that tell something: all but credits."""
        return self._of(*HEADING_KINDS, BlockKind.PARAGRAPH, BlockKind.CAPTION)

    @cached_property
    def paragraphs(self) -> list[Passage]:
        """Return the paragraphs alone."""
        return self._of(BlockKind.PARAGRAPH)

    @cached_property
    def captions(self) -> list[Passage]:
        """Return the captions alone."""
        return self._of(BlockKind.CAPTION)

    @cached_property
    def headings(self) -> list[Passage]:
        """Return the lines of kicker, headline and subtitle."""
        return self._of(*HEADING_KINDS)

    @cached_property
    def moments(self) -> list[list[Moment]]:
        """Return the times of each paragraph in printed order, as the story goes on from one."""
        clock = self.clock()
        return [clock.read(paragraph.text) for paragraph in self.paragraphs]

    def clock(self) -> Clock:
        """Return a clock at the beginning of the article."""
        dateline = self.article.dateline
        clock = Clock(self.issued, dateline.date, is_whole=dateline.is_whole)
        for heading in self.headings:
            listed = LISTED_DAY.search(heading.text)
            if listed is not None:
                clock.begin_on(listed["day"])
        return clock

    def named(self, article: ReadArticle) -> LaidOut:
        """Return the same passages with the names of the article, whose people are known now."""
        ordered = sorted(article.mentions, key=attrgetter("span"))
        passages = tuple(
            replace(one, names=tuple(_names(ordered, one.sources)))
            for one in self.passages
        )
        return LaidOut(article, passages, self.issued)

    def _of(self, *kinds: BlockKind) -> list[Passage]:
        return [passage for passage in self.passages if passage.kind in kinds]


def lay_out_passages(
    text: str, article: ReadArticle, issued: dt.date | None = None
) -> LaidOut:
    """Return the article of a page laid out with the names of its ``mentions``.

    ``text`` is the page's, ``issued`` the day from which times without a year take theirs.
    """
    passages = tuple(one for one in _passages(text, article) if one.text)
    laid_out = LaidOut(article, passages, issued)
    return laid_out.named(article) if article.mentions else laid_out


def _passages(text: str, article: ReadArticle) -> Iterator[Passage]:
    for kind in HEADING_KINDS:
        for start, end in article.heading_sources.get(kind.value, ()):
            yield Passage(kind, text[start:end], ((start, end),))
    for paragraph in article.paragraphs:
        yield Passage(BlockKind.PARAGRAPH, paragraph.text, paragraph.sources)
    for photo in article.photos:
        yield _picture_line(text, photo)


def _picture_line(text: str, photo: ReadPhoto) -> Passage:
    """Return the caption, its wrapped lines joined, or the credit line that stands alone."""
    start, end = photo.caption_span
    kind = BlockKind.CAPTION if photo.caption else BlockKind.CREDIT
    lines = tuple(
        line.span() for line in _PRINTED_LINE.finditer(text, start, end)
    )
    joined = "".join(text[first:last] for first, last in lines)
    if joined == photo.caption:
        return Passage(kind, joined, lines)
    return Passage(kind, text[start:end], (photo.caption_span,))


def _names(
    ordered: Sequence[ReadMention], sources: Sequence[Span]
) -> Iterator[Name]:
    offset = 0
    for start, end in sources:
        first = bisect.bisect_left(
            ordered, (start, start), key=attrgetter("span")
        )
        behind = bisect.bisect_left(
            ordered, (end, end), first, key=attrgetter("span")
        )
        for mention in ordered[first:behind]:
            begin = offset + mention.span[0] - start
            yield Name(begin, begin + _length(mention, end), mention.name)
        offset += end - start


def _length(mention: ReadMention, end: int) -> int:
    """Return how long a name is in its passage, whose source ends at ``end``.

    A name cut by a column break goes on in the next source: no space is left in it there.
    """
    first, last = mention.span
    return len(mention.name) if last > end else last - first
