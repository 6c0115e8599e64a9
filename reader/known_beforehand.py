"""What is known before a page is read: its identity, its people, the desk's tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FixedExpression:
    """A phrase and the wording to prefer, valid inclusively from and to (None = open)."""

    phrase: str
    preferred: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    authority: str = ""

    def is_valid_on(self, date: dt.date | None) -> bool:
        """Tell whether it holds on a day; on an unknown day only what holds always does."""
        return _is_valid(self.valid_from, self.valid_to, date)


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A place in a reference list of people: who, in which list, at which rank, valid when."""

    name: str
    roster: str
    rank: int
    post: str = ""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def is_valid_on(self, date: dt.date | None) -> bool:
        """Tell whether it holds on a day; on an unknown day only what holds always does."""
        return _is_valid(self.valid_from, self.valid_to, date)


def _is_valid(
    first: dt.date | None, last: dt.date | None, date: dt.date | None
) -> bool:
    if date is None:
        return first is None and last is None
    if first is not None and first > date:
        return False
    if last is None:
        return True
    return date <= last


@dataclass(frozen=True, slots=True)
class PageContext:
    """What is known before reading; the reader never looks anything up itself.

    ``known_people`` are names the archive already holds; ``look_alikes`` maps a character to those
    mistaken for it. ``propose_names`` returns the spans of a running text that a learned model
    takes for persons' names. ``edition`` is the printed name of one beside the ordinary
    one, "" for the ordinary one, None where that is not known."""

    newspaper: str | None = None
    date: dt.date | None = None
    page: str | None = None
    edition: str | None = None
    known_people: frozenset[str] = frozenset()
    fixed_expressions: tuple[FixedExpression, ...] = ()
    roster: tuple[RosterEntry, ...] = ()
    look_alikes: Mapping[str, str] = field(default_factory=dict)
    propose_names: Callable[[str], Sequence[tuple[int, int]]] | None = None
