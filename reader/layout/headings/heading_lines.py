"""Tell the lines that may be headings by their own form."""

from __future__ import annotations

from reader.layout.bylines.signed_names import is_names_line
from reader.layout.headings.heading_patterns import (
    BRACKETED_LINE,
    DOCUMENT_NUMBER,
    LONG_LIST,
    NOT_HEADING_END,
    POINT,
    PRICES,
    SENTENCE_INSIDE,
    SUBTITLE_MARK,
    TURN,
    WEATHER_LINE,
)
from reader.layout.jump_lines import is_jump
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import (
    AUTHORED,
    DAY_LINE,
    FIELD_LINE,
    FIGURES,
    LIST_HEAD,
    PROGRAMME_LINE,
    SCHEDULE_LINE,
    TERM_LINE,
)
from reader.patterns.line_edges import CANNOT_BEGIN

HEADING_LONGEST = 48
# What is not yet known to be anything else.
OPEN_KINDS = frozenset({Kind.TEXT, Kind.LABEL})
# What holds one of these is text, a list or a schedule.
NO_HEADING = (
    NOT_HEADING_END.search,
    CANNOT_BEGIN.match,
    DAY_LINE.match,
    SCHEDULE_LINE.match,
    SENTENCE_INSIDE.search,
    TURN.match,
    LONG_LIST.match,
    AUTHORED.match,
    FIELD_LINE.match,
    FIGURES.match,
    POINT.match,
    PRICES.match,
    PROGRAMME_LINE.match,
    TERM_LINE.match,
    WEATHER_LINE.match,
)


def may_be_heading(segment: Segment) -> bool:
    """Tell whether a line could be a heading by its own form."""
    if segment.kind not in OPEN_KINDS or segment.size > HEADING_LONGEST:
        return False
    return _is_all_but_jump(segment) and _may_head(segment.folded)


def explains(words: str) -> bool:
    """Tell whether a line can stand only under another (in brackets, or behind a dash: who said
    it).
    """
    if SUBTITLE_MARK.match(words):
        return True
    if DOCUMENT_NUMBER.match(words):
        return True
    bracketed = BRACKETED_LINE.match(words)
    return bracketed is not None


def _is_all_but_jump(segment: Segment) -> bool:
    """Tell whether the words open their line, and nothing but a jump line stands behind them
    (某题(下转A3版)).
    """
    if segment.start:
        return False
    behind = segment.line.folded[segment.end :]
    return not behind or is_jump(behind)


def _may_head(words: str) -> bool:
    if any(shows(words) for shows in NO_HEADING):
        return False
    if is_names_line(words):
        return False
    if BRACKETED_LINE.match(words):
        return True
    return not LIST_HEAD.match(words)
