"""Gather segments into article drafts: what belongs to one article, in printed order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.layout.segments import Kind, Segment

BODY = frozenset({Kind.TEXT, Kind.ALONE})


@dataclass(slots=True)
class Draft:
    """The segments of one article; ``segments`` holds all of them in printed order."""

    segments: list[Segment] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list[Segment]:
        """Return the segments of these kinds."""
        return [segment for segment in self.segments if segment.kind in kinds]

    def has(self, *kinds: Kind) -> bool:
        """Tell whether any segment is of these kinds."""
        return any(segment.kind in kinds for segment in self.segments)


def gather(segments: Iterable[Segment]) -> list[Draft]:
    """Return the page's articles in reading order; furniture belongs to none."""
    drafts: list[Draft] = []
    for segment in segments:
        if segment.kind is Kind.FURNITURE:
            continue
        if not drafts or _begins(drafts[-1], segment):
            drafts.append(Draft())
        drafts[-1].segments.append(segment)
    return drafts


def _begins(draft: Draft, segment: Segment) -> bool:
    """Tell whether ``segment`` begins a new article behind ``draft``; pictures at the page's top
    wait for theirs.
    """
    if segment.kind is Kind.HEADING:
        return draft.has(
            Kind.TEXT, Kind.ALONE, Kind.JUMP_ON, Kind.CLOSING
        ) or _told(draft)
    if segment.kind is Kind.JUMP_FROM:
        return draft.has(
            Kind.TEXT, Kind.ALONE, Kind.JUMP_ON, Kind.JUMP_FROM, Kind.CLOSING
        )
    if segment.kind is Kind.OPENING:
        return draft.has(Kind.TEXT, Kind.ALONE, Kind.JUMP_ON, Kind.OPENING)
    return False


def _told(draft: Draft) -> bool:
    """Tell whether the draft already has headings and something under them."""
    return (
        draft.has(Kind.HEADING) and draft.segments[-1].kind is not Kind.HEADING
    )
