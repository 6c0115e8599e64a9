"""The segments of a page in printed order: what stands above and below each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.layout.segments import Kind, Segment


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Segments in printed order; ``usual_gap`` empty lines stand between two lines of their page."""

    segments: list[Segment]
    usual_gap: int

    @classmethod
    def of(cls, segments: list[Segment]) -> Neighbours:
        """Return the segments, their usual gap counted."""
        return cls(segments, _usual_gap(segments))

    def above(self, at: int) -> Segment | None:
        """Return the segment in front of the one at ``at``, None for the first."""
        return self.segments[at - 1] if at else None

    def below(self, at: int) -> Segment | None:
        """Return the segment behind the one at ``at``, None for the last."""
        behind = at + 1
        return self.segments[behind] if behind < len(self.segments) else None

    def is_between(self, at: int) -> bool:
        """Tell whether something stands both above and below."""
        return 0 < at < len(self.segments) - 1

    def is_amid_text(self, at: int) -> bool:
        """Tell whether running text stands right above and right below."""
        if not self.is_between(at):
            return False
        return self.segments[at - 1].is_text and self.segments[at + 1].is_text

    def is_last(self, at: int) -> bool:
        """Tell whether nothing stands below."""
        return at + 1 == len(self.segments)

    def stands_apart(self, at: int) -> bool:
        """Tell whether the gap above is wider than usual."""
        return self.segments[at].line.gap > self.usual_gap

    def kind_at(self, at: int) -> Kind | None:
        """Return the kind of a segment, None behind the last."""
        return self.segments[at].kind if at < len(self.segments) else None


def _usual_gap(segments: list[Segment]) -> int:
    """Return how many empty lines usually stand between two lines of the page."""
    behind_the_first = islice(segments, 1, None)
    gaps = Counter(one.gap for one in behind_the_first if one.opens_line)
    usual = gaps.most_common(1)
    return usual[0][0] if usual else 0


def in_threes(
    segments: list[Segment],
) -> Iterator[tuple[Segment, Segment, Segment]]:
    """Yield each segment with the one above and the one below it."""
    return zip(segments, segments[1:], segments[2:], strict=False)
