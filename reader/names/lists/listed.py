"""Lists of names: in a list the neighbours vouch for a name that its own words leave in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reader.names.lists.items import (
    items_of,
    name_of_item,
    name_runs,
    stretches,
    whole,
)
from reader.names.lists.listed_patterns import (
    HEAD_OF_LINE,
    LIST_CUE,
    LONGEST_CUE,
)
from reader.names.weighing.candidate import Candidate, Found, certain
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.patterns.places_and_things import LISTED_THINGS


def listed(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield the names of every list in ``words``, raised above doubt where most items are names.

    ``found`` are the candidates of the same words by their offsets.
    """
    for masked, start, end in stretches(words):
        items = items_of(masked, start, end)
        names = [name_of_item(words, found, item) for item in items]
        for run in name_runs(names):
            cue = _cue_points(words.text, run[0].start)
            if _are_vouched_for(run, cue):
                yield from map(certain, run)


def _cue_points(text: str, start: int) -> float:
    """Weigh what introduces the list that begins at ``start``."""
    reach = max(0, start - LONGEST_CUE)
    if LIST_CUE.search(text, reach, start):
        return WEIGHTS.list_cue
    return 0.0


def _are_vouched_for(run: Sequence[Candidate], cue: float) -> bool:
    """Tell whether a list as a whole is one of names; ``cue`` weighs what introduces it."""
    count = len(run)
    if count < 2:
        return False
    if count > 2 and not cue and _are_things(run):
        return False
    shares = sum(map(_share, run))
    least = _least_share(count) * count
    return cue + shares >= least


def _least_share(count: int) -> float:
    """Return what each of so many names must have on average."""
    fair = WEIGHTS.list_share - WEIGHTS.list_share_drop * (count - 2)
    return max(WEIGHTS.list_share_least, fair)


def _are_things(run: Sequence[Candidate]) -> bool:
    count = len(run)
    things = sum(map(_is_thing, run))
    return things >= WEIGHTS.list_things * count


def _is_thing(item: Candidate) -> bool:
    """Tell whether an item ends like a thing, and no title says a person."""
    if item.before >= WEIGHTS.from_title:
        return False
    last = item.name[-1]
    return last in LISTED_THINGS


def _share(item: Candidate) -> float:
    """Return what an item adds to its list: its form, and a title or verb beside it."""
    share = item.form
    for side in (item.before, item.after):
        if side >= WEIGHTS.from_title:
            share += side
    return share


def down_the_page(
    article: Sequence[tuple[Words, Found]],
) -> Iterator[tuple[int, Candidate]]:
    """Yield the names that begin lines which follow one another, with the index of their passage.

    Such a list prints a person a line: the name, what brackets say of it, then a space and who it
    is."""
    heads = [_head_of_line(words, found) for words, found in article]
    place = 0
    for is_name, run in groupby(heads, key=bool):
        names = list(run)
        if is_name:
            yield from enumerate(_certain_heads(names), place)
        place += len(names)


def _certain_heads(heads: Iterable[Candidate | None]) -> Iterator[Candidate]:
    """Yield the names of lines that follow one another, if there are three or more."""
    names = [name for name in heads if name is not None]
    if len(names) < 3:
        return
    if _are_vouched_for(names, cue=0.0):
        yield from map(certain, names)


def _head_of_line(words: Words, found: Found) -> Candidate | None:
    head = HEAD_OF_LINE.match(words.text)
    if not head:
        return None
    return whole(words, found, *head.span(1))
