"""What stands behind a name and is no part of it.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold``)."""

from __future__ import annotations

from typing import Final

# Characters that follow a name again and again and are not its last.   - 赵明家, 赵明案
NO_LAST: Final = frozenset("家案等们队班组版杯奖书著译摄图文说吗的")
