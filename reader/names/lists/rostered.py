"""Rosters that print nothing but names under labels.

There every item is a name, if most are like names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.names.lists.rostered_patterns import (
    ITEM,
    LABEL,
    NAME,
    NOTES,
    OF_PEOPLE,
    SPEAKING,
    UNIT,
)
from reader.names.lists.whole_item import name_in
from reader.names.weighing.candidate import Candidate, Found
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.characters import DOTS, SPACES
from reader.patterns.surnames import LONG_SURNAMES, USUAL_SURNAMES
from reader.results import Span


class _Entry(NamedTuple):
    """One name of a roster, with the index of its passage.

    A number or note, or its label, may speak for it.
    """

    passage: int
    candidate: Candidate
    noted: bool
    labelled: bool

    @property
    def padded(self) -> bool:
        """Tell whether the typesetter padded the name, as is done to names only."""
        candidate = self.candidate
        size = candidate.end - candidate.start
        return size > len(candidate.name)

    @property
    def surnamed(self) -> bool:
        """Tell whether a name has a usual surname or a dot, or is padded."""
        name = self.candidate.name
        if self.padded or DOTS in name:
            return True
        return name[0] in USUAL_SURNAMES or name[:2] in LONG_SURNAMES

    @property
    def strange(self) -> bool:
        """Tell whether a name is marked as one or is no word of the dictionary."""
        if self.noted or self.padded:
            return True
        return not is_word(self.candidate.name)


def rostered(
    article: Sequence[tuple[Words, Found]],
) -> Iterator[tuple[int, Candidate]]:
    """Yield the names of the labelled rosters of an article, with the index of their passage.

    Units that follow one another are one roster, so that a line with one name has neighbours.
    """
    units: list[list[_Entry]] = []
    for index, (words, found) in enumerate(article):
        units += _units(index, words, found)
    for is_roster, run in groupby(units, key=bool):
        entries = [entry for unit in run for entry in unit]
        if is_roster and _of_people(entries):
            for entry in entries:
                yield (
                    entry.passage,
                    entry.candidate.raised(WEIGHTS.introduced),
                )


def _units(index: int, words: Words, found: Found) -> Iterator[list[_Entry]]:
    """Yield the names of each unit of a passage, none for one that is no roster."""
    noted = frozenset(_edges_of_notes(words.text))
    masked = NOTES.sub(_mask, words.text)
    for unit in UNIT.finditer(masked):
        entries: list[_Entry] = []
        count = 0
        for span, labelled in _labelled(masked, *unit.span()):
            for item in ITEM.finditer(masked, *span):
                count += 1
                name = _name(words, found, *item.span())
                if name:
                    beside = not noted.isdisjoint(item.span())
                    entries.append(_Entry(index, name, beside, labelled))
        yield entries if len(entries) >= WEIGHTS.roster_names * count else []


def _edges_of_notes(text: str) -> Iterator[int]:
    """Yield where the notes that speak for names begin and end."""
    for note in NOTES.finditer(text):
        if SPEAKING.search(note[0]):
            yield from note.span()


def _mask(note: re.Match[str]) -> str:
    return "\0" * len(note[0])


def _labelled(masked: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """Yield the stretches of a unit that stand behind its labels.

    With each, whether its label is one of people.
    """
    if masked.find(":", start, end) < 0:
        return
    labels = list(LABEL.finditer(masked, start, end))
    starts = [label.start() for label in labels]
    for label, until in zip(labels, [*starts[1:], end], strict=False):
        first = label.end()
        behind = masked[first:until]
        last = first + len(behind.rstrip(SPACES))
        of_people = OF_PEOPLE.search(label[0])
        yield (first, last), of_people is not None


def _name(words: Words, found: Found, start: int, end: int) -> Candidate | None:
    if not NAME.fullmatch(words.text, start, end):
        return None
    return name_in(words, found, start, end)


def _of_people(entries: Sequence[_Entry]) -> bool:
    """Tell whether the entries of a roster are like names as a whole."""
    count = len(entries)
    if count < WEIGHTS.roster_fewest or not any(map(_speaks, entries)):
        return False
    surnamed = sum(entry.surnamed for entry in entries)
    strange = sum(entry.strange for entry in entries)
    return (
        surnamed >= WEIGHTS.roster_surnamed * count
        and strange >= WEIGHTS.roster_strange * count
        and not _alike(entries)
    )


def _speaks(entry: _Entry) -> bool:
    return entry.noted or entry.labelled or entry.padded


def _alike(entries: Sequence[_Entry]) -> bool:
    """Tell whether so many names end alike that they are things of a kind: 翠冠梨、黄金梨."""
    ends = [entry.candidate.name[-1] for entry in entries]
    alike = max(map(ends.count, set(ends)))
    if alike < WEIGHTS.roster_fewest:
        return False
    return alike > WEIGHTS.roster_alike * len(entries)
