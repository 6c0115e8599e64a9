"""Names in rows and columns: a typesetter fills short names with spaces until all are as wide.

A row parts into names by its spaces, and by where surnames stand: 华 佗 生 白 雪 are two people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from reader.names.lists.items import mask
from reader.names.lists.printed_rosters.gridded_patterns import (
    CELL,
    HEADS,
    PADDED_NAME,
    PERSONAL,
    ROW,
)
from reader.names.lists.whole_item import is_title
from reader.names.weighing.candidate import (
    Candidate,
    Found,
    found_or_formless,
    printed,
)
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.characters import DOTS
from reader.patterns.printed_names import ANNOTATION
from reader.patterns.surnames import (
    CLEAR_SURNAMES,
    COMPOUND_SURNAMES,
    LONG_SURNAMES,
    SURNAMES,
    USUAL_SURNAMES,
)
from reader.results import Span

WIDE_SPACE: Final = "\u3000"
# How many cells of a row one name may take.
MOST_CELLS: Final = 3
# A longer cell is one only in front of a note on a person.
LONGEST_NAME: Final = 4


class _Row(NamedTuple):
    """The text and the cells of one row, with the widest gap between two of them."""

    text: str
    cells: Sequence[Span]
    widest: int
    printed: str

    def span(self, first: int, behind: int) -> Span:
        """Return where the cells from ``first`` on stand, those from ``behind`` on left out."""
        start, _ = self.cells[first]
        _, end = self.cells[behind - 1]
        return start, end

    def gaps(self, first: int, behind: int) -> list[int]:
        """Return how wide the gaps between these cells are."""
        cells = self.cells[max(0, first) : behind]
        return [self._width(*cell, *then) for cell, then in pairwise(cells)]

    def _width(self, _start: int, end: int, behind: int, _until: int) -> int:
        """Return how wide the spaces between two cells are: a full one counts for two, what
        brackets say for nothing.
        """
        gap = self.printed[end:behind]
        spaces = sum(map(str.isspace, gap))
        return spaces + gap.count(WIDE_SPACE)


class _Way(NamedTuple):
    """A way to part the rest of a row: what speaks against it, where its first name ends."""

    doubt: float
    behind: int


def gridded(
    article: Sequence[tuple[Words, Found]],
    joints: Sequence[Sequence[int]],
    texts: Sequence[str],
) -> Iterator[tuple[int, Candidate]]:
    """Yield the names in the rows of an article, with the index of their passage.

    All its rows are one list, whatever labels stand between; one name at least is padded.
    ``joints`` are the offsets at which each passage was joined of lines: every line is a row;
    ``texts`` are the passages as printed, where a wide space is told from a narrow one.
    """
    names: list[tuple[int, Candidate]] = []
    noted = 0
    for index, (words, found) in enumerate(article):
        for span in _names_in_rows(words.text, texts[index], joints[index]):
            name = found_or_formless(words, found, *span)
            names.append((index, name))
            noted += PERSONAL.match(words.text, name.end) is not None
    if _are_people([name for _, name in names], noted):
        for index, name in names:
            yield index, name.raised(WEIGHTS.introduced)


def _names_in_rows(
    text: str, printed_text: str, joints: Sequence[int]
) -> Iterator[Span]:
    """Yield where the names stand in a text each line of which is a row."""
    for start, end in pairwise([0, *joints, len(text)]):
        row = text[start:end]
        for first, last in _names(row, printed_text[start:end]):
            yield start + first, start + last


def _names(text: str, printed_text: str) -> Iterator[Span]:
    """Yield where the names stand in a text that is a row and nothing else."""
    masked = ANNOTATION.sub(mask, text)
    if not ROW.fullmatch(masked):
        return
    cells = [cell.span() for cell in CELL.finditer(masked)]
    row = _Row(text, cells, 0, printed_text)
    widest = max(row.gaps(0, len(cells)), default=0)
    yield from _best_parted(row._replace(widest=widest))


def _best_parted(row: _Row) -> Iterator[Span]:
    """Yield the names of the way to part a row that has the least doubt, none if there is none."""
    ways = _best_ways(row)
    first = 0
    while first in ways and first < len(row.cells):
        behind = ways[first].behind
        yield row.span(first, behind)
        first = behind


def _best_ways(row: _Row) -> Mapping[int, _Way]:
    """Return the best way to part a row from each cell on, worked out from its end."""
    count = len(row.cells)
    at_the_end = _Way(0.0, count)
    ways = {count: at_the_end}
    for first in reversed(range(count)):
        possible = list(_ways(row, first, ways))
        if possible:
            ways[first] = min(possible)
    return ways


def _ways(row: _Row, first: int, ways: Mapping[int, _Way]) -> Iterator[_Way]:
    """Yield the ways to part a row from its cell ``first`` on, by the best ways behind."""
    longest = min(len(row.cells), first + MOST_CELLS)
    for behind in range(first + 1, longest + 1):
        if behind not in ways or not _may_be_name(row, first, behind):
            continue
        rest = ways[behind].doubt
        yield _Way(rest + _doubt(row, first, behind), behind)


def _may_be_name(row: _Row, first: int, behind: int) -> bool:
    """Tell whether these cells can be one name."""
    start, end = row.span(first, behind)
    if behind > first + 1:
        padded = PADDED_NAME.fullmatch(row.text, start, end)
        return padded is not None and printed(row.text, start, end) not in HEADS
    name = row.text[start:end]
    if DOTS in name or name[:2] in LONG_SURNAMES:
        return name not in COMPOUND_SURNAMES
    if len(name) > LONGEST_NAME:
        return True
    return len(name) in (2, 3) and not is_title(name)


def _doubt(row: _Row, first: int, behind: int) -> float:
    """Weigh what speaks against these cells as one name."""
    span = row.span(first, behind)
    name = printed(row.text, *span)
    doubt = _doubt_of_surname(name)
    if is_word(name):
        doubt += WEIGHTS.grid_word
    if behind > first + 2:
        doubt += WEIGHTS.grid_long
    if _is_too_wide(row, first, behind):
        doubt += WEIGHTS.grid_gap
    return doubt


def _doubt_of_surname(name: str) -> float:
    """Weigh how seldom a name begins like this one."""
    first = name[0]
    if first in CLEAR_SURNAMES or name[:2] in LONG_SURNAMES or DOTS in name:
        return 0.0
    if first in USUAL_SURNAMES:
        return WEIGHTS.grid_wordy
    if first in SURNAMES:
        return WEIGHTS.grid_rare
    return WEIGHTS.grid_strange


def _is_too_wide(row: _Row, first: int, behind: int) -> bool:
    """Tell whether a gap inside these cells is as wide as any, and one beside them is not."""
    inside = max(row.gaps(first, behind), default=0)
    around = min(row.gaps(first - 1, behind + 1), default=inside)
    return around < inside == row.widest


def _are_people(names: Sequence[Candidate], noted: int) -> bool:
    """Tell whether rows hold enough names, a padded one among them, most with a usual surname or,
    ``noted``, with what is said of people.
    """
    count = len(names)
    if count < WEIGHTS.roster_fewest:
        return False
    if not any(one.is_padded for one in names):
        return False
    doubts = [_doubt_of_surname(one.name) for one in names]
    surnamed = sum(doubt < WEIGHTS.grid_rare for doubt in doubts)
    return surnamed + noted >= WEIGHTS.roster_surnamed * count
