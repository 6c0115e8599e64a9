"""Days of a month without a year: the year is that of the story, else the one near the issue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from reader.times.calendar_days import day_of
from reader.times.memory import Memory

A_YEAR = dt.timedelta(days=366)
# So far ahead of the issue a day that is told with its hour, or in a line of its own, is announced,
# not last year's.
_ANNOUNCED = dt.timedelta(days=31)
# A story told of a year long past goes on in it for so long.
_STORY = dt.timedelta(days=45)
# A day that surely comes is next year's when this year's lies so far back.
_LONG_PASSED = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day of a month without its year; ``future`` and ``sure`` say that it is to come."""

    month: int
    day: int
    future: bool
    sure: bool

    def in_year(self, year: int) -> dt.date | None:
        """Return the day in that year, None where it has no such day."""
        return day_of(year, self.month, self.day)

    def announced(self, issued: dt.date | None) -> Yearless:
        """Return the day as one to come when it lies within the weeks behind the issue."""
        if issued is None:
            return self
        coming = self.in_year(issued.year)
        if coming is None or coming <= issued:
            return self
        if coming - issued > _ANNOUNCED:
            return self
        return replace(self, future=True)

    def nearest(self, memory: Memory) -> dt.date | None:
        """Return the date: in the range that is begun, in the story, else near the issue."""
        if memory.floor is not None:
            return self._behind(memory.floor)
        told = self._in_story(memory)
        if told is not None:
            return told
        if memory.issued is not None:
            return self._near_issue(memory.issued)
        if memory.today is not None:
            return self.in_year(memory.today.year)
        return None

    def _behind(self, floor: dt.date) -> dt.date | None:
        year = floor.year
        same_year = self.in_year(year)
        if same_year is None or same_year > floor:
            return same_year
        return self.in_year(year + 1)

    def _in_story(self, memory: Memory) -> dt.date | None:
        """Return the day in the year of a story long past: 1927年4月12日,… 4月15日,…"""
        told = memory.last_day
        if told is None or memory.today is None:
            return None
        if abs(told - memory.today) <= A_YEAR:
            return None
        near = self.in_year(told.year)
        if near is None or near < told:
            return None
        if near - told > _STORY:
            return None
        return near

    def _near_issue(self, issued: dt.date) -> dt.date | None:
        this_year = self.in_year(issued.year)
        if this_year is None:
            return self.in_year(issued.year - 1)
        comes = self.future or self.sure
        if this_year > issued and not comes:
            return self.in_year(issued.year - 1)
        if self.sure and issued - this_year > _LONG_PASSED:
            return self.in_year(issued.year + 1)
        return this_year


def on_weekday(
    weekday: int | None, near: dt.date | None, issued: dt.date | None
) -> dt.date | None:
    """Return the day of the issue's year where only that one falls on the printed weekday.

    ``weekday`` counts from Monday = 0, None where none is printed; then ``near`` is returned.
    """
    if near is None or weekday is None or issued is None:
        return near
    if near.weekday() == weekday:
        return near
    this_year = day_of(issued.year, near.month, near.day)
    if this_year is None or this_year.weekday() != weekday:
        return near
    return this_year
