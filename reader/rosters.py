"""Read printed lists of people: between the names stand only marks, notes and titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.passages import Name, Passage
from reader.patterns.sentences import MARK
from reader.results import Span

# Rosters. What stands between two names of one list: 、 和, a space, 同志, (女,苗族), a title; 等在职市级领导,
TITLE = r"[\u4e00-\u9fff]{1,24}(?:、[\u4e00-\u9fff]{1,24}){0,3}(?<=[长记任席员官事理授师士令表导志委户手匠家警练])"
ROSTER_GAP = re.compile(
    r"(?:同志|先生|女士)?(?:[(\uff08][^()\uff08\uff09]{1,14}[)\uff09])?"
    rf"(?:[、\u3000 ]{{0,3}}|[、 ]?(?:和|与|及|以及)|[、,\uff0c]{TITLE}|"
    rf"以\d{{1,4}}票、|等[^{MARK}]{{0,12}}(?:领导|同志|代表|专家|嘉宾|"
    rf"人)[、,\uff0c](?:{TITLE})?)"
)
ROSTER_BREAK = re.compile(
    r"主持|宣布|出席|参加|代表(?![、,\uff0c]|$)|作|向|在(?!职)|对|被|由|来到|陪同|指出|介绍|说|了"
)

# Names further apart than this are in two lists.
_LONGEST_GAP = 48


@dataclass(frozen=True, slots=True)
class Roster:
    """The names of one printed list in their order; a single name is a list of one."""

    names: tuple[Name, ...]

    @property
    def ranked(self) -> Iterator[tuple[int | None, Name]]:
        """Yield the names with their ranks from 1; who stands alone has none."""
        if len(self.names) == 1:
            yield None, self.names[0]
            return
        yield from enumerate(self.names, 1)

    @property
    def start(self) -> int:
        """Return where the first name begins in its passage."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """Return where the last name ends in its passage."""
        return self.names[-1].end

    @property
    def span(self) -> Span:
        """Return where it stands in its passage."""
        return self.start, self.end


def rosters(passage: Passage) -> Iterator[Roster]:
    """Yield every list of a passage in printed order; each name stands in exactly one."""
    held: list[Name] = []
    for name in passage.names:
        if held and not _are_one_list(passage.text, held[-1].end, name.start):
            yield Roster(tuple(held))
            held = []
        held.append(name)
    if held:
        yield Roster(tuple(held))


def _are_one_list(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST_GAP:
        return False
    if ROSTER_GAP.fullmatch(text, start, end) is None:
        return False
    return ROSTER_BREAK.search(text, start, end) is None
