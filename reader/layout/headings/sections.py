"""Take the head of a section off its first article: it stands over several articles and is the
kicker of none.
"""

from __future__ import annotations

import itertools

from reader.layout.drafts import RoughArticle
from reader.layout.headings.label_patterns import PLACE_FIRST
from reader.layout.headings.labels import heads_a_group, is_label
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import GREETING


def take_off_section_heads(drafts: list[RoughArticle]) -> None:
    """Make furniture, in place, of each label whose article is followed by another of the same make
    without a label.
    """
    for draft, following in itertools.pairwise(drafts):
        label = _label_of(draft)
        if label is None:
            continue
        if _are_alike(draft, following):
            label.kind = Kind.FURNITURE
            draft.segments.remove(label)


def _label_of(draft: RoughArticle) -> Segment | None:
    """Return the label above the headline of an article."""
    headings = draft.headings()
    if len(headings) < 2:
        return None
    first = headings[0]
    return first if is_label(first) else None


def _are_alike(draft: RoughArticle, following: RoughArticle) -> bool:
    """Tell whether both are letters, both open their headline with a place, or both are short
    pieces under a label for such.
    """
    if not following.has(Kind.HEADING):
        return False
    if _label_of(following):
        return False
    letters = _greets(draft), _greets(following)
    if any(letters):
        return all(letters)
    if _name_places(draft, following):
        return True
    return _are_pieces(draft, following)


def _name_places(draft: RoughArticle, following: RoughArticle) -> bool:
    """Tell whether the headlines begin with where (茶场镇:炒茶能手同台“斗”技)."""
    _, headline, *_ = draft.headings()
    next_headline, *_ = following.headings()
    headlines = headline.folded, next_headline.folded
    return all(map(PLACE_FIRST.match, headlines))


def _are_pieces(draft: RoughArticle, following: RoughArticle) -> bool:
    """Tell whether both have one line for a headline and open with no dateline or byline."""
    label, *headline = draft.headings()
    next_headline = following.headings()
    if len(headline) > 1 or not heads_a_group(label.folded):
        return False
    if _opens(draft) or _opens(following):
        return False
    return len(next_headline) == 1


def _greets(draft: RoughArticle) -> bool:
    """Tell whether it is a letter or a speech."""
    body = draft.body()
    if not body:
        return False
    return body[0].matches(GREETING)


def _opens(draft: RoughArticle) -> bool:
    return draft.has(Kind.OPENING, Kind.BYLINE)
