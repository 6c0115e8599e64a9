"""Find verse and lists: runs of short lines, less the headings above them and those of the next
article below.
"""

from __future__ import annotations

from collections import Counter

from reader.layout.headings.around import OPENERS
from reader.layout.headings.beginnings import fresh, headingish
from reader.layout.headings.heading_patterns import (
    BRACKETED_LINE,
    DOCUMENT,
    SUBTITLE_MARK,
)
from reader.layout.segments import Kind, Segment
from reader.patterns.line_edges import CLOSED

VERSE_LONGEST = 30
VERSE_OPEN = 0.6
VERSE_LINES = 4
# More lines behind a gap are a stanza rather than the headings of the next article.
HEADINGS_BELOW = 3


def see_verse(run: list[Segment], usual_gap: int) -> None:
    """Let the lines of verse and of lists stand alone, in place, so that no cut is seen behind
    them.
    """
    index = 0
    while index < len(run):
        end = index
        while (
            end < len(run)
            and _short_line(run[end])
            and not (end > index and _titled(run, end))
        ):
            end += 1
        first, last = _inside(run, index, end, usual_gap)
        open_lines = [
            one for one in run[first:last] if not CLOSED.search(one.folded)
        ]
        if last - first >= VERSE_LINES and len(open_lines) > VERSE_OPEN * (
            last - first
        ):
            for segment in run[first:last]:
                segment.kind = Kind.ALONE
        index = max(end, index + 1)


def _short_line(segment: Segment) -> bool:
    """Tell whether a line could be one of verse or of a list: short, with one pause at most."""
    short = segment.opens_line and len(segment.text) <= VERSE_LONGEST
    return segment.kind is Kind.TEXT and short and segment.folded.count(",") < 2


def _titled(run: list[Segment], at: int) -> bool:
    """Tell whether the line names a document that begins below it: in brackets stands when it was
    passed.
    """
    named = DOCUMENT.search(run[at].folded) and headingish(run[at])
    return (
        bool(named)
        and at + 1 < len(run)
        and bool(BRACKETED_LINE.match(run[at + 1].folded))
    )


def _inside(
    run: list[Segment], index: int, end: int, usual_gap: int
) -> tuple[int, int]:
    """Return the verse in a run of short lines, less the headings above it and those of the next
    article below.
    """
    first, last = index, end
    if index < end < len(run) and run[end].kind in OPENERS:
        last = end - _headings_below(run[index:end], usual_gap)
    if index < last and _titled(run, index):
        return index + 2, last
    titled = fresh(run, index, usual_gap) or run[index - 1].kind is Kind.LABEL
    if titled and index < last and headingish(run[index]):
        first = index + 1
    return first, last


def _headings_below(lines: list[Segment], usual_gap: int) -> int:
    """Return how many of the last lines are headings of what opens below: set apart, set otherwise,
    or behind a full stop.
    """
    tail = list(enumerate(reversed(lines[-HEADINGS_BELOW:]), 1))
    if wide := [count for count, line in tail if line.line.gap > usual_gap]:
        return wide[0]
    usual_indent = Counter(line.line.indent for line in lines).most_common(1)[
        0
    ][0]
    otherwise = next(
        (count - 1 for count, line in tail if line.line.indent == usual_indent),
        len(tail),
    )
    closed = next(
        (count - 1 for count, line in tail if CLOSED.search(line.folded)),
        0,
    )
    explained = 2 if SUBTITLE_MARK.match(lines[-1].folded) else 1
    return min(max(otherwise, closed, explained), len(lines))
