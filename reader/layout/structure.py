"""See what the lines are among their neighbours: captions, headings, bare bylines, verse and lines that stand alone."""

from __future__ import annotations

import itertools
from collections import Counter

from reader.layout.beginnings import OPENERS, fresh, headingish, see_headings, see_labels
from reader.layout.bylines import bare_byline, bracketed_names, reader_signs
from reader.layout.captions import see_captions
from reader.layout.drafts import BODY
from reader.layout.segments import Kind, Segment
from reader.layout.signatures import is_names_line
from reader.patterns import layout as patterns
from reader.records import Role

VERSE_LONGEST = 30
VERSE_OPEN = 0.6
VERSE_LINES = 4
# More lines behind a gap are a stanza rather than the headings of the next article.
HEADINGS_BELOW = 3
CROSSHEAD_LONGEST = 26


def see_structure(segments: list[Segment]) -> None:
    """Settle the kinds that only the neighbours tell, in place."""
    run = [segment for segment in segments if segment.kind is not Kind.FURNITURE]
    usual_gap = _usual_gap(run)
    see_captions(run, usual_gap)
    _letters(run)
    see_labels(run)
    _bare_bylines(run)
    _closing_names(run)
    _verse(run, usual_gap)
    see_headings(segments, usual_gap)
    _crossheads(run)


def _usual_gap(run: list[Segment]) -> int:
    """Return how many empty lines usually stand between two lines of the page."""
    gaps = Counter(segment.line.gap for segment in run[1:] if segment.opens_line)
    return gaps.most_common(1)[0][0] if gaps else 0


def _letters(run: list[Segment]) -> None:
    """Let the lines of a letter stand alone: greeting, wishes, date, and the signature above the date."""
    for index, segment in enumerate(run):
        if segment.kind is not Kind.TEXT:
            continue
        if patterns.LETTER_LINE.match(segment.folded):
            segment.kind = Kind.ALONE
        elif patterns.DATE_LINE.match(segment.folded):
            segment.kind = Kind.ALONE
            above = run[index - 1] if index else None
            if above is not None and above.kind is Kind.TEXT and headingish(above):
                above.kind = Kind.ALONE


def _bare_bylines(run: list[Segment]) -> None:
    """Read names alone on a line under a heading and above the text as a byline."""
    for before, segment, after in zip(run, run[1:], run[2:], strict=False):
        if segment.kind is not Kind.TEXT or not headingish(segment):
            continue
        if before.kind is not Kind.TEXT or not headingish(before):
            continue
        if after.kind not in (Kind.TEXT, Kind.OPENING, Kind.ALONE):
            continue
        dated = after.kind is Kind.OPENING or patterns.NEWS_START.match(after.folded)
        news = dated and patterns.AUTHOR_MARK not in segment.folded
        found = bare_byline(segment.line, segment.start, segment.end, Role.REPORTER if news else Role.WRITER)
        if found is not None:
            segment.kind, segment.byline = Kind.BYLINE, found.byline


def _closing_names(run: list[Segment]) -> None:
    """Read who signed behind the text as the byline that closes it: in brackets, or a reader of the paper."""
    for index, (before, segment) in enumerate(itertools.pairwise(run), 1):
        if before.kind not in BODY or not segment.opens_line:
            continue
        if segment.kind is Kind.BYLINE and segment.folded.startswith("("):
            segment.kind = Kind.CLOSING
        if segment.kind is not Kind.TEXT:
            continue
        dated = index + 1 < len(run) and bool(patterns.DAY_LINE.match(run[index + 1].folded))
        found = bracketed_names(segment.line, segment.start, segment.end)
        found = found or (None if dated else reader_signs(segment.line, segment.start, segment.end))
        if found is not None:
            segment.kind, segment.byline = Kind.CLOSING, found.byline


# --- Lines that stand alone --------------------------------------------------------------------------------------


def _verse(run: list[Segment], usual_gap: int) -> None:
    """Let the lines of verse and of lists stand alone, so that no cut is seen behind them."""
    index = 0
    while index < len(run):
        end = index
        while end < len(run) and _short_line(run[end]):
            end += 1
        first, last = _inside(run, index, end, usual_gap)
        open_lines = [one for one in run[first:last] if not patterns.CLOSED.search(one.folded)]
        if last - first >= VERSE_LINES and len(open_lines) > VERSE_OPEN * (last - first):
            for segment in run[first:last]:
                segment.kind = Kind.ALONE
        index = max(end, index + 1)


def _short_line(segment: Segment) -> bool:
    """Tell whether a line could be one of verse or of a list: short, with one pause at most."""
    short = segment.opens_line and len(segment.text) <= VERSE_LONGEST
    return segment.kind is Kind.TEXT and short and segment.folded.count(",") < 2


def _inside(run: list[Segment], index: int, end: int, usual_gap: int) -> tuple[int, int]:
    """Return the verse in a run of short lines, less the headings above it and those of the next article below."""
    first, last = index, end
    if end < len(run) and run[end].kind in OPENERS:
        wide = [at for at in range(max(index, end - HEADINGS_BELOW), end) if run[at].line.gap > usual_gap]
        last = wide[-1] if wide else end - 1
    titled = fresh(run, index, usual_gap) or run[index - 1].kind is Kind.LABEL
    if titled and index < last and headingish(run[index]):
        first = index + 1
    return first, last


def _crossheads(run: list[Segment]) -> None:
    """Let short lines between closed paragraphs stand alone: they are no halves of a cut."""
    for index, segment in enumerate(run):
        before = run[index - 1] if index else None
        if segment.kind is not Kind.TEXT or not (_lists(segment.folded) or _crossheadish(segment)):
            continue
        if before is None or before.kind is not Kind.TEXT or patterns.LEFT.search(before.folded):
            segment.kind = Kind.ALONE


def _lists(words: str) -> bool:
    """Tell whether a line lists names or heads a list of them."""
    if patterns.VOTES_LINE.match(words) or patterns.SCHEDULE_LINE.match(words):
        return True
    head = len(words) <= CROSSHEAD_LONGEST and patterns.LIST_HEAD.match(words) and not patterns.CLOSED.search(words)
    return bool(head) or is_names_line(words)


def _crossheadish(segment: Segment) -> bool:
    """Tell whether a line could be a crosshead by its own form."""
    numbered = bool(patterns.ITEM.match(segment.folded))
    return headingish(segment) and len(segment.text) <= CROSSHEAD_LONGEST and (numbered or "," not in segment.folded)
