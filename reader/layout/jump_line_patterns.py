"""What sends a reader to another page.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not. Spaces are
never given back (``\\s*+``), so that a line of nothing else is read in one go.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import NUMERALS

_ARROW: Final = "[>»→▶►▷↘↓☞⇒◀◁◄←«*…—-]"
_ARROWS: Final = _ARROW + "{0,8}"
_PAGE: Final = (
    rf"(?P<page>第?\s*+[A-Za-z]?\s*+(?:\d{{1,3}}"
    rf"|[{NUMERALS}]{{1,3}})"
    rf"(?:\s*[、,和至-]\s*第?[A-Za-z]?\d{{1,3}})*)\s*+版?[①-⑳]?"
)
# One of these stands in every jump line.
JUMP_WORDS: Final = ("转", "见", "刊", "接")
# The text goes on elsewhere: the end of a block.   + >>> 下转 C3版   + (下转第三版)   + 下转02版①   +
# (详见A2、A3版)   - 由下转上
JUMP_ON: Final = re.compile(
    rf"(?<!\s)\s*+[□■◆●▲(\[【]?\s*(?:{_ARROW}{{1,8}}\s*+)?(?:下转|转(?=\s*第?[A-Z\d])"
    rf"|(?:(?<=[(\[【])[^()\[\]【】。]{{0,16}}?|全文|相关报道|报道|图文|更多报道)?(?:详)?(?:见"
    rf"|刊)(?=\s*第?[A-Z\d{NUMERALS}]+[^。]*版))"
    rf"\s*+[:：]?\s*+(?:本报|今日)?\s*+{_PAGE}(?:[^()。]{{0,6}}》?)?\s*+{_ARROWS}\s*+[)\]】]?\s*+$"
)
# The text began elsewhere: the start of a block.   + (上接A1版)   + 上接第一版   + >>> 上接 C1版   - 上接天线
JUMP_FROM: Final = re.compile(
    rf"\s*+[□■◆●▲(\[【]?\s*+{_ARROWS}\s*+(?:上接|紧接"
    rf"|接(?=\s*第?[A-Z\d{NUMERALS}]+\s*版))\s*+:?\s*+{_PAGE}\s*+{_ARROWS}\s*+[)\]】]?\s*+"
)
# The same behind a heading on its line.   + 某题(上接A1版)   - 由下上接三版
JUMP_FROM_TAIL: Final = re.compile(
    rf"[(\[【]\s*+{_ARROWS}\s*+(?:上接|紧接)\s*+:?\s*+{_PAGE}\s*+[)\]】]\s*+$"
)
