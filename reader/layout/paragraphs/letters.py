"""Find the lines of a letter that stand alone."""

from __future__ import annotations

from reader.layout.headings.heading_lines import may_be_heading
from reader.layout.neighbours import Neighbours
from reader.layout.paragraphs.alone_patterns import LETTER_LINE, PART_OF_DAY
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import DAY_LINE, SCHEDULE_LINE, SIGNED_AND_DATED


def see_letters(page: Neighbours) -> None:
    """Let the lines of a letter stand alone: greeting, wishes, date, and the signature above the
    date.
    """
    for at, segment in enumerate(page.segments):
        if not segment.is_text:
            continue
        if _is_of_letter(segment):
            segment.kind = Kind.ALONE
        elif _is_date(page, at):
            segment.kind = Kind.ALONE
            _see_signature(page.above(at))


def _is_of_letter(segment: Segment) -> bool:
    if segment.matches(LETTER_LINE):
        return True
    return segment.matches(SIGNED_AND_DATED)


def _is_date(page: Neighbours, at: int) -> bool:
    """Tell whether a line is the date of a letter and not the day that heads a part of a
    schedule.
    """
    segment = page.segments[at]
    if not segment.matches(DAY_LINE):
        return False
    below = page.below(at)
    return below is None or not _is_of_day(below)


def _is_of_day(line: Segment) -> bool:
    """Tell whether a line says what took place at which hour or in which half of a day."""
    if line.matches(SCHEDULE_LINE):
        return True
    return line.matches(PART_OF_DAY)


def _see_signature(above: Segment | None) -> None:
    """Let who signs above the date stand alone."""
    if above is not None and above.is_text and may_be_heading(above):
        above.kind = Kind.ALONE
