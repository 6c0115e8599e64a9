"""Take the head of a section off its first article: it stands over several articles and is the
kicker of none.
"""

from __future__ import annotations

import itertools

from reader.layout.drafts import BODY, Draft
from reader.layout.headings.label_patterns import PLACE_FIRST
from reader.layout.headings.ranks import heads_a_group, is_label
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import GREETING


def part_sections(drafts: list[Draft]) -> None:
    """Make furniture, in place, of each label whose article is followed by another of the same make
    without a label.
    """
    for draft, following in itertools.pairwise(drafts):
        headings = draft.of(Kind.HEADING)
        if (
            len(headings) > 1
            and is_label(headings[0])
            and _alike(headings, draft, following)
        ):
            headings[0].kind = Kind.FURNITURE
            draft.segments.remove(headings[0])


def _alike(headings: list[Segment], draft: Draft, following: Draft) -> bool:
    """Tell whether both are letters, both open their headline with a place, or both are short
    pieces under a label for such.
    """
    others = following.of(Kind.HEADING)
    if not others or (len(others) > 1 and is_label(others[0])):
        return False
    if _greets(draft) or _greets(following):
        return _greets(draft) and _greets(following)
    if PLACE_FIRST.match(headings[1].folded) and PLACE_FIRST.match(
        others[0].folded
    ):
        return True
    short = (
        heads_a_group(headings[0].folded)
        and len(headings) == 2
        and len(others) == 1
    )
    return short and not _opens(draft) and not _opens(following)


def _greets(draft: Draft) -> bool:
    body = draft.of(*BODY)
    return bool(body) and bool(GREETING.match(body[0].folded))


def _opens(draft: Draft) -> bool:
    return draft.has(Kind.OPENING, Kind.BYLINE)
