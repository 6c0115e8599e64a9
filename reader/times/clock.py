"""Read dates and clock times of an article; doubt is kept as a value.

A time without a date inherits the nearest earlier date of the same article.
"""

from __future__ import annotations

import datetime as dt

from reader.times.calendar_days import days_from
from reader.times.leaning import leans_on_issue
from reader.times.meant_days import FROM_TODAY, MeantDay, meant_day
from reader.times.memory import Memory
from reader.times.moments import Moment, clock_time, part_of_day
from reader.times.nearest_days import A_YEAR
from reader.times.printed_words import Printed, printed_in
from reader.times.ranges import in_ranges, range_begun
from reader.times.tokens import next_stop, token_groups
from reader.vocabulary import PartOfDay, Precision


class Clock:
    """Read an article's passages one after another, with the day it was written in mind."""

    def __init__(
        self,
        issued: dt.date | None,
        written: dt.date | None = None,
        *,
        is_whole: bool = False,
    ) -> None:
        """Start from the issue date and, when the dateline prints one, the day of writing, which
        ``is_whole`` if its year is printed too.
        """
        self.memory = Memory(
            issued=issued,
            written=written,
            today=written or issued,
            day=written,
            month=written,
            today_leans=not is_whole,
        )

    def begin_on(self, sign: str) -> None:
        """Take the day that 今 or 明 means for the one the story has come to."""
        self.memory.day = days_from(self.memory.today, FROM_TODAY[sign])

    def read(self, text: str) -> list[Moment]:
        """Return the moments of the article's next passage, in printed order."""
        # An aside ends with its paragraph.
        memory = self.memory
        memory.aside = None
        found: list[Moment] = []
        sentence_end = -1
        for tokens in token_groups(text):
            printed = printed_in(text, tokens)
            start = printed.start
            self._leave_quoted_aside(text, start)
            if start > sentence_end:
                sentence_end = next_stop(text, start)
                memory.year = None
            memory.floor = range_begun(text, found, start)
            moment = self._moment(printed)
            if moment is not None:
                found.append(moment)
                self._remember(printed, moment)
        return list(in_ranges(text, found))

    def _leave_quoted_aside(self, text: str, start: int) -> None:
        """Leave a look back that ends with what somebody is quoted to say: “去年…。”二十五日."""
        aside = self.memory.aside
        if aside is None:
            return
        between = text[aside.end : start]
        if between.count("\u201d") > between.count("\u201c"):
            self.memory.aside = None

    def _moment(self, printed: Printed) -> Moment | None:
        day = meant_day(self.memory, printed)
        if day is None:
            return None
        time = self._time(printed, day)
        vague_day = time is None and printed.is_approximate
        approximate = printed.has_about or printed.has_approximate_clock
        return Moment(
            printed.start,
            printed.end,
            day.date,
            day.precision,
            time=time,
            part_of_day=self._part(printed, time, day),
            approximate=approximate or vague_day,
            vague_day=vague_day,
            inherited=day.inherited,
            future=printed.future or printed.sure,
            yearless=self.memory.year is None and not printed.has("year"),
            printed_weekday=printed.weekday,
            leans_on_issue=leans_on_issue(self.memory, printed),
        )

    def _time(self, printed: Printed, day: MeantDay) -> dt.time | None:
        if not printed.has("clock"):
            return None
        part = printed.part_of_day
        if part is None and day.inherited:
            part = self.memory.part
        return clock_time(printed.word("clock"), part)

    def _part(
        self, printed: Printed, time: dt.time | None, day: MeantDay
    ) -> PartOfDay | None:
        """Return the printed part of day; a bare clock goes on in the part it lies in."""
        part = printed.part_of_day
        if part is not None or time is None or not day.inherited:
            return part
        if part_of_day(time) is self.memory.part:
            return self.memory.part
        return None

    def _remember(self, printed: Printed, moment: Moment) -> None:
        memory = self.memory
        if moment.date is None:
            return
        is_aside = self._is_aside(printed, moment)
        if not moment.yearless:
            memory.year = moment.date.year
        memory.leaning[moment.date] = moment.leans_on_issue
        if is_aside:
            memory.aside = moment
            return
        memory.go_on_to(moment)
        if self._names_day_of_writing(printed, moment):
            # Who calls the day of writing 27日 writes for the day of issue: 今晚 is the evening of
            # that one.
            memory.today = memory.issued or memory.today
            memory.today_leans = True

    def _names_day_of_writing(self, printed: Printed, moment: Moment) -> bool:
        if moment.inherited or printed.has("rel_day", "month"):
            return False
        written = self.memory.written
        return moment.date == written

    def _is_aside(self, printed: Printed, moment: Moment) -> bool:
        """Tell whether the text looks back or ahead: that day is left again with the paragraph."""
        if printed.names_other_year:
            return True
        if moment.precision is Precision.YEAR:
            return True
        if printed.begins_a_span and self._is_before_story(moment):
            return True
        goes_on = moment.inherited or printed.counts_from_last
        if goes_on and self.memory.aside is not None:
            return True
        return self.memory.day is not None and self._is_far(moment)

    def _is_before_story(self, moment: Moment) -> bool:
        day = self.memory.day
        if day is None or moment.date is None:
            return False
        return moment.date < day

    def _is_far(self, moment: Moment) -> bool:
        today = self.memory.today
        day = moment.date
        if today is None or day is None:
            return False
        distance = abs(day - today)
        return distance > A_YEAR
