"""Who signs: surnames that are believed where a byline or credit says that a name stands there.

``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

from typing import Final

from reader.patterns.surnames import CLEAR_SURNAMES, WORDY_SURNAMES

# Surnames too rare, or too common as words, to be believed in running text.   + 记者 莫小川   - 莫名其妙
RARE_SURNAMES: Final = frozenset(
    "云昌廉卜平狄支莫经裘干宣杭诸嵇滑芮羿汲邴松富乌巴弓隗蓬班仰暴厉戎祖束韶宿怀索籍阴能闻扶堵宰郦郤璩寿通扈郏浦农充茹宦鱼容慎戈庾"
    "终暨居步都满国寇广禄东殳利蔚越夔师厍勾訾阚空须丰相权益仉督帅缑况琴归海墨谯年福付仝呙"
)
SURNAMES: Final = CLEAR_SURNAMES | WORDY_SURNAMES | RARE_SURNAMES
