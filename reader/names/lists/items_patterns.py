"""What parts a list into its items.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, SPACES
from reader.patterns.printed_names import PADDED

# A whole item of a list that may be a name.   + 热地, 咸辉, 柏 松   - 市委书记处, 李岚等
SHORT_NAME: Final = re.compile(
    f"[{HAN}]{{2,4}}(?<![等们的了])|{PADDED.pattern}"
)
# A region in front of an everyday word begins the name of a body.   - 市 | 发展(和改革委员会)
REGIONS: Final = frozenset("省市县州乡镇")
# A 、 inside what a list of people won.   + 分获男、女, 第二、三名   - 王男、李女
NO_SEPARATOR: Final = re.compile(
    "(?<=男)\u3001(?=女)|(?<=[一二三四五六七八九0-9金银])\u3001(?=[一二三四五六七八九十0-9银铜])"
)
# A stretch that one list of names cannot outrun.   + ...主席是 | A、B、C | 。
STRETCH: Final = re.compile("[^\u3002;:!?,\u201c\u201d\u300a\u300b\n]+")
# What parts the items of a list.   + 甲乙、丙丁   + 甲乙 丙丁   - 甲乙和丙丁
SEPARATOR: Final = re.compile(f"[\u3001{SPACES}]")
# What stands behind a whole item that is not the last.   + 于谦和 | 、   - 沈浪 | 将与
ENDS_ITEM: Final = ("\u3001", "(", " ")
# What joins the last name of a list to the one before.   + 鲁平(和)夏雨   - 鲁平、夏雨
LAST_BUT_ONE: Final = re.compile(
    f"(?:[{HAN}]{{2,4}}|{PADDED.pattern})\0*(以及|和|与|及)(?=[{HAN}]{{2}})"
)
# The items of a list, between 、.   + 甲乙|、丙丁   - 、
BETWEEN_COMMAS: Final = re.compile("[^\u3001]+")
# The items of a stretch without that mark, between its spaces.   + 甲乙|  丙 丁   - (a space)
BETWEEN_SPACES: Final = re.compile(
    f"{PADDED.pattern}(?![{HAN}])|[^{SPACES}\0]+"
)
