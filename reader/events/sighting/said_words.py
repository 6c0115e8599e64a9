"""What somebody says, in quotation marks or behind a verb of saying: nothing happens there."""

from __future__ import annotations

import re

from reader.patterns.sentences import CLAUSE, MARK

# Clauses in quotation marks are said: “去年在人民公园开会,…” ; not “妈妈小屋”, not “三下乡”
QUOTED = re.compile(
    rf"\u201c[^\u201c\u201d]*?[{MARK}][^\u201c\u201d]*(?:\u201d|$)"
)
# Who speaks, and from there on what is said: 她建议在每个乡镇设点; not 发表讲话, not 说明会
SAYS = re.compile(
    rf"^{CLAUSE}{{0,12}}(?:建议|希望|要求|认为|表示|强调|指出|呼吁|坦言|说(?!明|法))"
)


def is_said(text: str, offset: int) -> bool:
    """Tell whether the words at an offset are quoted clauses, not a quoted name."""
    return any(
        said.start() < offset < said.end() for said in QUOTED.finditer(text)
    )


def up_to_speech(text: str, start: int, end: int) -> int:
    """Return where in a sentence somebody begins to speak, its ``end`` where nobody does."""
    says = SAYS.search(text[start:end].lstrip("\u201d"))
    return start if says else end
