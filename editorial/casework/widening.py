"""Half-width marks beside Chinese, and the full-width ones that print has in their place."""

from __future__ import annotations

import re

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_QUOTES = "\u2018\u2019\u201c\u201d\u300a\u300b"
_BESIDE = f"[{_HAN}{_QUOTES}]"
# A half-width mark before or behind Chinese or a quotation mark; not 5,000 and not 8:30.
HALFWIDTH = re.compile(f"(?<={_BESIDE})[,;:?!()]|[,;:?!()](?={_BESIDE})")
# Every full-width form of Unicode stands at this distance from its half-width one.
FULL_WIDTH = 0xFEE0


def widened(text: str) -> str:
    """Return the text with full-width marks wherever a half-width one stands beside Chinese; every
    offset stays.
    """
    return HALFWIDTH.sub(_full_width, text)


def _full_width(mark: re.Match[str]) -> str:
    half = ord(mark.group())
    return chr(half + FULL_WIDTH)


def count_halfwidth(text: str) -> int:
    marks = HALFWIDTH.findall(text)
    return len(marks)
