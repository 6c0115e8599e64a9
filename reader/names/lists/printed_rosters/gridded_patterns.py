"""What the rows of a list look like that is printed in columns.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, SPACES
from reader.patterns.printed_names import DOTTED
from reader.patterns.surnames import LONG_SURNAMES

# What stands between two spaces of a row, brackets masked.   + 华, 江帆, 买买提·艾山   - (a space)
CELL: Final = re.compile(f"{DOTTED.pattern}|[{HAN}]+")
# A passage that is a row of cells and nothing else; what a note stands behind may be long.
#   + 柏 松  江帆, 华 佗 生, 乌兰其其格(女,蒙古族) 江帆   - 组长:柏 松, 主席团
ROW: Final = re.compile(
    rf"[{SPACES}\0]*"
    rf"(?:(?:{DOTTED.pattern}|[{HAN}]{{1,4}}|[{HAN}]{{5,8}}(?=\0))(?:[{SPACES}\0]+|$)){{2,}}"
)
# What heads a list, set as wide as a name.   + 公 示   - 公 正
HEADS: Final = frozenset(("公示", "公告", "名单", "通知", "通告", "启事"))
# What only lists of people note.   + (女), (女,土家族)   - (市区)
PERSONAL: Final = re.compile(
    rf"\((?:[女男]|(?:[女男][,\u3001])?[{HAN}]{{1,5}}族)\)"
)
# What the cells of a padded name look like.   + 柏 松, 华 佗 生, 华 佗生, 欧阳 海, 欧阳 正坤   - 江帆 鲁直
PADDED_NAME: Final = re.compile(
    f"[{HAN}][{SPACES}]+[{HAN}]{{1,2}}|[{HAN}][{SPACES}]+[{HAN}][{SPACES}]+[{HAN}]"
    f"|[{HAN}]{{2}}[{SPACES}]+[{HAN}]|(?:{'|'.join(sorted(LONG_SURNAMES))})[{SPACES}]+[{HAN}]{{2}}"
)
