"""How much the characters of a run are those of names, by the segmenter's dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from reader.data import table_rows

# The table holds tenths.
TENTHS: Final = 10
# A character that the table does not hold is one that given names hardly have.
STRANGE: Final = -2


class Odds(NamedTuple):
    """Log odds of a character as one of a given name, by its place there, and as a surname."""

    only: float
    first: float
    second: float
    surname: float


@cache
def _odds() -> Mapping[str, Odds]:
    """Return the table of ``bench.given_names``."""
    read: dict[str, Odds] = {}
    for character, *tenths in table_rows("given_names.tsv"):
        read[character] = Odds(*(int(number) / TENTHS for number in tenths))
    return read


UNKNOWN: Final = Odds(0, STRANGE, STRANGE, 0)


def surname_odds(character: str) -> float:
    """Return the log odds of a character as a surname rather than the first one of a word."""
    odds = _odds().get(character, UNKNOWN)
    return odds.surname


def given_odds(given: str) -> tuple[float, float] | None:
    """Return the log odds of a given name: of its characters together, and the least of them.

    There are none for more than two characters.
    """
    table = _odds()
    odds = [table.get(character, UNKNOWN) for character in given]
    if len(odds) == 1:
        only = odds[0].only
        return only, only
    if len(odds) == 2:
        first = odds[0].first
        second = odds[1].second
        return first + second, min(first, second)
    return None
