"""How a name is printed: its given name, padding, dots, what brackets say behind it.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import DOTS, HAN, SPACES

# Characters no given name holds.
NOT_GIVEN: Final = frozenset(
    "不的了是某我你他她它这那们或被把说着吗呢吧啊么个些每该此您咱谁啥么并但却地等而很"
)
# One or two characters that can follow a surname.   + 王(建国)   - 王(的人)
GIVEN: Final = re.compile(
    f"(?:(?![{''.join(sorted(NOT_GIVEN))}])[{HAN}]){{1,2}}"
)
# A two-character name padded to three places by the typesetter.   + 柏 松   - 柏松, 王 小明
PADDED: Final = re.compile(f"[{HAN}][{SPACES}]{{1,3}}[{HAN}]")
# What is said of one person of a list, in brackets behind the name.   + (女), (蒙古族)   -
# (以上排名不分先后按姓氏笔画)
ANNOTATION: Final = re.compile(r"\([^()\n]{1,12}\)")
# A name in several parts: minority and foreign names.   + 帕巴拉·格列朗杰, 列奥纳多·达·芬奇, 让-马克·杜邦   - 《英·雄》,
# 日报·掌上
DOTTED: Final = re.compile(
    f"(?:[{HAN}]{{1,4}}-)?(?:[{HAN}]{{1,8}}"
    f"|[A-Z])(?:[{DOTS}](?:[{HAN}]{{1,8}}|[A-Z](?=[{DOTS}])))+"
)
