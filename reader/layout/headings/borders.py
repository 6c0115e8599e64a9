"""See whether a text ends above a line, and what opens below it."""

from __future__ import annotations

from reader.layout.bylines.signed_names import (
    is_names_line,
    looks_like_name,
)
from reader.layout.headings.heading_lines import may_be_heading
from reader.layout.headings.heading_patterns import (
    NUMBERED,
    POINT,
    SIGNED_FROM,
)
from reader.layout.neighbours import Neighbours
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import (
    DAY_LINE,
    FIELD_LINE,
    OFFICE_HOLDERS,
    SCHEDULE_LINE,
    SIGNED_AND_DATED,
)

OPENERS = frozenset({Kind.OPENING, Kind.BYLINE, Kind.JUMP_FROM})
BETWEEN = frozenset({Kind.CAPTION, Kind.CREDIT, Kind.QUOTE})
ENDS = frozenset({Kind.JUMP_ON, Kind.CLOSING, Kind.FURNITURE})
# What stands between lines and belongs to neither.
PASSED_OVER = BETWEEN | {Kind.FURNITURE}
# A signature is set in so many characters at least, and is no longer.
SET_RIGHT = 8
LONGEST_SIGNED = 24
# A longer point may be cut.
LONGEST_POINT = 20
UNDER_OTHERS = BETWEEN | OPENERS


def is_listed(page: Neighbours, at: int) -> bool:
    """Tell whether a line is numbered, and so is the one above it or below."""
    if not page.segments[at].matches(NUMBERED):
        return False
    beside = page.above(at), page.below(at)
    return any(line is not None and line.matches(NUMBERED) for line in beside)


def text_below(page: Neighbours, end: int) -> Segment | None:
    """Return what comes behind a run of lines and the pictures under it; None at the end of the
    text.
    """
    for at in range(end, len(page.segments)):
        segment = page.segments[at]
        if segment.kind in PASSED_OVER:
            continue
        if may_be_heading(segment) and not is_listed(page, at):
            return None
        return segment
    return None


def closed_before(page: Neighbours, at: int) -> bool:
    """Tell whether the text above has come to its end."""
    for above in range(at - 1, -1, -1):
        segment = page.segments[above]
        if segment.kind in PASSED_OVER:
            continue
        if not segment.is_text:
            return True
        return _comes_to_an_end(segment)
    return True


def _comes_to_an_end(segment: Segment) -> bool:
    if segment.closes or segment.matches(SCHEDULE_LINE):
        return True
    if segment.matches(FIELD_LINE) or _is_set_right(segment):
        return True
    if segment.matches(OFFICE_HOLDERS) or _is_point(segment):
        return True
    return is_names_line(segment.folded)


def _is_point(segment: Segment) -> bool:
    """Tell whether a line is one of several short points."""
    return segment.size <= LONGEST_POINT and segment.matches(POINT)


def _is_set_right(segment: Segment) -> bool:
    """Tell whether a short line is set far in, as who signs a letter is."""
    return segment.line.indent >= SET_RIGHT and segment.size <= LONGEST_SIGNED


def is_fresh(page: Neighbours, at: int) -> bool:
    """Tell whether something new must begin here: page start, the end of an article, or a wider
    gap.
    """
    if is_behind_an_end(page, at):
        return True
    above = page.segments[at - 1]
    if above.kind in UNDER_OTHERS:
        return False
    return page.stands_apart(at) and closed_before(page, at)


def is_behind_an_end(page: Neighbours, at: int) -> bool:
    """Tell whether an article has ended right above."""
    before = page.above(at)
    if before is None:
        return True
    if before.kind in ENDS:
        return True
    if before.kind is Kind.BYLINE:
        return stands_above_headings(page, at - 1)
    if is_signature(page, at - 1):
        return True
    return before.kind is Kind.ALONE and _is_dated(before)


def is_signature(page: Neighbours, at: int) -> bool:
    """Tell whether a line that stands far in, or names a writer behind where he is from, signs the
    closed text above it.
    """
    line = page.segments[at]
    above = page.above(at)
    if above is None or not above.closes:
        return False
    if not line.is_text_line:
        return False
    if _is_set_right(line):
        return above.line.indent < SET_RIGHT
    return _names_a_writer(line)


def _names_a_writer(line: Segment) -> bool:
    """Tell whether a line is where somebody is from and his name (某某棉纺厂 甲乙)."""
    signed = SIGNED_FROM.fullmatch(line.folded)
    if signed is None:
        return False
    return looks_like_name("".join(signed["name"].split()))


def _is_dated(segment: Segment) -> bool:
    """Tell whether a line is the day at the end of a letter or a notice."""
    if segment.matches(DAY_LINE):
        return True
    return segment.matches(SIGNED_AND_DATED)


def stands_above_headings(page: Neighbours, at: int) -> bool:
    """Tell whether the byline at ``at`` stands above its headline: nothing or a wider gap in front
    of it.
    """
    before = page.above(at)
    if before is None:
        return True
    if before.kind in ENDS:
        return True
    if before.kind is Kind.HEADING or may_be_heading(before):
        return False
    byline = page.segments[at]
    below = page.segments[at + 1]
    return byline.gap > below.gap
