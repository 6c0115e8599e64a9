"""Find where a caption ends and its credit begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.layout.captions.caption_patterns import CAPTION_OPENER
from reader.layout.captions.credit_patterns import (
    AGENCY_TAIL,
    CAPTION_END,
    CREDIT_CUE,
    CREDIT_END,
    CREDIT_TAIL_START,
    LONGEST_CREDIT,
    OWN_CUE,
    PART,
    SPACES,
    TAIL_BRACKET,
    WRITTEN,
)
from reader.layout.captions.credits import read_credit
from reader.layout.segments import Credit


def split_caption(folded: str) -> tuple[int, Credit] | None:
    """Find the credit at the end of ``folded``; return where it begins, or None when there is
    none.
    """
    for start in _credit_starts(folded):
        credit = read_credit(folded[start:])
        if credit is not None:
            written = WRITTEN.search(folded[:start])
            return None if written else (start, credit)
    return None


def _credit_starts(folded: str) -> Iterator[int]:
    """Yield the places where a credit may begin, the surest first."""
    tail = folded[-LONGEST_CREDIT:]
    floor = len(folded) - len(tail)
    for start in _starts_in(tail, whole=not floor):
        yield floor + start


def _starts_in(tail: str, *, whole: bool) -> Iterator[int]:
    """Yield the places in the ``tail`` of a caption: marks of pictures, an agency, a bracket, then
    words; ``whole`` says that nothing stands in front of it.
    """
    if PART.match(tail):
        yield 0
    yield from _starts_of(AGENCY_TAIL, tail)
    bracket = TAIL_BRACKET.search(tail)
    if bracket is not None:
        yield bracket.start()
    elif CREDIT_END.search(tail) or CREDIT_TAIL_START.search(tail):
        yield from _behind_marks(tail, whole=whole)
        yield from _starts_of(OWN_CUE, tail)
        yield from _starts_of(CREDIT_CUE, tail)
        yield from _ends_of(SPACES, tail)


def _behind_marks(tail: str, *, whole: bool) -> Iterator[int]:
    """Yield the places behind a full stop, the last first, and the beginning of a line that is no
    caption.
    """
    ends = list(_ends_of(CAPTION_END, tail))
    yield from reversed(ends)
    if whole and not CAPTION_OPENER.match(tail):
        yield 0


def _starts_of(pattern: re.Pattern[str], words: str) -> Iterator[int]:
    for found in pattern.finditer(words):
        yield found.start()


def _ends_of(pattern: re.Pattern[str], words: str) -> Iterator[int]:
    for found in pattern.finditer(words):
        yield found.end()
