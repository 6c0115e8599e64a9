"""Values of time: the moment a text prints, its clock and its part of day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from reader.times.calendar_days import last_of_month, last_of_year
from reader.times.numerals import numeral
from reader.vocabulary import FIRST_HOUR, PartOfDay, Precision

# 8时30分, 3点半, 20:00
CLOCK_PARTS = re.compile(
    r"(?P<hour>\d{1,2}|[零一二三四五六七八九十]+)[时点:\uff1a\u2236](?:"
    r"(?P<half>半)|(?P<minute>\d{1,2}|[二三四五十一六七八九]+)分?)?"
)
# Up to this hour of its dial 中午 counts on from noon: 中午1时 is 13:00, 中午11时 is not 23:00.
_NOON_UNTIL = 3
# How much of 2021-09-27 a date of that precision prints.
_EDTF_LENGTH = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}


@dataclass(frozen=True, slots=True)
class Moment:
    """One printed time; ``start`` and ``end`` are offsets into the text it was read from.

    ``date`` is the day, or the first day of the month, year or range, None when the text and the
    issue date do not settle it. ``last`` is the last day of a range. ``inherited`` says that the
    day is not printed here. ``printed_weekday`` counts from Monday = 0; ``yearless`` dates took
    their year from elsewhere. ``leans_on_issue`` says that the date is worked out from the day of
    issue, and would be another one if that were."""

    start: int
    end: int
    date: dt.date | None
    precision: Precision = Precision.DAY
    last: dt.date | None = None
    time: dt.time | None = None
    part_of_day: PartOfDay | None = None
    approximate: bool = False
    vague_day: bool = False
    inherited: bool = False
    future: bool = False
    yearless: bool = True
    printed_weekday: int | None = None
    leans_on_issue: bool = True

    @property
    def span(self) -> tuple[int, int]:
        """Return the printed words as offsets into the text."""
        return self.start, self.end

    @property
    def is_day(self) -> bool:
        """Tell whether it names a day, not only a month or a year."""
        return self.precision is Precision.DAY

    def is_on_days_of(self, other: Moment) -> bool:
        """Tell whether it has the same day, or first and last day, as another time."""
        return (self.date, self.last) == (other.date, other.last)

    @property
    def edtf(self) -> str:
        """Return the date as EDTF level 1: year, month, day or interval, ``~`` when approximate."""
        if self.date is None:
            return ""
        first = self.date.isoformat()
        if self.last is not None:
            last = self.last.isoformat()
            return f"{first}/{last}"
        length = _EDTF_LENGTH[self.precision]
        doubt = "~" if self.vague_day else ""
        return first[:length] + doubt

    @property
    def earliest(self) -> dt.date | None:
        """Return the first day the printed words allow."""
        return self.date

    @property
    def latest(self) -> dt.date | None:
        """Return the last day the printed words allow."""
        day = self.date
        if day is None or self.last is not None:
            return self.last
        if self.precision is Precision.YEAR:
            return last_of_year(day)
        if self.precision is Precision.MONTH:
            return last_of_month(day)
        return day


def clock_time(printed: str, part: PartOfDay | None) -> dt.time | None:
    """Return the printed clock time on the 24-hour dial, None when no clock shows it.

    ``part`` is the part of day it is told with: 下午3时 is 15:00.
    """
    clock = CLOCK_PARTS.match(printed)
    if clock is None:
        return None
    hour = numeral(clock["hour"])
    minute = _minute(clock)
    if hour < 12 and _counts_from_noon(hour, part):
        hour += 12
    if hour > 24 or minute > 59:
        return None
    return dt.time(hour % 24, minute)


def _minute(clock: re.Match[str]) -> int:
    if clock["half"]:
        return 30
    printed = clock["minute"] or "0"
    return numeral(printed)


def _counts_from_noon(hour: int, part: PartOfDay | None) -> bool:
    if part is PartOfDay.NOON:
        return hour < _NOON_UNTIL
    return part in (PartOfDay.AFTERNOON, PartOfDay.EVENING)


def part_of_day(time: dt.time) -> PartOfDay:
    """Return the part of day in which a time on the 24-hour dial lies."""
    begun = [
        part
        for part, first_hour in FIRST_HOUR.items()
        if first_hour <= time.hour
    ]
    return begun[-1]
