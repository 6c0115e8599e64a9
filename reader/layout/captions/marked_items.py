"""Tell short pieces of news with a mark in front of each from captions with such a mark."""

from __future__ import annotations

from itertools import islice, takewhile

from reader.layout.headings.label_patterns import LONGEST_LABEL
from reader.layout.headings.labels import heads_a_group
from reader.layout.segments import Kind, Segment


def see_marked_items(run: list[Segment]) -> None:
    """Let marked lines under the label of short pieces (简讯) be those pieces and no captions."""
    for at, segment in enumerate(run):
        if segment.opens_line and _is_label_of_pieces(segment):
            for item in _items_from(run, at + 1):
                item.kind = Kind.TEXT


def _is_label_of_pieces(segment: Segment) -> bool:
    short = segment.is_text and segment.size <= LONGEST_LABEL
    return short and heads_a_group(segment.folded)


def _items_from(run: list[Segment], start: int) -> list[Segment]:
    """Return the lines with one mark from ``start`` on, when they are several and not credited."""
    marked = _marked_alike(run, start)
    end = start + len(marked)
    credited = end < len(run) and run[end].kind is Kind.CREDIT
    if len(marked) < 2 or credited:
        return []
    return marked


def _marked_alike(run: list[Segment], start: int) -> list[Segment]:
    below = islice(run, start, None)
    captions = takewhile(_is_caption, below)
    mark = run[start].folded[0] if start < len(run) else ""
    return list(takewhile(lambda one: one.folded[0] == mark, captions))


def _is_caption(segment: Segment) -> bool:
    return segment.kind is Kind.CAPTION
