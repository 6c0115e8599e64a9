"""What parts dotted names from the words around them.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.names.candidates.foreign_sounds import SOUNDS
from reader.names.candidates.minorities import PARTS
from reader.patterns.characters import DOTS, HAN, row

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
# Such a run that no more sounds follow.   + 哈布都拉 | 为   - 罗布 | 尔
WHOLE: Final = re.compile(f"{PARTS.pattern}(?![{''.join(sorted(SOUNDS))}])")
