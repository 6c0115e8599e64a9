"""The rooms of groups that are listed one behind the other: 第一组在101教室,第二组在102教室."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.passages import Passage
from reader.patterns.places_and_things import PLACE_END
from reader.patterns.sentences import MARK, N

# 第一组在市委党校101教室, 第二代表团设在三楼会议室; not 第一组在会上提出
IN_ROOM = re.compile(
    rf"(?:^|(?<=[{MARK}、]))[ \u3000]*(?P<group>第{N}{{1,3}}(?:代表团|(?:小|讨论)?组))(?:设|安排)?在"
    rf"(?P<place>[^{MARK}、\u201c\u201d\"在于]{{2,28}})(?=[{MARK}、]|$)"
)


def groups_in_rooms(passage: Passage) -> Iterator[re.Match[str]]:
    """Yield each group of a list with its ``place``; one alone is no list."""
    found = [
        match
        for match in IN_ROOM.finditer(passage.text)
        if PLACE_END.search(match["place"])
    ]
    if len(found) > 1:
        yield from found
