"""Days of the calendar, None where it has no such day."""

from __future__ import annotations

import calendar
import datetime as dt

from reader.patterns.printed_times import WEEKDAYS


def weekday_number(character: str) -> int:
    """Return the weekday of its character, Monday = 0."""
    if character == "天":
        character = "日"
    return WEEKDAYS.index(character)


def month_before(year: int, month: int) -> tuple[int, int]:
    """Return the year and month before."""
    if month == 1:
        return year - 1, 12
    return year, month - 1


def month_from(day: dt.date, months: int) -> tuple[int, int]:
    """Return the year and month so many months on from a day's own."""
    counted = day.year * 12 + day.month - 1 + months
    year, month = divmod(counted, 12)
    return year, month + 1


def last_of_month(day: dt.date) -> dt.date:
    """Return the last day of that day's month."""
    days = _count_of_days(day.year, day.month)
    return day.replace(day=days)


def last_of_year(day: dt.date) -> dt.date:
    """Return the last day of that day's year."""
    return dt.date(day.year, 12, 31)


def later(day: dt.date | None, other: dt.date | None) -> dt.date | None:
    """Return the later of two days, the first one where either is not known."""
    if day is None or other is None:
        return day
    return max(day, other)


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
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    if not 1 <= month <= 12:
        return None
    if not 1 <= day <= _count_of_days(year, month):
        return None
    return dt.date(year, month, day)


def _count_of_days(year: int, month: int) -> int:
    _, days = calendar.monthrange(year, month)
    return days
