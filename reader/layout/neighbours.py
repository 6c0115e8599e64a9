"""The segments of a page in printed order: what stands above and below each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.layout.segments import Kind, Segment


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Segments in printed order; ``usual_gap`` empty lines stand between two of their lines."""

    segments: list[Segment]
    usual_gap: int

    @classmethod
    def of(cls, segments: list[Segment]) -> Neighbours:
        """Return the segments, their usual gap counted."""
        usual = _usual_gap(segments)
        return cls(segments, usual)

    def above(self, at: int) -> Segment | None:
        """Return the segment in front of the one at ``at``, None for the first."""
        if not at:
            return None
        return self.segments[at - 1]

    def below(self, at: int) -> Segment | None:
        """Return the segment behind the one at ``at``, None for the last."""
        behind = at + 1
        if behind == len(self.segments):
            return None
        return self.segments[behind]

    def is_amid_text(self, at: int) -> bool:
        """Tell whether running text stands right above and right below."""
        above = self.above(at)
        below = self.below(at)
        if above is None or below is None:
            return False
        if not above.is_text:
            return False
        return below.is_text

    def stands_apart(self, at: int) -> bool:
        """Tell whether the gap above is wider than usual."""
        segment = self.segments[at]
        return segment.line.gap > self.usual_gap

    def kind_at(self, at: int) -> Kind | None:
        """Return the kind of a segment, None behind the last."""
        if at == len(self.segments):
            return None
        return self.segments[at].kind


def _usual_gap(segments: list[Segment]) -> int:
    """Return how many empty lines usually stand between two lines of the page."""
    gaps: Counter[int] = Counter()
    for segment in islice(segments, 1, None):
        if segment.opens_line:
            gaps[segment.gap] += 1
    for gap, _ in gaps.most_common(1):
        return gap
    return 0


def in_threes(
    segments: list[Segment],
) -> Iterator[tuple[Segment, Segment, Segment]]:
    """Yield each segment with the one above and the one below it."""
    return zip(segments, segments[1:], segments[2:], strict=False)
