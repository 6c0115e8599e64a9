"""What introduces a list of names, and the lines that begin with names.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, SPACES
from reader.patterns.printed_names import ANNOTATION, DOTTED, PADDED

# What introduces a list of names.   + 在主席台就座的有:, 代表名单, 执行主席是:   - 提出三点要求:
LIST_CUE: Final = re.compile(
    "(?:有|是|为|名单|人员|成员|委员|主席|代表|如下|排序|主席团|参加|出席|同志|授予|任命|表彰)[:(]?$"
)
LONGEST_CUE: Final = 5
# A line that begins with a name and says behind it who it is.   + 李明 市公交公司驾驶员, 尹 力(女) 护士长
HEAD_OF_LINE: Final = re.compile(
    f"({PADDED.pattern}|[{HAN}]{{2,4}}|{DOTTED.pattern})(?={ANNOTATION.pattern}|[{SPACES}:])"
)
