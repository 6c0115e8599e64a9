"""Rejoin an article with its rest that another article's text has parted from it."""

from __future__ import annotations

from reader.layout.across import word_across
from reader.layout.drafts import RoughArticle
from reader.layout.segments import Kind, Segment
from reader.patterns.line_edges import CANNOT_BEGIN, CLOSED_OR_HANDS_OVER

# The rest of a parted article stands no farther behind it than this.
FARTHEST = 3
# A line this short that does not close is a signature or a crosshead, no half of a sentence.
SHORTEST_HALF = 16


def rejoin_parted(drafts: list[RoughArticle]) -> None:
    """Move, in place, the rest of each article that breaks off in a sentence from the later article
    that holds it.
    """
    for at, draft in enumerate(drafts):
        last = _broken_off(draft)
        if last is not None:
            following = drafts[at + 1 :]
            _take_rest(draft, last, following[:FARTHEST])


def _take_rest(
    draft: RoughArticle, last: Segment, following: list[RoughArticle]
) -> None:
    """Move the rest of ``draft`` from the first of the following articles that holds it."""
    for other in following:
        place = _place_of_rest(last, other)
        if place is not None:
            draft.segments += other.segments[place:]
            del other.segments[place:]
            return


def _broken_off(draft: RoughArticle) -> Segment | None:
    """Return the last text of an article that ends in the middle of a sentence without a jump
    line.
    """
    if draft.has(Kind.JUMP_ON, Kind.CLOSING):
        return None
    body = draft.body()
    last = body[-1] if body else None
    if last is None or not _is_half(last):
        return None
    return last


def _is_half(last: Segment) -> bool:
    """Tell whether a text is the first half of a sentence."""
    if not last.is_text:
        return False
    if last.size < SHORTEST_HALF:
        return False
    return not last.holds(CLOSED_OR_HANDS_OVER)


def _place_of_rest(last: Segment, other: RoughArticle) -> int | None:
    """Return where in ``other``, behind text that has come to its end, the sentence broken off in
    ``last`` goes on.
    """
    closed = False
    for place, segment in enumerate(other.segments):
        if not segment.is_body:
            continue
        if closed and _goes_on(last, segment):
            return place
        closed = segment.closes
    return None


def _goes_on(last: Segment, segment: Segment) -> bool:
    """Tell whether a sentence goes on with what cannot begin a paragraph, or with the end of a
    word.
    """
    if not segment.is_text_line:
        return False
    joined = word_across(last.folded, segment.folded)
    return joined or segment.matches(CANNOT_BEGIN)
