"""See what the lines are among their neighbours: captions, headings, bare bylines, verse and lines
that stand alone.
"""

from __future__ import annotations

import itertools
from collections import Counter

from reader.layout.bylines.byline_patterns import AUTHOR_MARK
from reader.layout.bylines.signatures import is_names_line
from reader.layout.bylines.signed_lines import (
    bare_byline,
    bracketed_names,
    reader_signs,
)
from reader.layout.captions.caption_lines import see_captions
from reader.layout.drafts import BODY
from reader.layout.headings.beginnings import (
    headingish,
    see_headings,
    see_labels,
)
from reader.layout.headings.heading_patterns import NEWS_START
from reader.layout.paragraphs.alone_patterns import (
    LETTER_LINE,
    OFFICE_LINE,
    STANDS_ALONE,
)
from reader.layout.paragraphs.verse import see_verse
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import (
    DAY_LINE,
    LIST_HEAD,
    SCHEDULE_LINE,
    SIGNED_AND_DATED,
)
from reader.patterns.line_edges import CLOSED, ITEM, LEFT
from reader.results import Role

CROSSHEAD_LONGEST = 26
# The last line of a list set in lines may hold so few names.
ROSTER_REST = 2


def see_structure(segments: list[Segment]) -> None:
    """Settle the kinds that only the neighbours tell, in place."""
    run = [
        segment for segment in segments if segment.kind is not Kind.FURNITURE
    ]
    usual_gap = _usual_gap(run)
    see_captions(run, usual_gap)
    _letters(run)
    see_labels(run)
    _rosters(run)
    _bare_bylines(run)
    _closing_names(run)
    see_verse(run, usual_gap)
    see_headings(segments, usual_gap)
    _crossheads(run)


def _usual_gap(run: list[Segment]) -> int:
    """Return how many empty lines usually stand between two lines of the page."""
    gaps = Counter(
        segment.line.gap for segment in run[1:] if segment.opens_line
    )
    return gaps.most_common(1)[0][0] if gaps else 0


def _letters(run: list[Segment]) -> None:
    """Let the lines of a letter stand alone: greeting, wishes, date, and the signature above the
    date.
    """
    for index, segment in enumerate(run):
        if segment.kind is not Kind.TEXT:
            continue
        if LETTER_LINE.match(segment.folded) or SIGNED_AND_DATED.match(
            segment.folded
        ):
            segment.kind = Kind.ALONE
        elif _dates(run, index):
            segment.kind = Kind.ALONE
            above = run[index - 1] if index else None
            if (
                above is not None
                and above.kind is Kind.TEXT
                and headingish(above)
            ):
                above.kind = Kind.ALONE


def _dates(run: list[Segment], index: int) -> bool:
    """Tell whether a line is the date of a letter and not the day that heads a part of a
    schedule.
    """
    scheduled = index + 1 < len(run) and SCHEDULE_LINE.match(
        run[index + 1].folded
    )
    return bool(DAY_LINE.match(run[index].folded)) and not scheduled


def _rosters(run: list[Segment]) -> None:
    """Let a line of two names under a line of names be the rest of that list."""
    for before, segment in itertools.pairwise(run):
        below_names = (
            before.opens_line
            and before.kind in BODY
            and is_names_line(before.folded, least=ROSTER_REST)
        )
        if (
            below_names
            and segment.kind is Kind.TEXT
            and segment.opens_line
            and " " in segment.folded
        ):
            listed = is_names_line(before.folded) or before.kind is Kind.ALONE
            if listed and is_names_line(segment.folded, least=ROSTER_REST):
                segment.kind = Kind.ALONE


def _bare_bylines(run: list[Segment]) -> None:
    """Read names alone on a line under a heading and above the text as a byline."""
    for before, segment, after in zip(run, run[1:], run[2:], strict=False):
        if segment.kind is not Kind.TEXT or not headingish(segment):
            continue
        if before.kind is not Kind.TEXT or not headingish(before):
            continue
        if after.kind not in (Kind.TEXT, Kind.OPENING, Kind.ALONE):
            continue
        dated = after.kind is Kind.OPENING or NEWS_START.match(after.folded)
        news = dated and AUTHOR_MARK not in segment.folded
        found = bare_byline(
            segment.line,
            segment.start,
            segment.end,
            Role.REPORTER if news else Role.WRITER,
        )
        if found is not None and OFFICE_LINE.match(before.folded):
            before.kind = segment.kind = Kind.ALONE
        elif found is not None:
            segment.kind, segment.byline = Kind.BYLINE, found.byline


def _closing_names(run: list[Segment]) -> None:
    """Read who signed behind the text as the byline that closes it: in brackets, or a reader of the
    paper.
    """
    for index, (before, segment) in enumerate(itertools.pairwise(run), 1):
        if before.kind not in BODY or not segment.opens_line:
            continue
        signs = segment.from_web or segment.folded.startswith("(")
        if segment.kind is Kind.BYLINE and signs and not headingish(before):
            segment.kind = Kind.CLOSING
        if segment.kind is not Kind.TEXT:
            continue
        dated = index + 1 < len(run) and bool(
            DAY_LINE.match(run[index + 1].folded)
        )
        found = bracketed_names(segment.line, segment.start, segment.end)
        found = found or (
            None
            if dated
            else reader_signs(segment.line, segment.start, segment.end)
        )
        found = found or _set_in(run, index)
        if found is not None:
            segment.kind, segment.byline = Kind.CLOSING, found.byline


def _set_in(run: list[Segment], index: int) -> Segment | None:
    """Read one or two names set in from the edge behind a text that has come to its end, above the
    next article.
    """
    before, segment = run[index - 1], run[index]
    ends = index + 1 == len(run) or headingish(run[index + 1])
    told = (
        before.kind is Kind.TEXT
        and len(before.text) > CROSSHEAD_LONGEST
        and CLOSED.search(before.folded)
    )
    if not (ends and told and segment.line.indent):
        return None
    return bare_byline(segment.line, segment.start, segment.end, Role.REPORTER)


# Lines that stand alone


def _crossheads(run: list[Segment]) -> None:
    """Let short lines between closed paragraphs stand alone: they are no halves of a cut."""
    for index, segment in enumerate(run):
        before = run[index - 1] if index else None
        if segment.kind is not Kind.TEXT or not (
            _lists(segment.folded) or _crossheadish(segment)
        ):
            continue
        if (
            before is None
            or before.kind is not Kind.TEXT
            or LEFT.search(before.folded)
        ):
            segment.kind = Kind.ALONE


def _lists(words: str) -> bool:
    """Tell whether a line lists names or heads a list of them."""
    if any(form.match(words) for form in STANDS_ALONE):
        return True
    head = (
        len(words) <= CROSSHEAD_LONGEST
        and LIST_HEAD.match(words)
        and not CLOSED.search(words)
    )
    return bool(head) or is_names_line(words)


def _crossheadish(segment: Segment) -> bool:
    """Tell whether a line could be a crosshead by its own form."""
    numbered = bool(ITEM.match(segment.folded))
    return (
        headingish(segment)
        and len(segment.text) <= CROSSHEAD_LONGEST
        and (numbered or "," not in segment.folded)
    )
