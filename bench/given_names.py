"""Count which characters surnames and given names have, in the persons of jieba's dictionary.

    python -m bench.given_names

Writes ``reader/data/given_names.tsv``: for each character the log odds, in tenths, of its being the
only, the first and the second character of a given name, and of its being a surname, rather than
one of any other word. The dictionary is noisy, so only persons with a usual surname who were met
several times count."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from reader.patterns.surnames import CLEAR_SURNAMES, FREQUENT_SURNAMES

TABLE: Final = Path("reader/data/given_names.tsv")
HEADING: Final = (
    "# character\tonly\tfirst\tsecond\tsurname "
    "(tenths; written by bench/given_names.py)"
)
USUAL: Final = CLEAR_SURNAMES | FREQUENT_SURNAMES
PERSONS: Final = ("nr", "nrfg")
# How often a person was met at least.
MET: Final = 3
# What is added to each count of names and of words, and the characters there may be.
NAMES_ADDED: Final = 0.3
WORDS_ADDED: Final = 3.0
CHARACTERS: Final = 4000
LEAST: Final = -30
MOST: Final = 40


class Entry(NamedTuple):
    """A row of the dictionary."""

    word: str
    times: int
    tag: str


@dataclass(slots=True)
class Counts:
    """How often characters stand in a place of names, and of all other words."""

    names: Counter[str] = field(default_factory=Counter)
    words: defaultdict[str, float] = field(
        default_factory=partial(defaultdict, float)
    )

    def tenths(self, character: str) -> int:
        """Return the log odds of a character in tenths, within the bounds of the table."""
        in_names = _share(self.names, character, NAMES_ADDED)
        in_words = _share(self.words, character, WORDS_ADDED)
        odds = math.log(in_names / in_words)
        tenths = round(10 * odds)
        return max(LEAST, min(MOST, tenths))


def _share(counts: Mapping[str, float], character: str, added: float) -> float:
    total = sum(counts.values()) + added * CHARACTERS
    return (counts.get(character, 0) + added) / total


def entries() -> Iterator[Entry]:
    """Yield the rows of jieba's dictionary."""
    dictionary = resources.files("jieba").joinpath("dict.txt")
    for line in dictionary.read_text("utf-8").splitlines():
        word, times, tag = line.split(" ")
        yield Entry(word, int(times), tag)


@dataclass(slots=True)
class Places:
    """The counts of each place of a name, in the order of the table's columns."""

    only: Counts = field(default_factory=Counts)
    first: Counts = field(default_factory=Counts)
    second: Counts = field(default_factory=Counts)
    surname: Counts = field(default_factory=Counts)

    def columns(self) -> tuple[Counts, ...]:
        """Return the counts of all places."""
        return self.only, self.first, self.second, self.surname

    def count(self, entry: Entry) -> None:
        """Count a person, or a word of at most two characters."""
        if entry.tag.startswith("nr"):
            self._count_person(entry)
        elif len(entry.word) <= 2:
            self._count_word(entry)

    def _count_person(self, entry: Entry) -> None:
        surname = entry.word[0]
        given = entry.word[1:]
        if entry.times < MET or entry.tag not in PERSONS:
            return
        if len(given) == 2:
            self.surname.names[surname] += 1
        if len(given) == 2 and surname in USUAL:
            self.first.names[given[0]] += 1
            self.second.names[given[1]] += 1
        elif len(given) == 1 and surname in CLEAR_SURNAMES:
            self.only.names[given[0]] += 1

    def _count_word(self, entry: Entry) -> None:
        weight = math.sqrt(entry.times)
        begins = entry.word[0]
        ends = entry.word[-1]
        self.first.words[begins] += weight
        self.surname.words[begins] += weight
        self.second.words[ends] += weight
        self.only.words[ends] += weight


def table() -> Iterator[str]:
    """Yield the lines of the table, by character."""
    places = Places()
    for entry in entries():
        places.count(entry)
    columns = places.columns()
    yield HEADING
    met = chain.from_iterable(place.names for place in columns)
    for character in sorted(set(met)):
        tenths = [place.tenths(character) for place in columns]
        yield "\t".join([character, *map(str, tenths)])


def main() -> None:
    """Write the table anew."""
    lines = list(table())
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} characters")


if __name__ == "__main__":
    main()
