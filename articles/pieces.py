"""Texts cut into pieces that are set alike: words sought, names, what was struck out or put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal

from records.diff import Run, runs

PILCROW = "¶"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters set alike. ``anchor`` is on the first piece of the words sought; ``jump`` is
    another page's address.
    """

    text: str
    sought: bool = False
    anchor: bool = False
    person: int | None = None
    change: Literal["", "delete", "insert"] = ""
    jump: str = ""

    def lines(self) -> list[Piece]:
        """Break a piece at the newlines that stand in the new text; others show as a pilcrow."""
        if self.change == "delete":
            return [self._saying(self.text.replace("\n", PILCROW))]
        first, *others = self.text.split("\n")
        if self.change and others:
            first += PILCROW
        return list(map(self._saying, (first, *others)))

    def _saying(self, text: str) -> Piece:
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Marking:
    """A half-open range of Python offsets: words sought, or the name of a person."""

    start: int
    end: int
    person: int | None = None

    def touches(self, others: Iterable[Marking]) -> bool:
        """Tell whether one of the others shares a character with this one."""
        for other in others:
            if self.end > other.start and self.start < other.end:
                return True
        return False

    def piece(self, text: str, offset: int) -> Piece:
        """Cut what is marked of ``text``, which begins at ``offset``."""
        start = max(self.start - offset, 0)
        end = self.end - offset
        is_sought = self.person is None
        begins_here = self.start >= offset
        return Piece(
            text[start:end],
            sought=is_sought,
            anchor=is_sought and begins_here,
            person=self.person,
        )


def cut(
    text: str, markings: Iterable[Marking] = (), offset: int = 0
) -> list[Piece]:
    """Cut ``text``, which begins at ``offset``, by the markings in order; one that overlaps an
    earlier one is left out.
    """
    pieces = []
    end = offset + len(text)
    at = offset
    for marking in _in_turn(markings, offset, end):
        if marking.start > at:
            before = text[at - offset : marking.start - offset]
            pieces.append(Piece(before))
        pieces.append(marking.piece(text, offset))
        at = marking.end
    if at < end:
        pieces.append(Piece(text[at - offset :]))
    return pieces


def _in_turn(
    markings: Iterable[Marking], start: int, end: int
) -> Iterator[Marking]:
    """Yield the markings that reach between two offsets, each if it begins behind the one before.

    The first may begin earlier.
    """
    behind = 0
    for marking in markings:
        is_within = marking.start < end and marking.end > start
        if is_within and marking.start >= behind:
            behind = marking.end
            yield marking


def cut_paragraphs(
    body: str, markings: Sequence[Marking] = ()
) -> list[list[Piece]]:
    """Cut a body into paragraphs, each into pieces; the markings count in the body."""
    return [cut(text, markings, offset) for offset, text in _paragraphs(body)]


def _paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a body, each with its offset; an empty body has none."""
    if not body:
        return
    offset = 0
    for text in body.split("\n"):
        yield offset, text
        offset += len(text) + 1


def without_overlap(
    sought: list[Marking], names: list[Marking]
) -> list[Marking]:
    """Return all markings in order, without the names that the words sought touch: a mark is one
    whole.
    """
    clear = [name for name in names if not name.touches(sought)]
    return sorted([*sought, *clear], key=attrgetter("start"))


def cut_changes(old: str, new: str) -> list[Piece]:
    """Set a text with what was struck out and what was put in."""
    return [piece for run in runs(old, new) for piece in _pieces_of(run)]


def _pieces_of(run: Run) -> Iterator[Piece]:
    if run.is_kept:
        yield Piece(run.new)
        return
    if run.old:
        yield Piece(run.old, change="delete")
    if run.new:
        yield Piece(run.new, change="insert")


def break_paragraphs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Break pieces at the newlines of the new text; a newline that was struck out or put in shows
    as a pilcrow.
    """
    paragraph: list[Piece] = []
    for piece in pieces:
        first, *others = piece.lines()
        paragraph.append(first)
        for line in others:
            yield paragraph
            paragraph = [line]
    if paragraph:
        yield paragraph
