"""Values of time: the moment a text prints, numerals, days of the calendar."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from reader.patterns import times as patterns

_DIGITS = {
    character: value for value, character in enumerate("〇一二三四五六七八九")
} | {
    "零": 0,
    "○": 0,
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One printed time; ``start`` and ``end`` are offsets into the text it was read from.

    ``precision`` is year, month or day; ``date`` is the day, or the first day of the month, year or
    range, None when the text and the issue date do not settle it. ``last`` is the last day of a
    range. ``inherited`` says that the day is not printed here. ``printed_weekday`` counts from
    Monday = 0; ``yearless`` dates took their year from elsewhere."""

    start: int
    end: int
    date: dt.date | None
    precision: str = "day"
    last: dt.date | None = None
    time: dt.time | None = None
    part_of_day: str | None = None
    approximate: bool = False
    vague_day: bool = False
    inherited: bool = False
    future: bool = False
    yearless: bool = True
    printed_weekday: int | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Return the printed words as offsets into the text."""
        return self.start, self.end

    @property
    def edtf(self) -> str:
        """Return the date as EDTF level 1: a year, a month, a day or an interval, ``~`` when
        approximate.
        """
        if self.date is None:
            return ""
        if self.last is not None:
            return f"{self.date.isoformat()}/{self.last.isoformat()}"
        length = {"year": 4, "month": 7, "day": 10}[self.precision]
        return self.date.isoformat()[:length] + ("~" if self.vague_day else "")

    @property
    def earliest(self) -> dt.date | None:
        """Return the first day the printed words allow."""
        return self.date

    @property
    def latest(self) -> dt.date | None:
        """Return the last day the printed words allow."""
        if self.date is None or self.last is not None:
            return self.last
        if self.precision == "year":
            return dt.date(self.date.year, 12, 31)
        if self.precision == "month":
            return self.date.replace(
                day=calendar.monthrange(self.date.year, self.date.month)[1]
            )
        return self.date


def numeral(printed: str) -> int:
    """Return the value of digits or a Chinese numeral: 27, 二十七, 十四, 二〇二一; ValueError when it is
    neither.
    """
    if printed.isdecimal():
        return int(printed)
    for unit, value in (("千", 1000), ("百", 100)):
        if unit in printed:
            left, right = printed.split(unit, 1)
            rest = right.lstrip("零〇")
            return (numeral(left) if left else 1) * value + (
                numeral(rest) if rest else 0
            )
    if "十" in printed:
        tens, units = printed.split("十", 1)
        return (_digit(tens) if tens else 1) * 10 + (_digit(units) if units else 0)
    return int("".join(str(_digit(character)) for character in printed))


def _digit(character: str) -> int:
    if character not in _DIGITS:
        raise ValueError(f"not a numeral: {character!r}")
    return _DIGITS[character]


def clock_time(printed: str, part: str | None) -> dt.time | None:
    """Return the printed clock time on the 24-hour dial of its part of day, None when no clock
    shows it.
    """
    parts = patterns.CLOCK_PARTS.match(printed)
    if parts is None:
        return None
    hour = numeral(parts["hour"])
    minute = 30 if parts["half"] else numeral(parts["minute"] or "0")
    if hour < 12 and (
        part in ("afternoon", "evening") or (part == "noon" and hour < 3)
    ):
        hour += 12
    return dt.time(hour % 24, minute) if hour <= 24 and minute < 60 else None


def part_of_day(time: dt.time) -> str:
    """Return the part of day in which a time on the 24-hour dial lies."""
    return (
        "morning"
        if time.hour < 12
        else "noon"
        if time.hour < 13
        else "afternoon"
        if time.hour < 18
        else "evening"
    )


def weekday_number(character: str) -> int:
    """Return the weekday of its character, Monday = 0."""
    return patterns.WEEKDAYS.index("日" if character == "天" else character)


def month_before(year: int, month: int) -> tuple[int, int]:
    """Return the year and month before."""
    return (year, month - 1) if month > 1 else (year - 1, 12)


def days_from(day: dt.date | None, days: int) -> dt.date | None:
    """Return the day so many days on, None without a day or beyond the calendar."""
    try:
        return day + dt.timedelta(days=days) if day is not None else None
    except OverflowError:
        return None


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, None where the calendar has no such day (2月30日)."""
    if not (
        1 <= year <= 9999
        and 1 <= month <= 12
        and 1 <= day <= calendar.monthrange(year, month)[1]
    ):
        return None
    return dt.date(year, month, day)
