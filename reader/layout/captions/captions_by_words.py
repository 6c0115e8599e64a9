"""Read the caption and the credit that a line holds by its own words."""

from __future__ import annotations

from reader.layout.bylines.signed_lines import line_byline
from reader.layout.captions.caption_patterns import (
    CAPTION_OPENER,
    LONGEST_CAPTION,
    NOT_CAPTION,
    SIGNED_ITEM,
    TEXT_FIRST,
)
from reader.layout.captions.credit_starts import split_caption
from reader.layout.lines import Excerpt
from reader.layout.segments import Credit, Kind, Segment, segment_of, trimmed


def captions_in(found: Excerpt) -> list[Segment | None]:
    """Read words as a caption, a caption with its credit, or a credit alone; return nothing when
    they are none of them.
    """
    printed = found.stripped()
    words = printed.folded
    if len(words) > LONGEST_CAPTION or TEXT_FIRST.match(words):
        return []
    credited = split_caption(words)
    if credited is not None and not _is_signed(printed, credited[0]):
        return _with_credit(printed, *credited)
    if not _opens_caption(words):
        return []
    caption = segment_of(Kind.CAPTION, printed)
    return [caption]


def _is_signed(printed: Excerpt, size: int) -> bool:
    """Tell whether the words in front of a credit are a byline."""
    end = printed.start + size
    words = printed.before(end)
    byline = line_byline(words)
    return byline is not None


def _with_credit(
    printed: Excerpt, size: int, credit: Credit
) -> list[Segment | None]:
    """Return the caption, so many characters, and the credit behind it."""
    start = printed.start + size
    words = printed.before(start)
    caption = trimmed(Kind.CAPTION, words)
    left = printed.behind(start).stripped()
    behind = segment_of(Kind.CREDIT, left)
    behind.credit = credit
    return [caption, behind]


def _opens_caption(words: str) -> bool:
    """Tell whether words begin with a picture's mark and are no advertisement or signed item."""
    if not CAPTION_OPENER.match(words):
        return False
    if NOT_CAPTION.match(words):
        return False
    return not SIGNED_ITEM.search(words)
