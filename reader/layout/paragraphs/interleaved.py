"""Bring home the rest of an article that another article's text has parted from it."""

from __future__ import annotations

from reader.layout.across import word_across
from reader.layout.drafts import BODY, Draft
from reader.layout.segments import Kind, Segment
from reader.patterns.line_edges import CANNOT_BEGIN, CLOSED, LEFT

# The rest of a parted article stands no farther behind it than this.
FARTHEST = 3
# A line this short that does not close is a signature or a crosshead, no half of a sentence.
SHORTEST_HALF = 16


def bring_home(drafts: list[Draft]) -> None:
    """Move, in place, the rest of each article that breaks off in a sentence from the later article
    that holds it.
    """
    for at, draft in enumerate(drafts):
        last = _broken_off(draft)
        if last is None:
            continue
        for other in drafts[at + 1 : at + 1 + FARTHEST]:
            place = _rest(last, other)
            if place is not None:
                draft.segments += other.segments[place:]
                del other.segments[place:]
                break


def _broken_off(draft: Draft) -> Segment | None:
    """Return the last text of an article that ends in the middle of a sentence without a jump
    line.
    """
    body = draft.of(*BODY)
    if not body or draft.has(Kind.JUMP_ON, Kind.CLOSING):
        return None
    last = body[-1]
    open_end = (
        last.kind is Kind.TEXT
        and len(last.text) >= SHORTEST_HALF
        and not LEFT.search(last.folded)
    )
    return last if open_end else None


def _rest(last: Segment, other: Draft) -> int | None:
    """Return where in ``other``, behind text that has come to its end, the sentence broken off in
    ``last`` goes on.

    It goes on with what cannot begin a paragraph, or where a word lies across the cut.
    """
    closed = False
    for place, segment in enumerate(other.segments):
        if segment.kind not in BODY:
            continue
        if closed and segment.kind is Kind.TEXT and segment.opens_line:
            words = segment.folded
            if CANNOT_BEGIN.match(words) or word_across(last.folded, words):
                return place
        closed = bool(CLOSED.search(segment.folded))
    return None
