"""Read printed lists of people: names that follow each other with nothing but marks, notes and
titles between.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.passages import Name, Passage
from reader.patterns import roles as patterns

_LONGEST_GAP = 48


@dataclass(frozen=True, slots=True)
class Roster:
    """The names of one printed list in their order; a single name is a list of one."""

    names: tuple[Name, ...]

    @property
    def start(self) -> int:
        """Return where the first name begins in its passage."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """Return where the last name ends in its passage."""
        return self.names[-1].end


def rosters(passage: Passage) -> Iterator[Roster]:
    """Yield every list of a passage in printed order; each name stands in exactly one."""
    held: list[Name] = []
    for name in passage.names:
        if held and not _one_list(passage.text, held[-1].end, name.start):
            yield Roster(tuple(held))
            held = []
        held.append(name)
    if held:
        yield Roster(tuple(held))


def _one_list(text: str, start: int, end: int) -> bool:
    if (
        end - start > _LONGEST_GAP
        or patterns.ROSTER_GAP.fullmatch(text, start, end) is None
    ):
        return False
    return patterns.ROSTER_BREAK.search(text, start, end) is None
