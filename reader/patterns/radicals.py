"""Radicals that a conversion left in place of characters, and the characters they stand for."""

from __future__ import annotations

import unicodedata
from typing import Final

# Unicode's Equivalent_Unified_Ideograph for the supplement; where that is a character nobody prints
# (U+20628 for the radical of 几), the common one.
_SUPPLEMENT: Final = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺮⺯"
    "⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤"
    "⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_CHARACTERS: Final = (
    "厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻竹糹"
    "纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼"
    "鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_KANGXI: Final = range(0x2F00, 0x2FD6)
CHARACTER_OF: Final[dict[int, str]] = {
    **{
        ord(radical): character
        for radical, character in zip(_SUPPLEMENT, _CHARACTERS, strict=True)
    },
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI},
}
