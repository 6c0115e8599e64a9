"""Tell names in a signature: whether words look like one, and where run-together ones part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.layout.bylines.byline_patterns import MARKED_AUTHOR
from reader.layout.bylines.signed_name_patterns import (
    ENDS_IN_ACT,
    NAME_CELL,
    NAMES_LINE,
    PERSONAL_NOTE,
    SURNAMES,
)
from reader.patterns.characters import HAN
from reader.patterns.surnames import CLEAR_SURNAMES, COMPOUND_SURNAMES

# A name by its length, or by its dot.   + 甲乙   + 欧阳甲乙   + 甲·乙丙   - 甲
NAME = re.compile(f"[{HAN}]{{2,4}}$|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}})+$")

# Said of a person and nothing else: 秘书长: 甲乙(兼)
HOLDS_TWO_POSTS = "(兼)"
# So many names make a line a list of names.
MANY_NAMES = 3
NAME_SIZES = (2, 3, 4)
# A typesetter pads names of no more characters.
LONGEST_PADDED = 3

# How much a part of a run looks like a name; an impossible one spoils the whole split.
IMPOSSIBLE = -9.0
COMPOUND = 3.0
CLEAR = 1.5
WORDY = 1.0
THREE_CHARACTERS = 0.6


class _Split(NamedTuple):
    """A run of names parted, and how much its parts look like names."""

    score: float
    names: tuple[str, ...]

    def and_then(self, name: str) -> _Split:
        """Return the split with one more name behind it."""
        score = self.score + _likeness(name)
        names = (*self.names, name)
        return _Split(score, names)


def split_names(run: str) -> list[str]:
    """Split names that are run together (黄琪常少华) at surnames; a run that cannot be split comes back
    whole.
    """
    if _is_one_name(run):
        return [run]
    found = _best_split(run)
    if found is None or found.score <= 0:
        return [run]
    return list(found.names)


def _is_one_name(run: str) -> bool:
    size = len(run)
    if size <= 3 or "·" in run:
        return True
    return size == 4 and run[:2] in COMPOUND_SURNAMES


def _best_split(run: str) -> _Split | None:
    """Return the split whose names look most like names, from the best of every shorter run."""
    nothing = _Split(0.0, ())
    best: list[_Split | None] = [nothing]
    for size in range(len(run)):
        beginning = run[: size + 1]
        split = _best_ending(beginning, best)
        best.append(split)
    return best[-1]


def _best_ending(run: str, best: list[_Split | None]) -> _Split | None:
    """Return the best split of ``run``, where ``best`` holds those of its beginnings."""
    found: _Split | None = None
    for size in NAME_SIZES:
        if size > len(run):
            break
        before = best[-size]
        if before is None:
            continue
        split = before.and_then(run[-size:])
        if found is None or split.score > found.score:
            found = split
    return found


def _likeness(name: str) -> float:
    size = len(name)
    if name[:2] in COMPOUND_SURNAMES:
        return COMPOUND if size > 2 else IMPOSSIBLE
    surname = name[0]
    if size == 4 or surname not in SURNAMES:
        return IMPOSSIBLE
    weight = WORDY
    if surname in CLEAR_SURNAMES:
        weight = CLEAR
    if size == 3:
        weight += THREE_CHARACTERS
    return weight


def looks_like_name(text: str) -> bool:
    """Tell whether ``text`` has the form of a name: a surname first, or a foreign name with a
    dot.
    """
    if not NAME.match(text):
        return False
    if "·" in text:
        return True
    if text[:2] in COMPOUND_SURNAMES:
        return True
    return len(text) < 4 and text[0] in SURNAMES


def is_names_line(folded: str, *, least: int = MANY_NAMES) -> bool:
    """Tell whether a line is a list of names: ``least`` and more, or any number behind what they
    are (城北街道:甲乙、丙丁);
    what brackets say of a person counts like a name more.
    """
    found = NAMES_LINE.match(folded)
    if found is None or ENDS_IN_ACT.search(folded):
        return False
    items = list(_items(found["names"]))
    if HOLDS_TWO_POSTS in found["names"]:
        least = 1
    least -= len(PERSONAL_NOTE.findall(found["names"]))
    if any(len(item) == 1 for item in items):
        return False
    if len(items) < least and not found.start("names"):
        return False
    alike = sum(map(looks_like_name, items))
    half = len(items) / 2
    return alike > half


def _items(names: str) -> Iterator[str]:
    """Yield the items of a list of names, without notes, marks and padding.

    A character that stands alone between two marks is an item too, and no name.
    """
    padded = ""
    for printed in NAME_CELL.finditer(names):
        cell = printed["cell"]
        parted = bool(printed["note"] or printed["mark"])
        if len(cell) == 1:
            padded += cell
        elif len(padded) == 1 and len(cell) == 2:
            # 华 佗生
            yield padded + cell
            padded = ""
        else:
            yield from _unpadded(padded)
            padded = ""
            yield cell
        if parted:
            yield from _unpadded(padded)
            padded = ""
    yield from _unpadded(padded)


def _unpadded(run: str) -> Iterator[str]:
    """Yield the names of a run of characters that stood apart: of two, of three where no surname
    stands third.
    """
    while len(run) > LONGEST_PADDED:
        size = 2 if run[2] in SURNAMES else LONGEST_PADDED
        yield run[:size]
        run = run[size:]
    if run:
        yield run


def is_marked_author(folded: str) -> bool:
    """Tell whether a line is the mark of an author with a name, padded or not (◎王海, ◎符 号)."""
    if MARKED_AUTHOR.match(folded) is None:
        return False
    characters = folded[1:].split()
    if len(characters) > 1:
        return True
    name = characters[0]
    return looks_like_name(name)
