"""A text cut where something begins or ends that the workbench marks in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubted:
    """Words of a case: half-open offsets, empty for a join or a gap that stands between words."""

    start: int
    end: int
    case: int
    severity: int
    is_open: bool
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class NameMark:
    """A name: half-open offsets, the key of its mark, and whether several people bear it."""

    start: int
    end: int
    mention: int
    is_twin: bool = False


@dataclass(frozen=True, slots=True)
class Bit:
    """Characters marked alike; without characters a join or a gap."""

    text: str
    doubt: Doubted | None = None
    name: NameMark | None = None

    @property
    def is_seam(self) -> bool:
        return (
            not self.text and self.doubt is not None and not self.doubt.is_gap
        )

    @property
    def is_gap(self) -> bool:
        return not self.text and self.doubt is not None and self.doubt.is_gap


def bits_of(
    text: str,
    doubts: Sequence[Doubted],
    names: Sequence[NameMark],
    offset: int = 0,
) -> list[Bit]:
    """Cut ``text``, which begins at ``offset`` of what the offsets count in, by its marks.

    Of doubts that overlap the one that begins last is marked; joins and gaps stand between bits.
    """
    end = offset + len(text)
    inside = [
        each for each in doubts if offset <= each.start and each.end <= end
    ]
    here = [each for each in names if offset <= each.start and each.end <= end]
    points = [each for each in inside if each.start == each.end]
    spans = [each for each in inside if each.start < each.end]
    cuts = sorted({offset, end, *_ends(spans), *_ends(here), *_ends(points)})
    bits: list[Bit] = []
    for start, stop in zip(cuts, [*cuts[1:], None], strict=True):
        bits += [Bit("", each) for each in points if each.start == start]
        if stop is not None:
            words = text[start - offset : stop - offset]
            doubt = _doubt_at(spans, start)
            bits.append(Bit(words, doubt, _name_at(here, start)))
    return bits


def _ends(marks: Iterable[Doubted] | Iterable[NameMark]) -> Iterator[int]:
    for mark in marks:
        yield mark.start
        yield mark.end


def _doubt_at(marks: Iterable[Doubted], offset: int) -> Doubted | None:
    """Return what is doubted of the character at an offset, of several what begins last."""
    found = [each for each in marks if each.start <= offset < each.end]
    return max(found, key=lambda each: each.start, default=None)


def _name_at(marks: Iterable[NameMark], offset: int) -> NameMark | None:
    for mark in marks:
        if mark.start <= offset < mark.end:
            return mark
    return None
