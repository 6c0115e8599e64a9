"""What announces a list: words for people in front of it, or verbs behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from operator import attrgetter
from typing import Final

from reader.names.lists.announced_patterns import (
    GUESTS_FOLLOW,
    PEOPLE_BEFORE,
    PEOPLE_FOLLOW,
    REACH,
    WINNERS_BEFORE,
)
from reader.names.lists.items import ending
from reader.names.weighing.candidate import Candidate, Found
from reader.names.weights import WEIGHTS
from reader.names.words import Words


class Announced(IntEnum):
    """What announces a list: nothing, words for people or bodies, words for people alone."""

    SILENT = 0
    GUESTS = 1
    PEOPLE = 2


# Words in front of a list, the surest first.
CUES: Final = (
    (PEOPLE_FOLLOW, Announced.PEOPLE),
    (GUESTS_FOLLOW, Announced.GUESTS),
)
# Words behind a list.
SIGNS: Final = (
    (PEOPLE_BEFORE, Announced.PEOPLE),
    (WINNERS_BEFORE, Announced.GUESTS),
)


def announced_before(
    words: Words, found: Found, start: int, end: int
) -> tuple[int, Announced]:
    """Return where the first name of a list begins that is announced, and what announces it."""
    text = words.text
    for cue, level in CUES:
        first = _behind_cue(cue, text, start, end)
        if first >= start:
            return first, level
    return _first_name(found, start, end)


def _first_name(found: Found, start: int, end: int) -> tuple[int, Announced]:
    """Return where the first name of a list begins that no cue announces, a title perhaps.

    It may begin anywhere in front of the mark that ends it.
    """
    names = list(ending(found, -1, end))
    titled = _foremost(filter(_is_titled, names))
    if titled:
        return titled.start, Announced.PEOPLE
    plain = _foremost(filter(_is_plain, names))
    if plain:
        return plain.start, Announced.SILENT
    return start, Announced.SILENT


def _behind_cue(cue: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Return where the last cue in front of ``end`` stops, -1 where there is none."""
    stop = -1
    reach = max(0, start - REACH)
    for match in cue.finditer(text, reach, end):
        stop = match.end()
    return stop


def _foremost(names: Iterable[Candidate]) -> Candidate | None:
    """Return the name with most points in front, that with the best form on a draw."""
    return max(names, key=attrgetter("before", "form"), default=None)


def _is_titled(name: Candidate) -> bool:
    if name.before < WEIGHTS.from_person:
        return False
    return name.form > WEIGHTS.announced_titled


def _is_plain(name: Candidate) -> bool:
    return name.form >= WEIGHTS.announced_plain


def announced_behind(text: str, start: int, end: int) -> Announced:
    """Return what the words behind a list, in or after its last item, say of it."""
    for sign, level in SIGNS:
        if sign.search(text, start, end):
            return level
    return Announced.SILENT
