"""Find the bylines that only their place shows: under a headline, and behind a text."""

from __future__ import annotations

from itertools import pairwise

from reader.layout.bylines.byline_patterns import AUTHOR_MARK
from reader.layout.bylines.signed_lines import (
    bare_byline,
    bracketed_names,
    reader_signs,
)
from reader.layout.headings.heading_lines import may_be_heading
from reader.layout.headings.heading_patterns import DOCUMENT, NEWS_START
from reader.layout.neighbours import Neighbours, in_threes
from reader.layout.paragraphs.alone_patterns import OFFICE_LINE
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import DAY_LINE
from reader.results import Role

UNDER_BYLINE = frozenset({Kind.TEXT, Kind.OPENING, Kind.ALONE})
# A text of so many characters is no crosshead.
SHORTEST_TEXT = 27


def see_bare_bylines(run: list[Segment]) -> None:
    """Read names alone on a line under a heading and above the text as a byline."""
    for before, segment, after in in_threes(run):
        if not _may_head(segment) or not _may_head(before):
            continue
        if _is_set_in_alike(before, segment, after):
            continue
        found = _bare_byline(segment, after)
        if found is not None:
            _sign(before, segment, found)


def _is_set_in_alike(*lines: Segment) -> bool:
    """Tell whether lines are set in by as much, as those of a poem are."""
    indents = {line.line.indent for line in lines}
    return len(indents) == 1 and indents != {0}


def _may_head(segment: Segment) -> bool:
    if not segment.is_text:
        return False
    return may_be_heading(segment)


def _bare_byline(segment: Segment, after: Segment) -> Segment | None:
    """Read names above a text; a title set wide (议 程) is none."""
    if after.kind not in UNDER_BYLINE or _is_title(segment):
        return None
    role = Role.WRITER
    if _tells_news(after) and AUTHOR_MARK not in segment.folded:
        role = Role.REPORTER
    names = segment.excerpt()
    return bare_byline(names, role)


def _is_title(segment: Segment) -> bool:
    """Tell whether a line, drawn together, is nothing but the title of a document."""
    drawn_together = "".join(segment.folded.split())
    return DOCUMENT.fullmatch(drawn_together) is not None


def _tells_news(segment: Segment) -> bool:
    """Tell whether a text opens as a report, or with the day."""
    if segment.kind is Kind.OPENING:
        return True
    return segment.matches(NEWS_START)


def _sign(before: Segment, segment: Segment, found: Segment) -> None:
    """Make a byline of the names; under an office they are those who hold it."""
    if before.matches(OFFICE_LINE):
        before.kind = Kind.ALONE
        segment.kind = Kind.ALONE
    else:
        segment.kind = Kind.BYLINE
        segment.byline = found.byline


def see_closing_names(page: Neighbours) -> None:
    """Read who signed behind the text as the byline that closes it: in brackets, or a reader of the
    paper.
    """
    for at, (before, segment) in enumerate(pairwise(page.segments), 1):
        if not before.is_body or not segment.opens_line:
            continue
        if _closes_as_byline(before, segment):
            segment.kind = Kind.CLOSING
        if segment.is_text:
            _see_closing(page, at)


def _see_closing(page: Neighbours, at: int) -> None:
    """Make a byline of the line at ``at`` when it is read as names behind the text."""
    found = _closing_names(page, at)
    if found is not None:
        segment = page.segments[at]
        segment.kind = Kind.CLOSING
        segment.byline = found.byline


def _closes_as_byline(before: Segment, segment: Segment) -> bool:
    """Tell whether a byline on its own line signs the text above it."""
    if segment.kind is not Kind.BYLINE or may_be_heading(before):
        return False
    return segment.from_web or segment.folded.startswith("(")


def _closing_names(page: Neighbours, at: int) -> Segment | None:
    """Read the line at ``at`` as names behind the text."""
    segment = page.segments[at]
    words = segment.excerpt()
    found = bracketed_names(words)
    if found is None and not _is_above_day(page, at):
        found = reader_signs(words)
    if found is None:
        found = _set_in(page, at)
    return found


def _is_above_day(page: Neighbours, at: int) -> bool:
    below = page.below(at)
    if below is None:
        return False
    return below.matches(DAY_LINE)


def _set_in(page: Neighbours, at: int) -> Segment | None:
    """Read one or two names set in from the edge behind a text that has come to its end, above the
    next article.
    """
    segment = page.segments[at]
    before = page.segments[at - 1]
    if not segment.line.indent or not _is_told(before):
        return None
    below = page.below(at)
    if below is not None and _goes_on(below):
        return None
    names = segment.excerpt()
    return bare_byline(names, Role.REPORTER)


def _goes_on(below: Segment) -> bool:
    """Tell whether running text follows: no heading, no picture."""
    if not below.is_text:
        return False
    return not may_be_heading(below)


def _is_told(before: Segment) -> bool:
    """Tell whether a text longer than a crosshead has come to its end."""
    if not before.is_text:
        return False
    if before.size < SHORTEST_TEXT:
        return False
    return before.closes
