"""What the reader of an article keeps in mind: when it was written and the day it has come to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from reader.times.moments import Moment
from reader.vocabulary import PartOfDay, Precision


@dataclass(slots=True)
class Memory:
    """The days an article has told so far.

    ``today`` is the day that 今天 means; ``day`` and ``month`` were named last in the story,
    ``aside`` was named last in a look back or ahead, which ends with its paragraph. ``year`` was
    printed in this sentence; ``past`` is the last day of the story before that of issue; ``floor``
    is the day before a range mark that stands right in front. ``today_leans`` says that ``today``
    is worked out from the day of issue, ``leaning`` so of each date that was told.
    """

    issued: dt.date | None
    written: dt.date | None
    today: dt.date | None
    day: dt.date | None
    month: dt.date | None
    aside: Moment | None = None
    year: int | None = None
    part: PartOfDay | None = None
    past: dt.date | None = None
    floor: dt.date | None = None
    today_leans: bool = True
    leaning: dict[dt.date, bool] = field(default_factory=dict)

    def leans(self, day: dt.date | None) -> bool:
        """Tell whether a date that was told is worked out from the day of issue; none is told: as
        today.
        """
        if day is None:
            return self.today_leans
        return self.leaning.get(day, self.today_leans)

    def go_on_to(self, moment: Moment) -> None:
        """Take the date of a time of the story; an aside has ended then."""
        self.aside = None
        self.month = moment.date
        if not moment.is_day:
            return
        self.day = moment.date
        if self._has_passed(moment.date):
            self.past = moment.date
        if moment.part_of_day is not None or not moment.inherited:
            self.part = moment.part_of_day

    def _has_passed(self, day: dt.date | None) -> bool:
        if day is None or self.issued is None:
            return False
        return day < self.issued

    def day_of_what_is_done(self) -> dt.date | None:
        """Return the day named last, of days ahead the one before them: nothing is done yet."""
        last = self.last_day
        if self.past is None or last is None or self._has_passed(last):
            return last
        return self.past

    @property
    def last_day(self) -> dt.date | None:
        """Return the day named last, in the story or in an aside."""
        aside = self.aside
        if aside is None or not aside.is_day:
            return self.day
        return aside.date

    @property
    def last_month(self) -> dt.date | None:
        """Return the date named last, be it a day, a month or a year."""
        if self.aside is not None:
            return self.aside.date
        return self.month

    @property
    def running_month(self) -> dt.date | None:
        """Return the date whose month a bare day takes.

        今年 alone says nothing about the month: then the story's own goes on.
        """
        if self._names_this_year():
            return self.month
        return self.last_month

    def _names_this_year(self) -> bool:
        aside = self.aside
        if aside is None or aside.precision is not Precision.YEAR:
            return False
        day = aside.date
        today = self.today
        if day is None or today is None:
            return False
        return day.year == today.year
