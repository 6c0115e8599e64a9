"""Tell short pieces of news with a mark in front of each from captions with such a mark."""

from __future__ import annotations

from itertools import islice

from reader.layout.captions.caption_patterns import CAPTION_OPENER
from reader.layout.headings.label_patterns import (
    LONGEST_LABEL,
    SCHEDULE_TITLE,
)
from reader.layout.headings.labels import heads_a_group
from reader.layout.segments import Kind, Segment


def see_marked_items(run: list[Segment]) -> None:
    """Let marked lines under the label of short pieces (简讯, 大会日程) be those pieces and no
    captions.
    """
    lines = [one for one in run if one.kind is not Kind.CLOSING]
    for below, segment in enumerate(lines, 1):
        if _is_label_of_pieces(segment):
            for item in _items_from(lines, below):
                item.kind = Kind.TEXT


def _is_label_of_pieces(segment: Segment) -> bool:
    if not segment.is_text_line:
        return False
    if segment.size > LONGEST_LABEL:
        return False
    if SCHEDULE_TITLE.search(segment.folded):
        return True
    return heads_a_group(segment.folded)


def _items_from(run: list[Segment], start: int) -> list[Segment]:
    """Return the lines with one mark from ``start`` on, when they are several and not credited."""
    marked = _marked_alike(run, start)
    end = start + len(marked)
    if len(marked) < 2:
        return []
    if end < len(run) and run[end].kind is Kind.CREDIT:
        return []
    return marked


def _marked_alike(run: list[Segment], start: int) -> list[Segment]:
    """Return the lines from ``start`` on that open with the mark of the first: of pictures or of
    signed pieces.
    """
    found: list[Segment] = []
    for segment in islice(run, start, None):
        if not _may_be_item(segment):
            break
        if found and not _are_marked_alike(found[0], segment):
            break
        found.append(segment)
    return found


def _are_marked_alike(one: Segment, other: Segment) -> bool:
    """Tell whether two lines open with one mark."""
    mark = one.folded[0]
    return other.folded.startswith(mark)


def _may_be_item(segment: Segment) -> bool:
    """Tell whether a line opens with the mark of a picture."""
    if segment.kind is Kind.CAPTION:
        return True
    return segment.is_text and segment.matches(CAPTION_OPENER)
