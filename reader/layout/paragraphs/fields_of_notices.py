"""Tell who arranges what a notice is about from who makes the paper."""

from __future__ import annotations

from itertools import pairwise

from reader.layout.paragraphs.alone_patterns import ARRANGED_BY
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import FIELD_LINE


def see_fields(segments: list[Segment]) -> None:
    """Let a line below the fields of a notice that says who arranges it (主办:某会) be one of them, in
    place.
    """
    for above, segment in pairwise(segments):
        if _is_field(above, segment):
            segment.kind = Kind.TEXT


def _is_field(above: Segment, segment: Segment) -> bool:
    """Tell whether a line below a field says who arranges it."""
    if segment.kind is not Kind.FURNITURE:
        return False
    if not above.is_text:
        return False
    below_field = above.matches(FIELD_LINE)
    return below_field and segment.matches(ARRANGED_BY)
