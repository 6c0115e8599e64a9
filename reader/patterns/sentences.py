"""Where sentences and clauses end, and what the patterns of events, roles and meetings are built
from.

``N`` stands for a Chinese or digit number.
"""

from __future__ import annotations

import re

N = r"[〇零一二三四五六七八九十百\d]"
MARK = r",\uff0c\u3002\uff1b;:\uff1a!\uff01?\uff1f"
CLAUSE = rf"[^{MARK}\u201c\u201d\"]"
# Words between a place and its verb: 在会堂隆重开幕
VERY = r"(?:隆重|胜利|成功|顺利|圆满|正式|如期|共同|联合|集中|盛大|同时|分别|全面|火热|热烈|现场|举行|拉开|落下)"
STOP = re.compile(r"[\u3002!\uff01?\uff1f;\uff1b]")
STOPS = "\u3002!\uff01?\uff1f;\uff1b"
