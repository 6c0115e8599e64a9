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
        if segment.kind is not Kind.FURNITURE or not above.is_text:
            continue
        if segment.matches(ARRANGED_BY) and above.matches(FIELD_LINE):
            segment.kind = Kind.TEXT
