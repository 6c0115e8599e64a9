"""What a signed name looks like: a surname that is believed where a name is known to stand.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN
from reader.patterns.surnames import CLEAR_SURNAMES, WORDY_SURNAMES

# Surnames too rare, or too common as words, to be believed in running text.   + 记者 莫小川   - 莫名其妙
RARE_SURNAMES: Final = frozenset(
    "云昌廉卜平狄支莫经裘干宣杭诸嵇滑芮羿汲邴松富乌巴弓隗蓬班仰暴厉戎祖束韶宿怀索籍阴能闻扶堵宰郦郤璩寿通扈郏浦农充茹宦鱼容慎戈庾"
    "终暨居步都满国寇广禄东殳利蔚越夔师厍勾訾阚空须丰相权益仉督帅缑况琴归海墨谯年福付仝呙"
)
SURNAMES: Final = CLEAR_SURNAMES | WORDY_SURNAMES | RARE_SURNAMES
# A cell of a line of names: a name or one character of it, and what brackets say behind it.
#   + 甲乙   + 甲   + 丙丁(女)   - 女)
NAME_CELL: Final = re.compile(
    rf"(?P<cell>[{HAN}·]{{1,12}})(?P<note>\([^()]{{1,12}}\))?(?P<mark>、?)"
)
_CELLS: Final = (
    rf"(?:[{HAN}·]{{1,12}}(?:\([^()]{{1,12}}\)(?:、|\s*)|、|\s+|$))+"
)
# What only lists of people say in brackets.   + (女)   + (女,土家族)   - (市区)
PERSONAL_NOTE: Final = re.compile(
    rf"\((?:女|男|(?:[女男][,、])?[{HAN}]{{1,5}}族)\)"
)
# What people did: no name ends so.   + 甲乙、丙丁、戊己分别参加   - 甲乙、丙丁
ENDS_IN_ACT: Final = re.compile(
    r"(?:出席|列席|参加|主持|讲话|致辞|致词|陪同|会见|调研|揭牌|发言|当选)$"
)
# A line of names, three and more; whether they look like names is the caller's to see.
#   + 甲乙 丙丁 戊　己(女)   + 城北街道:甲乙、丙丁、戊己   + 甲 乙 丙　丁 戊   - 抓好春耕、备耕
NAMES_LINE: Final = re.compile(
    rf"(?:[{HAN}]{{2,16}}(?:\([^()]{{1,24}}\))?:\s*)?(?P<names>{_CELLS})$"
)
