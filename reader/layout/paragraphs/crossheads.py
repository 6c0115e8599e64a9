"""Find crossheads and the lines of lists, which stand alone between paragraphs."""

from __future__ import annotations

from reader.layout.bylines.signed_names import is_names_line
from reader.layout.headings.heading_lines import may_be_heading
from reader.layout.neighbours import Neighbours
from reader.layout.paragraphs.alone_patterns import APPOINTED, STANDS_ALONE
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import LIST_HEAD
from reader.patterns.line_edges import (
    CLOSED,
    CLOSED_OR_HANDS_OVER,
    HANDS_OVER,
    ITEM,
)

CROSSHEAD_LONGEST = 26


def see_crossheads(page: Neighbours) -> None:
    """Let short lines between closed paragraphs stand alone: they are no halves of a cut."""
    for at, segment in enumerate(page.segments):
        if not segment.is_text:
            continue
        above = page.above(at)
        if not _has_ended(above):
            continue
        if (
            _lists(segment.folded)
            or _is_crosshead(segment)
            or _is_appointment(above, segment)
        ):
            segment.kind = Kind.ALONE


def _has_ended(above: Segment | None) -> bool:
    """Tell whether no text goes on from above."""
    if above is None or not above.is_text:
        return True
    return above.holds(CLOSED_OR_HANDS_OVER)


def _is_appointment(above: Segment | None, segment: Segment) -> bool:
    """Tell whether a line of a list gives an office: below the words that begin it (任命:), a heading
    or another such line.
    """
    if above is None or not segment.matches(APPOINTED):
        return False
    if not above.is_text:
        return above.kind is Kind.HEADING or above.matches(APPOINTED)
    return above.holds(HANDS_OVER)


def _lists(words: str) -> bool:
    """Tell whether a line lists names or heads a list of them."""
    if any(form.match(words) for form in STANDS_ALONE):
        return True
    if _heads_a_list(words):
        return True
    return is_names_line(words)


def _heads_a_list(words: str) -> bool:
    if not LIST_HEAD.match(words):
        return False
    return len(words) <= CROSSHEAD_LONGEST and not CLOSED.search(words)


def _is_crosshead(segment: Segment) -> bool:
    """Tell whether a line could be a crosshead by its own form."""
    if segment.size > CROSSHEAD_LONGEST or not may_be_heading(segment):
        return False
    if "," not in segment.folded:
        return True
    return segment.matches(ITEM)
