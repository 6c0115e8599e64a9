"""Find verse and lists: runs of short lines, less the headings above them and those of the next
article below.
"""

from __future__ import annotations

from collections import Counter

from reader.layout.headings.borders import OPENERS, is_fresh, is_signature
from reader.layout.headings.heading_lines import explains, may_be_heading
from reader.layout.headings.heading_patterns import (
    BRACKETED_LINE,
    DOCUMENT,
    DOCUMENT_NUMBER,
    LIST_TITLE,
    NOTICE_TITLE,
    NUMBERED,
    ORDER,
    SUBTITLE_MARK,
)
from reader.layout.neighbours import Neighbours
from reader.layout.paragraphs.alone_patterns import APPOINTED
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import FIELD_LINE, GREETING, SCHEDULE_LINE

VERSE_LONGEST = 30
VERSE_OPEN = 0.6
VERSE_LINES = 4
# More lines behind a gap are a stanza rather than the headings of the next article.
HEADINGS_BELOW = 3
# A shorter title may be a line of verse.
SHORTEST_NOTICE = 4
# What the first line of a document looks like, or what brackets or a number say under its name.
FIRST_OF_DOCUMENT = (
    APPOINTED,
    BRACKETED_LINE,
    DOCUMENT_NUMBER,
    FIELD_LINE,
    GREETING,
    NUMBERED,
    SCHEDULE_LINE,
)
# What ends an article that closes no sentence.
CLOSES_LIST = (FIELD_LINE, NUMBERED)


def see_verse(page: Neighbours) -> None:
    """Let the lines of verse and of lists stand alone, in place, so that no cut is seen behind
    them.
    """
    start = 0
    while start < len(page.segments):
        end = _end_of_short_lines(page, start)
        lines = _without_headings(page, start, end)
        if _are_verse(lines):
            _let_stand_alone(lines)
        start = max(end, start + 1)


def _let_stand_alone(lines: list[Segment]) -> None:
    for line in lines:
        line.kind = Kind.ALONE


def _end_of_short_lines(page: Neighbours, start: int) -> int:
    """Return where a run of short lines ends: at a longer one, at the title of a document, behind
    who signs.
    """
    behind_last = len(page.segments)
    for at in range(start, behind_last):
        line = page.segments[at]
        if not _is_short_line(line):
            return at
        if at > start and _begins_anew(page, at):
            return at
    return behind_last


def _begins_anew(page: Neighbours, at: int) -> bool:
    return is_signature(page, at - 1) or _count_title_lines(page, at) > 0


def _is_short_line(segment: Segment) -> bool:
    """Tell whether a line could be one of verse or of a list: short, with one pause at most."""
    if not segment.is_text_line:
        return False
    if segment.size > VERSE_LONGEST:
        return False
    return segment.folded.count(",") < 2


def _are_verse(lines: list[Segment]) -> bool:
    """Tell whether lines are enough, and most of them close no sentence."""
    count = len(lines)
    if count < VERSE_LINES:
        return False
    closed = sum(line.closes for line in lines)
    left_open = count - closed
    return left_open > VERSE_OPEN * count


def _count_title_lines(page: Neighbours, at: int) -> int:
    """Return how many lines from ``at`` on are the title of a document: its name, what brackets say
    under it, and what leads in above it behind a text that has come to its end.
    """
    if _is_titled(page, at):
        below = page.segments[at + 1]
        return 2 if explains(below.folded) else 1
    if not _may_lead_in(page, at):
        return 0
    titles = _count_title_lines(page, at + 1)
    return titles and titles + 1


def _may_lead_in(page: Neighbours, at: int) -> bool:
    """Tell whether a line could be the kicker of the title below it."""
    if page.below(at) is None or not may_be_heading(page.segments[at]):
        return False
    if not _is_titled(page, at + 1):
        return False
    above = page.above(at)
    return above is None or not above.is_text or above.closes


def _is_titled(page: Neighbours, at: int) -> bool:
    """Tell whether the line names a document that begins below it: a notice by its words, a list by
    its order, another by when it was passed, in brackets, or by its first line.
    """
    line = page.segments[at]
    below = page.below(at)
    if below is None:
        return False
    if _names_a_notice(line):
        return below.size > line.size
    if not may_be_heading(line):
        return False
    if line.holds(LIST_TITLE):
        return below.matches(ORDER)
    drawn_together = "".join(line.folded.split())
    if DOCUMENT.search(drawn_together) is None:
        return False
    return any(map(below.matches, FIRST_OF_DOCUMENT))


def _names_a_notice(line: Segment) -> bool:
    if line.size < SHORTEST_NOTICE:
        return False
    words = line.folded
    return NOTICE_TITLE.fullmatch(words) is not None


def _without_headings(page: Neighbours, start: int, end: int) -> list[Segment]:
    """Return a run of short lines less the headings above it and those of the next article
    below.
    """
    lines = page.segments[start:end]
    last = end
    if lines and page.kind_at(end) in OPENERS:
        last -= _count_headings_below(lines, page.usual_gap)
    if start == last:
        return []
    first = start + _count_headings_above(page, start)
    return page.segments[first:last]


def _count_headings_above(page: Neighbours, start: int) -> int:
    """Return how many of the first lines are headings."""
    titles = _count_title_lines(page, start)
    if titles:
        return titles
    above = page.above(start)
    begins = is_fresh(page, start) or _is_label(above)
    if begins and may_be_heading(page.segments[start]):
        return _count_above_fields(page, start) or 1
    return 0


def _count_above_fields(page: Neighbours, start: int) -> int:
    """Return how many lines stand right above the fields of a notice, 0 where none do."""
    end = start + HEADINGS_BELOW + 1
    lines = page.segments[start:end]
    for count, line in enumerate(lines):
        if line.matches(FIELD_LINE):
            return count
    return 0


def _is_label(above: Segment | None) -> bool:
    return above is not None and above.kind is Kind.LABEL


def _count_headings_below(lines: list[Segment], usual_gap: int) -> int:
    """Return how many of the last lines are headings of what opens below: set apart, set otherwise,
    or behind a full stop.
    """
    tail = lines[-HEADINGS_BELOW:]
    tail.reverse()
    apart = _count_set_apart(tail, usual_gap)
    if apart:
        return apart
    otherwise = _count_set_otherwise(tail, lines)
    behind_stop = _count_behind_stop(tail)
    found = max(otherwise, behind_stop, _count_explained(tail))
    return min(found, len(lines))


def _count_set_apart(tail: list[Segment], usual_gap: int) -> int:
    """Return how many lines, from the last one up, stand below a wider gap."""
    for count, line in enumerate(tail, 1):
        if line.gap > usual_gap:
            return count
    return 0


def _count_explained(tail: list[Segment]) -> int:
    """Return how many lines the last one makes headings: itself, and the one that it explains."""
    last = tail[0]
    if last.matches(SUBTITLE_MARK):
        return 2
    return 1


def _count_set_otherwise(tail: list[Segment], lines: list[Segment]) -> int:
    """Return how many lines, from the last one up, are not indented as most are."""
    indents = Counter(one.line.indent for one in lines)
    ((usual, _),) = indents.most_common(1)
    as_usual = [one.line.indent == usual for one in tail]
    if True not in as_usual:
        return len(tail)
    return as_usual.index(True)


def _count_behind_stop(tail: list[Segment]) -> int:
    """Return how many lines, from the last one up, stand behind one that closes a sentence, or
    behind a field, or a numbered line.
    """
    closing = [
        line.closes or any(map(line.matches, CLOSES_LIST)) for line in tail
    ]
    if True not in closing:
        return 0
    return closing.index(True)
