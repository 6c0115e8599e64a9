"""Where a printed line is taken apart, and what begins a line of its own.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

# A paragraph's indent that lost its line break: wide space behind a full stop.
#   + 。  次日上午   - 本报讯  近日
#   + 某题  本报讯(记者   - 甲乙(女)  丙丁
INDENT_INSIDE: Final = re.compile(
    r"(?<=[。!?…”)])(?<![女男族兼]\))[ ]{2,}(?=\S)|[ ]{2,}(?=本报讯|\(记者|【?新华社\S{2,14}电)"
)
# A list broken off in what it notes on a person, and the rest of that.
#   + 甲乙(女,土家|族) 丙丁   - (女,土家族)
NOTE_BROKEN_OFF: Final = re.compile(
    r"\((?:女|男|[女男][,、][\u4e00-\u9fff]{0,4}|[\u4e00-\u9fff]{1,4})$"
)
REST_OF_NOTE: Final = re.compile(r"(?:[,、]?[\u4e00-\u9fff]{0,4}族)?\)")
# Who took a picture, on a line of its own.   + 甲乙 摄   + 记者 甲乙/摄   - 拍摄
ENDS_AS_CREDIT: Final = re.compile(
    r"\(?(?:[\u4e00-\u9fff]{2,8} )?[\u4e00-\u9fff\u00b7]{1,6}(?: ?[\u4e00-\u9fff])?"
    r"[ /]*(?:摄|供图|摄影报道)\)?"
)
# What he is whom the next line names.   + 本报记者   + 通讯员   - 记者节
NAMED_BELOW: Final = re.compile(r"[\u4e00-\u9fff]{0,6}(?:记者|通讯员|实习生)")
# What a printed line of verse ends with, and a broken line of a column mostly does not.
LINE_PUNCTUATION: Final = frozenset("。,;:!?、…”)")
# A line that begins something of its own even in a narrow column.
#   + ■记者 甲乙   + 本报讯(记者   + 责任编辑:   - 本报记者获悉
OWN_LINE: Final = re.compile(
    r"[■◆●▲▼※>]|\(?(?:本报|本网)讯|\(?(?:责任)?编辑:|责编|\(?(?:上接|下转|紧接)"
)
# The next caption on the same line.   + 图①:会场。|图②:代表入场。   - 图①:见图②
CAPTION_INSIDE: Final = re.compile(
    r"(?<=[。;!?)])\s*(?=(?:图?[①-⑳]|图[\d一二三四五六七八九]|[上下左右中]图)\s*(?::|[^\s\d,。])[^。]{2})"
)
