"""Take the head of a section off its first article: it stands over several articles and is the
kicker of none.
"""

from __future__ import annotations

import itertools

from reader.layout.drafts import Draft
from reader.layout.headings.label_patterns import PLACE_FIRST
from reader.layout.headings.labels import heads_a_group, is_label
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import GREETING


def part_sections(drafts: list[Draft]) -> None:
    """Make furniture, in place, of each label whose article is followed by another of the same make
    without a label.
    """
    for draft, following in itertools.pairwise(drafts):
        label = _label_of(draft)
        if label is not None and _are_alike(draft, following):
            label.kind = Kind.FURNITURE
            draft.segments.remove(label)


def _label_of(draft: Draft) -> Segment | None:
    """Return the label above the headline of an article."""
    headings = draft.headings()
    labelled = len(headings) > 1 and is_label(headings[0])
    return headings[0] if labelled else None


def _are_alike(draft: Draft, following: Draft) -> bool:
    """Tell whether both are letters, both open their headline with a place, or both are short
    pieces under a label for such.
    """
    if not following.has(Kind.HEADING) or _label_of(following):
        return False
    if _greets(draft) or _greets(following):
        return _greets(draft) and _greets(following)
    return _name_places(draft, following) or _are_pieces(draft, following)


def _name_places(draft: Draft, following: Draft) -> bool:
    """Tell whether the headlines begin with where (茶场镇:炒茶能手同台“斗”技)."""
    headlines = draft.headings()[1], following.headings()[0]
    return all(PLACE_FIRST.match(line.folded) for line in headlines)


def _are_pieces(draft: Draft, following: Draft) -> bool:
    """Tell whether both have one line for a headline and open with no dateline or byline."""
    headings = draft.headings()
    if not heads_a_group(headings[0].folded) or len(headings) != 2:
        return False
    if len(following.headings()) != 1:
        return False
    return not _opens(draft) and not _opens(following)


def _greets(draft: Draft) -> bool:
    body = draft.body()
    return bool(body) and bool(GREETING.match(body[0].folded))


def _opens(draft: Draft) -> bool:
    return draft.has(Kind.OPENING, Kind.BYLINE)
