"""Gather segments into article drafts: what belongs to one article, in printed order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.layout.segments import BODY, Kind, Segment

# What a draft holds already when a segment of a kind begins the next one.
BEGUN_BEFORE = {
    Kind.HEADING: BODY | {Kind.JUMP_ON, Kind.CLOSING},
    Kind.JUMP_FROM: BODY | {Kind.JUMP_ON, Kind.JUMP_FROM, Kind.CLOSING},
    Kind.OPENING: BODY | {Kind.JUMP_ON, Kind.OPENING},
}


@dataclass(slots=True)
class RoughArticle:
    """The segments of one article; ``segments`` holds all of them in printed order."""

    segments: list[Segment] = field(default_factory=list)

    def of(self, *kinds: Kind) -> list[Segment]:
        """Return the segments of these kinds."""
        return [segment for segment in self.segments if segment.kind in kinds]

    def has(self, *kinds: Kind) -> bool:
        """Tell whether any segment is of these kinds."""
        return any(segment.kind in kinds for segment in self.segments)

    def body(self) -> list[Segment]:
        """Return the paragraphs and parts of paragraphs."""
        return [segment for segment in self.segments if segment.kind in BODY]

    def headings(self) -> list[Segment]:
        """Return the lines above the text."""
        return self.of(Kind.HEADING)

    def is_told(self) -> bool:
        """Tell whether it already has headings and something under them."""
        last = self.segments[-1]
        if last.kind is Kind.HEADING:
            return False
        return self.has(Kind.HEADING)


def gather_drafts(segments: Iterable[Segment]) -> list[RoughArticle]:
    """Return the page's articles in reading order; furniture belongs to none."""
    drafts: list[RoughArticle] = []
    for segment in segments:
        if segment.kind is Kind.FURNITURE:
            continue
        if not drafts or _begins_behind(drafts[-1], segment.kind):
            drafts.append(RoughArticle())
        drafts[-1].segments.append(segment)
    return drafts


def _begins_behind(draft: RoughArticle, kind: Kind) -> bool:
    """Tell whether a segment of this kind begins a new article behind ``draft``; pictures at the
    page's top wait for theirs.
    """
    begun = BEGUN_BEFORE.get(kind)
    if begun is None:
        return False
    if draft.has(*begun):
        return True
    return kind is Kind.HEADING and draft.is_told()
