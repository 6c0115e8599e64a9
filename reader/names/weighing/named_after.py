"""Houses, prizes and companies that are named after somebody: there the name is no mention."""

from __future__ import annotations

from typing import Final

from reader.names.words import MARK, Words
from reader.patterns.characters import row
from reader.patterns.words_beside_names import AFTER

# The last characters of what is named after people.   + 体育馆, 医药集团, 文学奖   - 同志, 医生
ENDS: Final = frozenset("馆院楼路街团店堂奖杯牌校司社厂厅居墓祠亭桥号坊斋站")
# Words that end so too, and others that are named after people.   + 鲁班|基金会, 李白|故里   - 张明|同学会
WORDS: Final = frozenset(
    row(
        "故里 广场 药房 基金 基金会 研究会 学会 酒家 牌号 商标 展台 专卖 童话 诗集 雕像 塑像 铜像 陵园 庄园 公园 诊所 剧场 剧院"
    )
)
# As far as such words may reach behind a name.
LONGEST: Final = 6
# The segmenter's tags of what such a name is made of.
NOUNS: Final = frozenset("nj")


def is_named_after(words: Words, start: int) -> bool:
    """Tell whether what begins at ``start`` is a house, a prize or a company named after somebody.

    A title in front of it (张明书记办公室) belongs to the person.
    """
    limit = start + LONGEST
    tags = words.tags
    while start < limit and tags.get(start, MARK)[0] in NOUNS:
        word = words.word_from(start)
        if word in AFTER:
            return False
        if word in WORDS or _ends_so(word):
            return True
        start = words.end[start]
    return False


def _ends_so(word: str) -> bool:
    """Tell whether a word of several characters ends like what is named after people."""
    return len(word) > 1 and word[-1] in ENDS
