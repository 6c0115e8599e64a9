"""What parts foreign and minority names from the words around them.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import DOTS, HAN, row
from reader.patterns.foreign_sounds import SOUNDS
from reader.patterns.minorities import PARTS

# What joins two such names.   + 肖恩·约翰逊(和)纳斯蒂娅·柳金   - 和·约翰逊
JOINS_DOTTED: Final = re.compile(f"[和与](?=[{HAN}]{{1,8}}[{DOTS}])")
# A dynasty in front of the dot is no part of a name.   + 清·龚自珍   - 秦·阿不都
DYNASTIES: Final = frozenset(
    row(
        "周 秦 汉 晋 隋 唐 宋 元 明 清 东汉 西汉 三国 东晋 西晋 北宋 南宋 南朝 北朝 战国 春秋 先秦 近代 现代"
    )
)
# All characters between a dot and a mark write sounds.   + 努尔兰别克·(赛力克)、   - 马科斯·(席尔瓦)头球破门, 马尔克斯来。
UP_TO_A_MARK: Final = re.compile(
    f"[{''.join(sorted(SOUNDS))}]{{2,5}}(?<!来)(?=[\u3001\u3002,;:!?()]|$)"
)
# Behind these a foreign word is a place.   + 在达喀尔   - 由门德斯
PLACE_BEFORE: Final = frozenset("在到从赴抵往至于")
# Parts that are words in their own right; alone they are no name.   + 哈达 | 巴特尔   - 哈达, 乌兰
WORDS: Final = frozenset(
    row(
        "哈达 乌兰 锡林 白玛 巴音 呼和 查干 敖登 格桑 云丹 阿布 阿依 安达 恩和 努尔 玉山 桑珠 索南 新吉乐 子尔 赛罕 达来 呼和 达瓦 赛尔 马海 拉马 沙马 阿里木"
    )
)
# Such a run that no more sounds follow.   + 哈布都拉 | 为   - 罗布 | 尔
WHOLE: Final = re.compile(f"{PARTS.pattern}(?![{''.join(sorted(SOUNDS))}])")
# Runs that are no persons.   - 格桑花, 巴音郭楞, 扎西德勒
NOT_BEHIND: Final = re.compile(
    "花|梅朵|德勒|郭楞|浩特|察布|木齐|草原|牧场|河|湖|山|旗|县|乡|镇|寺|拉康|达板|塔格|泉|孜|牧骑"
)
