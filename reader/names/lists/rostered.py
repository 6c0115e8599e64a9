"""Rosters that print nothing but names under labels: there every item is one, if most are like
names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.names.candidates.shapes import Candidate
from reader.names.lists import rostered_patterns as patterns
from reader.names.lists.announced import as_item
from reader.names.lists.listed import STATED, Found, certain
from reader.names.words import Words, is_word
from reader.patterns import surnames
from reader.patterns.characters import SPACES
from reader.results import Span

# The fewest names a roster holds.
FEWEST = 3
# The least shares: of items that can be names, of those with a usual surname, of those that are no
# words or are marked as names.
NAMES, SURNAMED, STRANGE = 0.8, 0.7, 0.3
# More items than this that end alike are things of a kind: 翠冠梨、黄金梨.
ALIKE = 0.34


class _Item(NamedTuple):
    """One item of a roster: the index of its passage, the name it could be, and whether a number or
    note, or its label, speaks for one.
    """

    passage: int
    name: Candidate | None
    noted: bool
    labelled: bool


def rostered(article: Sequence[tuple[Words, Found]]) -> Iterator[tuple[int, Candidate]]:
    """Yield the names of the labelled rosters of an article, with the index of their passage.

    Units that follow one another are one roster, so that a line with one name has neighbours.
    """
    units = [
        unit
        for index, (words, found) in enumerate(article)
        for unit in _units(index, words, found)
    ]
    for is_roster, run in groupby(units, key=bool):
        items = [item for unit in run for item in unit] if is_roster else []
        if _of_people(items):
            yield from (
                (item.passage, certain(item.name, STATED))
                for item in items
                if item.name
            )


def _units(index: int, words: Words, found: Found) -> Iterator[list[_Item]]:
    """Yield the items of each unit of a passage, none for one that is no roster."""
    notes = [
        match
        for match in patterns.NOTES.finditer(words.text)
        if patterns.SPEAKING.search(match[0])
    ]
    noted = frozenset(place for match in notes for place in match.span())
    masked = patterns.NOTES.sub(lambda match: "\0" * len(match[0]), words.text)
    for unit in patterns.UNIT.finditer(masked):
        items = [
            _Item(
                index,
                _name(words, found, *item.span()),
                not noted.isdisjoint(item.span()),
                of_people,
            )
            for span, of_people in _labelled(masked, *unit.span())
            for item in patterns.ITEM.finditer(masked, *span)
        ]
        good = sum(item.name is not None for item in items)
        yield items if good and good >= NAMES * len(items) else []


def _labelled(masked: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """Yield the stretches of a unit that stand behind its labels, and whether a label is one of
    people.
    """
    labels = (
        [*patterns.LABEL.finditer(masked, start, end)]
        if masked.find(":", start, end) >= 0
        else []
    )
    ends = [*(label.start() for label in labels[1:]), end] if labels else []
    for label, until in zip(labels, ends, strict=True):
        first = label.end()
        yield (
            (first, first + len(masked[first:until].rstrip(SPACES))),
            bool(patterns.OF_PEOPLE.search(label[0])),
        )


def _name(words: Words, found: Found, start: int, end: int) -> Candidate | None:
    return (
        as_item(words, found, start, end)
        if patterns.NAME.fullmatch(words.text, start, end)
        else None
    )


def _of_people(items: Sequence[_Item]) -> bool:
    """Tell whether the items of a roster are like names as a whole."""
    names_of = [item for item in items if item.name]
    count = len(names_of)
    if count < FEWEST or not any(
        item.noted or item.labelled or _padded(item) for item in names_of
    ):
        return False
    ends = [item.name.name[-1] for item in names_of if item.name]
    surnamed = sum(_surnamed(item) for item in names_of)
    strange = sum(item.noted or not _is_word(item) for item in names_of)
    alike = max(map(ends.count, set(ends)))
    return (
        surnamed >= SURNAMED * count
        and strange >= STRANGE * count
        and (alike < FEWEST or alike <= ALIKE * count)
    )


def _surnamed(item: _Item) -> bool:
    """Tell whether a name has a usual surname or a dot, or is padded as only names are."""
    name = item.name.name if item.name else ""
    return (
        _padded(item)
        or "\u00b7" in name
        or name[0] in surnames.USUAL_SURNAMES
        or name[:2] in surnames.LONG_SURNAMES
    )


def _padded(item: _Item) -> bool:
    return item.name is not None and item.name.end - item.name.start > len(
        item.name.name
    )


def _is_word(item: _Item) -> bool:
    return item.name is not None and not _padded(item) and is_word(item.name.name)
