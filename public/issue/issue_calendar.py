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
    """A day of a month: how many articles are published of its issues, and the shade for it, 1 to
    ``SHADES``; 0 of both without an issue. ``edition`` is the first of its issues.
    """

    date: dt.date
    count: int
    shade: int
    edition: str


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


@dataclass(slots=True)
class DayCount:
    """How many articles are published of a day, and the first of its editions."""

    edition: str
    count: int = 0


NO_ISSUE = DayCount("")


def _counts(newspaper: Newspaper, year: int) -> dict[dt.date, DayCount]:
    """Return what is published of each day of a year."""
    current = Publication.objects.current().in_newspaper(newspaper.pk)
    of_year = current.filter(
        day__gte=dt.date(year, 1, 1), day__lte=dt.date(year, 12, 31)
    )
    issues = of_year.order_by("day", "edition").values("day", "edition")
    counted = issues.annotate(number=Count("pk"))
    found: dict[dt.date, DayCount] = {}
    for day, edition, number in counted.values_list("day", "edition", "number"):
        found.setdefault(day, DayCount(edition)).count += number
    return found


def _month(
    year: int, number: int, counts: Mapping[dt.date, DayCount]
) -> CalendarMonth:
    most = max((day.count for day in counts.values()), default=0)
    found = MONDAY_FIRST.monthdatescalendar(year, number)
    weeks = [list(_week(days, number, counts, most)) for days in found]
    first = dt.date(year, number, 1)
    return CalendarMonth(first, weeks)


def _week(
    days: list[dt.date],
    month: int,
    counts: Mapping[dt.date, DayCount],
    most: int,
) -> Iterator[CalendarDay | None]:
    for day in days:
        if day.month != month:
            yield None
            continue
        found = counts.get(day, NO_ISSUE)
        count = found.count
        yield CalendarDay(day, count, _shade(count, most), found.edition)


def _shade(count: int, most: int) -> int:
    """Return the shade of a number among numbers up to ``most``, rounded up."""
    if not count:
        return 0
    times = count * SHADES
    return ceil(times / most)
