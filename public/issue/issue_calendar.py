"""The issues of a newspaper in one year, by month and day, with how much is published of each."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from django.db.models import Count

from articles.models import Newspaper, Publication

# How many shades tell few articles from many.
SHADES = 4
MONDAY_FIRST = calendar.Calendar(firstweekday=calendar.MONDAY)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of a month: how many articles are published of its issue, and the shade for it, 1 to
    ``SHADES``; 0 of both without an issue.
    """

    date: dt.date
    count: int
    shade: int


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """A month in weeks from Monday on; None stands for a day of a neighbouring month."""

    first: dt.date
    weeks: list[list[CalendarDay | None]]


def calendar_of(newspaper: Newspaper, year: int) -> list[CalendarMonth]:
    """Return the months of a year of which something is published, in one query."""
    counts = _counts(newspaper, year)
    numbers = sorted({day.month for day in counts})
    return [_month(year, number, counts) for number in numbers]


def _counts(newspaper: Newspaper, year: int) -> dict[dt.date, int]:
    """Return how many articles are published of each issue of a year."""
    current = Publication.objects.current().in_newspaper(newspaper.pk)
    of_year = current.filter(
        day__gte=dt.date(year, 1, 1), day__lte=dt.date(year, 12, 31)
    )
    counted = of_year.order_by().values("day").annotate(number=Count("pk"))
    return dict(counted.values_list("day", "number"))


def _month(
    year: int, number: int, counts: Mapping[dt.date, int]
) -> CalendarMonth:
    most = max(counts.values(), default=0)
    found = MONDAY_FIRST.monthdatescalendar(year, number)
    weeks = [list(_week(days, number, counts, most)) for days in found]
    first = dt.date(year, number, 1)
    return CalendarMonth(first, weeks)


def _week(
    days: list[dt.date], month: int, counts: Mapping[dt.date, int], most: int
) -> Iterator[CalendarDay | None]:
    for day in days:
        if day.month != month:
            yield None
            continue
        count = counts.get(day, 0)
        yield CalendarDay(day, count, _shade(count, most))


def _shade(count: int, most: int) -> int:
    """Return the shade of a number among numbers up to ``most``, rounded up."""
    if not count:
        return 0
    times = count * SHADES
    return ceil(times / most)
