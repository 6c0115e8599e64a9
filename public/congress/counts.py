"""The plan of a large congress: how many events of which body on which day, or in which month."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from events.models import MeetingBody
from public.congress.tallies import DayTally

Body = MeetingBody.Body
# How many events a body has on a day.
Numbers = Counter[tuple[str, dt.date | None]]
# A cell is darker by these shares of the greatest number of the table.
STEPS = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class Count:
    """So many events of a body on a day; ``step`` says how dark it is, 1 to 4."""

    day: dt.date
    number: int
    step: int


@dataclass(frozen=True, slots=True)
class CountRow:
    body: Body
    counts: list[Count]


@dataclass(frozen=True, slots=True)
class Counts:
    days: list[dt.date]
    rows: list[CountRow]


def counts_of(tallies: Iterable[DayTally], days: Sequence[dt.date]) -> Counts:
    """Return the numbers of events on these days, a row for each body that met on one of them."""
    numbers: Numbers = Counter()
    for tally in tallies:
        if tally.day in days:
            numbers[tally.body, tally.day] += tally.count
    bodies = {body for body, _day in numbers}
    rows = [_row(body, numbers, days) for body in Body if body in bodies]
    return Counts(list(days), rows)


def _row(
    body: Body,
    numbers: Numbers,
    days: Iterable[dt.date],
) -> CountRow:
    most = max(numbers.values())
    counts = [_count(numbers[body, day], day, most) for day in days]
    return CountRow(body, counts)


def _count(number: int, day: dt.date, most: int) -> Count:
    higher = [step for step in STEPS if number > step * most]
    return Count(day, number, 1 + len(higher))
