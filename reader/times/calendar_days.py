"""Days of the calendar, None where it has no such day."""

from __future__ import annotations

import calendar
import datetime as dt

from reader.patterns.printed_times import WEEKDAYS


def weekday_number(character: str) -> int:
    """Return the weekday of its character, Monday = 0."""
    return WEEKDAYS.index("日" if character == "天" else character)


def month_before(year: int, month: int) -> tuple[int, int]:
    """Return the year and month before."""
    if month == 1:
        return year - 1, 12
    return year, month - 1


def last_of_month(day: dt.date) -> dt.date:
    """Return the last day of that day's month."""
    return day.replace(day=_days_of(day.year, day.month))


def days_from(day: dt.date | None, days: int) -> dt.date | None:
    """Return the day so many days on, None without a day or beyond the calendar."""
    if day is None:
        return None
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, None where the calendar has no such day (2月30日)."""
    if not (dt.MINYEAR <= year <= dt.MAXYEAR and 1 <= month <= 12):
        return None
    if not 1 <= day <= _days_of(year, month):
        return None
    return dt.date(year, month, day)


def _days_of(year: int, month: int) -> int:
    _, days = calendar.monthrange(year, month)
    return days
