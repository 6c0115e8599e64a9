"""Find long runs of text that a page prints twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from reader.layout.lines import fold_width
from reader.patterns.line_edges import CANNOT_BEGIN
from reader.results import Paragraph, ReadFinding, Span
from reader.vocabulary import LayoutRule, Severity

SHORTEST = 60
STEP = 20
SENTENCE_ENDS = "。!?\uff01\uff1f"


@dataclass(frozen=True, slots=True)
class _Copy:
    """One of two places of the same words: ``paragraph.text[start:end]``."""

    paragraph: Paragraph
    start: int
    end: int

    def span(self) -> Span:
        """Return the place on the page."""
        return self.paragraph.on_page(self.start, self.end)

    def begins_inside(self) -> bool:
        """Tell whether it begins in the middle of a sentence."""
        before = self.start - 1
        if before < 0:
            return False
        return self.paragraph.text[before] not in SENTENCE_ENDS

    def words(self) -> str:
        """Return the characters."""
        text = self.paragraph.text
        return text[self.start : self.end]


_Copies = tuple[_Copy, _Copy]


def repeated_runs(paragraphs: Sequence[Paragraph]) -> Iterator[ReadFinding]:
    """Yield both copies of each run of 60 characters or more that stands in two places of the
    page's text.
    """
    for one, other in _repeats(paragraphs):
        yield from _doubts(one, other)
        yield from _doubts(other, one)


def _doubts(copy: _Copy, twin: _Copy) -> Iterator[ReadFinding]:
    """Yield the copy; one that begins in the middle of a sentence may have overwritten how the
    sentence went on: that is a gap.
    """
    start, end = copy.span()
    there, _ = twin.span()
    yield ReadFinding(
        LayoutRule.REPEATED_RUN,
        Severity.WARNING,
        start,
        end,
        f"这一段文字在本版第{there}字处又出现一次,疑为重排",
    )
    if copy.begins_inside():
        yield ReadFinding(
            LayoutRule.MISSING_TEXT,
            Severity.WARNING,
            start,
            start,
            "重复文字可能覆盖了原句的结尾,疑有缺文",
        )


def _repeats(paragraphs: Sequence[Paragraph]) -> Iterator[_Copies]:
    """Yield the two places of each repeated run; every character is looked up once, so time grows
    with the page.
    """
    seen = _Seen()
    for paragraph in paragraphs:
        yield from seen.repeated_in(paragraph)
        seen.add(paragraph)


@dataclass(frozen=True, slots=True)
class _Place:
    """The place of a character in a paragraph."""

    paragraph: Paragraph
    at: int

    def character(self, offset: int) -> str:
        """Return the character so far from here."""
        return self.paragraph.text[self.at + offset]

    def left(self) -> int:
        """Return how many characters the paragraph has from here on."""
        return len(self.paragraph.text) - self.at

    def copy(self, first: int, size: int) -> _Copy:
        """Return ``size`` characters, the first so far from here."""
        paragraph = self.paragraph
        start = self.at + first
        end = start + size
        return _Copy(paragraph, start, end)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The paragraphs seen so far, cut into pieces, with the first place of each piece."""

    places: dict[str, _Place] = field(default_factory=dict)

    def add(self, paragraph: Paragraph) -> None:
        """Take in the pieces of a paragraph."""
        text = paragraph.text
        behind_last = len(text) - STEP + 1
        for start in range(0, behind_last, STEP):
            piece = text[start : start + STEP]
            place = _Place(paragraph, start)
            self.places.setdefault(piece, place)

    def repeated_in(self, paragraph: Paragraph) -> Iterator[_Copies]:
        """Yield the runs of a paragraph that were seen before, none of them twice."""
        told = 0
        for at in self._known_in(paragraph.text):
            if at < told:
                continue
            copies = self._stretched(_Place(paragraph, at))
            if copies is not None:
                yield copies
                told = copies[1].end

    def _known_in(self, text: str) -> Iterator[int]:
        """Yield where a piece begins that was seen before."""
        places = self.places
        last = len(text) - STEP
        for start in range(last + 1):
            piece = text[start : start + STEP]
            if piece in places:
                yield start

    def _stretched(self, other: _Place) -> _Copies | None:
        """Stretch a match to both sides; None when the run stays short."""
        piece = other.copy(0, STEP)
        one = self.places[piece.words()]
        before = _count_alike_before(one, other)
        size = before + _count_alike_behind(one, other)
        marks = _count_of_marks_in_front(one.copy(-before, size))
        if size - marks < SHORTEST:
            return None
        return _two_copies(one, other, marks - before, size - marks)


def _two_copies(one: _Place, other: _Place, first: int, size: int) -> _Copies:
    """Return ``size`` characters at each place, the first so far from it."""
    copy = one.copy(first, size)
    twin = other.copy(first, size)
    return copy, twin


def _count_alike_before(one: _Place, other: _Place) -> int:
    """Return how many characters in front of two places are the same."""
    longest = min(one.at, other.at)
    backwards = range(-1, -longest - 1, -1)
    return _count_alike(one, other, backwards)


def _count_alike_behind(one: _Place, other: _Place) -> int:
    """Return how many characters from two places on are the same."""
    longest = min(one.left(), other.left())
    offsets = range(longest)
    return _count_alike(one, other, offsets)


def _count_alike(one: _Place, other: _Place, offsets: range) -> int:
    """Return at how many offsets, from the first on, both places hold the same character."""
    count = 0
    for offset in offsets:
        if one.character(offset) != other.character(offset):
            break
        count += 1
    return count


def _count_of_marks_in_front(copy: _Copy) -> int:
    """Return how many marks stand in front that cannot begin a paragraph."""
    words = fold_width(copy.words())
    marks = takewhile(CANNOT_BEGIN.match, words)
    return len(list(marks))
