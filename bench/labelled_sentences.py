"""Sentences in which a person marked every name: character by character, or in double brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.results import Span

Spans = set[Span]

# A name in a line of its sentence.   + 村民[[田有余]]说   - [1], 《[[》
MARKED: Final = re.compile(r"\[\[([^\[\]\n]+)\]\]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the spans of its persons, as half-open offsets."""

    text: str
    persons: frozenset[tuple[int, int]]


def read_file(path: Path) -> list[Sentence]:
    """Return the sentences of a file, whichever way its names are marked.

    Raises ValueError for a line that fits neither way.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if is_marked(lines):
        return list(read_marked(lines))
    return list(read_bio(lines))


def is_marked(lines: Iterable[str]) -> bool:
    """Tell whether names stand in double brackets; no line of a BIO file holds a pair of them."""
    return any(map(MARKED.search, lines))


def read_marked(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentence of each line that is not empty, without the brackets around its names."""
    for line in lines:
        if line.strip():
            yield _unmarked(line)


def _unmarked(line: str) -> Sentence:
    persons: Spans = set()
    text = ""
    read = 0
    for marked in MARKED.finditer(line):
        text += line[read : marked.start()]
        start = len(text)
        text += marked[1]
        persons.add((start, len(text)))
        read = marked.end()
    text += line[read:]
    return Sentence(text, frozenset(persons))


def read_bio(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of a BIO file; a line without a tag raises ValueError with its number."""
    characters: list[str] = []
    tags: list[str] = []
    for number, line in enumerate(lines, 1):
        fields = line.split()
        if len(fields) > 1:
            characters.append(fields[0])
            tags.append(fields[-1])
        elif fields:
            raise ValueError(
                f"line {number}: a character without a tag: {fields[0]!r}"
            )
        elif characters:
            yield _sentence(characters, tags)
            characters = []
            tags = []
    if characters:
        yield _sentence(characters, tags)


def _sentence(characters: Sequence[str], tags: Sequence[str]) -> Sentence:
    persons: Spans = set()
    start: int | None = None
    place = 0
    for character, tag in zip([*characters, ""], [*tags, "O"], strict=True):
        inside = _is_of_person(tag)
        if start is not None and (not inside or tag[0] in "BS"):
            persons.add((start, place))
            start = None
        if inside and start is None:
            start = place
        place += len(character)
    return Sentence("".join(characters), frozenset(persons))


def _is_of_person(tag: str) -> bool:
    if "PER" in tag.upper():
        return True
    kind = tag[1:].strip("-_")
    return kind.startswith("nr")
