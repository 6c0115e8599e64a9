"""Rosters that print nothing but names under labels.

There every item is a name, if most are like names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from reader.names.lists.items import mask, without_spaces
from reader.names.lists.printed_rosters.rostered_patterns import (
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
from reader.patterns.characters import DOTS
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
    def is_padded(self) -> bool:
        """Tell whether the typesetter padded the name."""
        return self.candidate.is_padded

    @property
    def is_surnamed(self) -> bool:
        """Tell whether a name has a usual surname or a dot, or is padded."""
        name = self.candidate.name
        if self.is_padded or DOTS in name:
            return True
        if name[0] in USUAL_SURNAMES:
            return True
        return name[:2] in LONG_SURNAMES

    @property
    def is_strange(self) -> bool:
        """Tell whether a name is marked as one or is no word of the dictionary."""
        if self.noted or self.is_padded:
            return True
        name = self.candidate.name
        return not is_word(name)

    @property
    def speaks(self) -> bool:
        """Tell whether a note, the label or the typesetter says that it is a name."""
        if self.noted or self.labelled:
            return True
        return self.is_padded


def rostered(
    article: Sequence[tuple[Words, Found]],
) -> Iterator[tuple[int, Candidate]]:
    """Yield the names of the labelled rosters of an article, with the index of their passage.

    Units that follow one another are one roster, so that a line with one name has neighbours.
    """
    for is_roster, units in groupby(_all_units(article), key=bool):
        if is_roster:
            yield from _stated(list(chain.from_iterable(units)))


def _all_units(
    article: Sequence[tuple[Words, Found]],
) -> Iterator[list[_Entry]]:
    """Yield the names of each unit of an article, none for one that is no roster."""
    for index, (words, found) in enumerate(article):
        yield from _units(index, words, found)


def _stated(entries: Sequence[_Entry]) -> Iterator[tuple[int, Candidate]]:
    """Yield the names of one roster, if it is one of people."""
    if not _are_people(entries):
        return
    for entry in entries:
        name = entry.candidate
        yield entry.passage, name.raised(WEIGHTS.introduced)


def _units(index: int, words: Words, found: Found) -> Iterator[list[_Entry]]:
    """Yield the names of each unit of a passage, none for one that is no roster."""
    noted = frozenset(_edges_of_notes(words.text))
    masked = NOTES.sub(mask, words.text)
    for unit in UNIT.finditer(masked):
        entries: list[_Entry] = []
        items = list(_items(masked, *unit.span()))
        for name, labelled in _names(words, found, items):
            beside = not noted.isdisjoint(name.span)
            entries.append(_Entry(index, name, beside, labelled))
        least = WEIGHTS.roster_names * len(items)
        yield entries if len(entries) >= least else []


def _items(masked: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """Yield the items of a unit, each with whether its label is one of people."""
    for span, labelled in _labelled(masked, start, end):
        for item in ITEM.finditer(masked, *span):
            yield item.span(), labelled


def _names(
    words: Words, found: Found, items: Iterable[tuple[Span, bool]]
) -> Iterator[tuple[Candidate, bool]]:
    """Yield the items that can be names, each with whether its label is one of people."""
    for span, labelled in items:
        name = _name(words, found, *span)
        if name:
            yield name, labelled


def _edges_of_notes(text: str) -> Iterator[int]:
    """Yield where the notes that speak for names begin and end."""
    for note in NOTES.finditer(text):
        said = note[0]
        if SPEAKING.search(said):
            yield from note.span()


def _labelled(masked: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """Yield what stands behind each label of a unit, and whether the label is one of people."""
    if masked.find(":", start, end) < 0:
        return
    labels = list(LABEL.finditer(masked, start, end))
    starts = [label.start() for label in labels]
    stops = [*starts[1:], end]
    for label, stop in zip(labels, stops, strict=False):
        behind = without_spaces(masked, label.end(), stop)
        yield behind, _is_label_of_people(label[0])


def _is_label_of_people(label: str) -> bool:
    """Tell whether a label is one of people."""
    return OF_PEOPLE.search(label) is not None


def _name(words: Words, found: Found, start: int, end: int) -> Candidate | None:
    if not NAME.fullmatch(words.text, start, end):
        return None
    return name_in(words, found, start, end)


def _are_people(entries: Sequence[_Entry]) -> bool:
    """Tell whether the entries of a roster are like names as a whole."""
    count = len(entries)
    if count < WEIGHTS.roster_fewest:
        return False
    if not any(entry.speaks for entry in entries):
        return False
    if _are_alike(entries):
        return False
    return _are_like_names(entries)


def _are_like_names(entries: Sequence[_Entry]) -> bool:
    """Tell whether enough entries have a usual surname, and enough are no words."""
    count = len(entries)
    surnamed = sum(entry.is_surnamed for entry in entries)
    if surnamed < WEIGHTS.roster_surnamed * count:
        return False
    strange = sum(entry.is_strange for entry in entries)
    return strange >= WEIGHTS.roster_strange * count


def _are_alike(entries: Sequence[_Entry]) -> bool:
    """Tell whether so many names end alike that they are things of a kind: 翠冠梨、黄金梨."""
    ends = Counter(entry.candidate.name[-1] for entry in entries)
    alike = max(ends.values())
    if alike < WEIGHTS.roster_fewest:
        return False
    return alike > WEIGHTS.roster_alike * len(entries)
