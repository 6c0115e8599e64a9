"""What lines of text begin and end with.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, NUMERALS

# A text that has come to its end.   + 闭幕。   + 好!”   + ……”   + 她说。(小米)   - 大会在“
CLOSED: Final = re.compile(
    rf"[。!?…][”’\"'」』)》】]*(?:\([{HAN}]{{1,3}}(?: ?[{HAN}])?\))?\s*$"
)
# A text that hands over to what follows on its own lines.   + 要求:   - 要求
HANDS_OVER: Final = re.compile(r"(?::|——)\s*$")
# Either of the two: what follows is no second half of the text.   + 闭幕。   + 要求:   - 大会在“
CLOSED_OR_HANDS_OVER: Final = re.compile(
    rf"{CLOSED.pattern}|{HANDS_OVER.pattern}"
)
# A block that cannot begin a paragraph.   + ,他说   + ”会议   - “会议   - ——副题
CANNOT_BEGIN: Final = re.compile(r"[,、。;:!?”’)》】」』%]")
# An item of a list, which begins a paragraph of its own.   + 一、坚持   + (二)   + 3.加强   + ●   - 一个   -
# 3月
ITEM: Final = re.compile(
    rf"(?:第?[{NUMERALS}]{{1,3}}(?:、|是[^{HAN}]|要)|[{NUMERALS}]是"
    rf"|\([{NUMERALS}\d]{{1,3}}\)|\d{{1,2}}[.、](?!\d)"
    r"|[①-⑳●○■□◆◇▲△★☆▶►※]|——)"
)
# Behind the text, jump lines, bylines and duties are looked for no farther back than this.
LONGEST_TAIL: Final = 100
