"""Read the caption and the credit that a line holds by its own words."""

from __future__ import annotations

from dataclasses import replace

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
from reader.layout.segments import Credit, Kind, Segment, trimmed


def captions_in(found: Excerpt) -> list[Segment | None]:
    """Read words as a caption, a caption with its credit, or a credit alone; return nothing when
    they are none of them.
    """
    words = found.folded.strip()
    if len(words) > LONGEST_CAPTION or TEXT_FIRST.match(words):
        return []
    printed = found.behind(found.start + found.folded.index(words[0]))
    credited = split_caption(words)
    if credited is not None:
        start = printed.start + credited[0]
        if line_byline(printed.before(start)) is None:
            return _with_credit(printed, start, credited[1])
    return [trimmed(Kind.CAPTION, printed)] if _opens_caption(words) else []


def _with_credit(
    printed: Excerpt, start: int, credit: Credit
) -> list[Segment | None]:
    """Return the caption and the credit that begins at ``start``."""
    caption = trimmed(Kind.CAPTION, printed.before(start))
    behind = trimmed(Kind.CREDIT, printed.behind(start))
    return [caption, behind and replace(behind, credit=credit)]


def _opens_caption(words: str) -> bool:
    """Tell whether words begin with a picture's mark and are no advertisement or signed item."""
    if not CAPTION_OPENER.match(words):
        return False
    return not (NOT_CAPTION.match(words) or SIGNED_ITEM.search(words))
