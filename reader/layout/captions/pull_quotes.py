"""Find the lines that a page quotes large from its own text."""

from __future__ import annotations

from reader.layout.captions.caption_patterns import QUOTE_MARKS
from reader.layout.neighbours import in_threes
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import DAY_LINE

# A page that quotes itself does so a few times; no more lines than this are looked for in its text.
MOST_QUOTES = 40
LONGEST_QUOTE = 60
SHORTEST_QUOTE = 8


def see_pull_quotes(run: list[Segment]) -> None:
    """Set aside short lines that cut a sentence in two and stand word for word elsewhere in the
    page's text.
    """
    between = [
        segment
        for before, segment, after in in_threes(run)
        if after.is_text and _cuts(before, segment)
    ]
    for segment in between[:MOST_QUOTES]:
        if _is_repeated(segment, run):
            segment.kind = Kind.QUOTE


def _cuts(before: Segment, segment: Segment) -> bool:
    """Tell whether a short line stands behind the first half of a longer sentence."""
    if not _may_be_quote(segment) or before.size <= segment.size:
        return False
    return before.breaks_off and not segment.matches(DAY_LINE)


def _may_be_quote(segment: Segment) -> bool:
    if not segment.is_text_line:
        return False
    return SHORTEST_QUOTE <= segment.size <= LONGEST_QUOTE


def _is_repeated(quote: Segment, run: list[Segment]) -> bool:
    """Tell whether the words stand inside another text of the page."""
    words = quote.folded.strip(QUOTE_MARKS)
    enough = len(words) >= SHORTEST_QUOTE
    texts = (one for one in run if one.is_text and one is not quote)
    inside = (_holds_inside(one.folded, words) for one in texts)
    return enough and any(inside)


def _holds_inside(text: str, words: str) -> bool:
    if words not in text:
        return False
    return not text.endswith(words)
