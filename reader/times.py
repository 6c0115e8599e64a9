"""Read dates and clock times: years inferred, days inherited within the article, doubt kept as a
value.

A date without a year takes it from the issue date and lies on or before it unless the text speaks
of what is to come; a time without a date inherits the nearest earlier date of the same article.
"""

from __future__ import annotations

import datetime as dt

from reader.moments import (
    Moment,
    clock_time,
    day_of,
    days_from,
    month_before,
    numeral,
    part_of_day,
    weekday_number,
)
from reader.patterns import times as patterns
from reader.ranges import in_ranges, joined
from reader.tokens import Tokens, groups, next_stop, stands_alone, weekday, words

_YEAR = dt.timedelta(days=366)
# So far ahead of the issue a day that is told with its hour, or in a line of its own, is announced,
# not last year's.
_ANNOUNCED = dt.timedelta(days=31)
# A story told of a year long past goes on in it for so long.
_STORY = dt.timedelta(days=45)


class Clock:
    """Remember, through one article, the day it was written and the day it last named."""

    def __init__(self, issued: dt.date | None, written: dt.date | None = None) -> None:
        """Start from the issue date and, when the dateline prints one, the day of writing."""
        self.issued = issued
        self.written = written
        self.today = written or issued
        self.day: dt.date | None = written
        self.month: dt.date | None = written
        self.aside: Moment | None = None
        self.year: int | None = None
        self.part: str | None = None
        self.floor: dt.date | None = None
        self.listed = False

    def read(self, text: str) -> list[Moment]:
        """Return the moments of the article's next passage, in printed order."""
        found: list[Moment] = []
        self.aside = None
        sentence_end = -1
        for tokens in groups(text):
            first = next(iter(tokens.values())).start()
            if first > sentence_end:
                sentence_end = next_stop(text, first)
                self.year = None
            self.floor = (
                found[-1].date if found and joined(text, found[-1], first) else None
            )
            moment = self._moment(text, tokens)
            if moment is not None:
                found.append(moment)
                self._remember(tokens, moment, aside=self._is_aside(tokens, moment))
        return list(in_ranges(text, found))

    def _is_aside(self, tokens: Tokens, moment: Moment) -> bool:
        """Say whether the text looks back or ahead: such a day is left again with the paragraph."""
        if (
            "rel_year" in tokens
            and tokens["rel_year"].group()[0] in patterns.OTHER_YEARS
        ):
            return True
        if self.aside is not None and (
            moment.inherited or any(map(patterns.LAST_NAMED.match, words(tokens)))
        ):
            return True
        far = (
            self.today is not None
            and moment.date is not None
            and abs(moment.date - self.today) > _YEAR
        )
        return moment.precision == "year" or (far and self.day is not None)

    def _remember(self, tokens: Tokens, moment: Moment, *, aside: bool) -> None:
        if moment.date is None:
            return
        if not moment.yearless:
            self.year = moment.date.year
        if aside:
            self.aside = moment
            return
        self.month, self.aside = moment.date, None
        if (
            moment.date == self.written
            and "rel_day" not in tokens
            and "month" not in tokens
            and not moment.inherited
        ):
            # Who calls the day of writing 27日 writes for the day of issue: 今晚 is the evening of
            # that one.
            self.today = self.issued or self.today
        if moment.precision == "day":
            if moment.part_of_day is not None or not moment.inherited:
                self.part = moment.part_of_day
            self.day = moment.date

    def _last_day(self) -> dt.date | None:
        aside = self.aside is not None and self.aside.precision == "day"
        return self.aside.date if self.aside is not None and aside else self.day

    def _last_month(self) -> dt.date | None:
        return self.aside.date if self.aside is not None else self.month

    def _moment(self, text: str, tokens: Tokens) -> Moment | None:
        spans = [match.span() for match in tokens.values()]
        start, end = spans[0][0], spans[-1][1]
        before, after = text[max(0, start - 16) : start], text[end : end + 60]
        self.listed = end - start == len(text) or bool(
            patterns.TIME_LINE.search(before)
        )
        future = bool(
            patterns.FUTURE_BEFORE.search(before) or patterns.FUTURE_AFTER.match(after)
        )
        sure = bool(
            patterns.SURELY_FUTURE_BEFORE.search(before)
            or patterns.SURELY_FUTURE_AFTER.match(after)
        )
        dated = self._date(tokens, before, after, future=future, sure=sure)
        if dated is None:
            return None
        day, precision, inherited = dated
        time, part, about = self._time(tokens, inherited=inherited)
        loose = bool(patterns.ABOUT_BEFORE.search(before)) or "约" in text[start:end]
        vague = time is None and (loose or bool(patterns.ABOUT_AFTER.match(after)))
        return Moment(
            start,
            end,
            day,
            precision,
            time=time,
            part_of_day=part,
            approximate=about or loose or vague,
            vague_day=vague,
            inherited=inherited,
            future=future or sure,
            yearless="year" not in tokens and self.year is None,
            printed_weekday=weekday(tokens),
        )

    # The day

    def _date(
        self, tokens: Tokens, before: str, after: str, *, future: bool, sure: bool
    ) -> tuple[dt.date | None, str, bool] | None:
        if "rel_day" in tokens:
            return (
                self._relative_day(tokens["rel_day"].group(), future=future),
                "day",
                False,
            )
        if "day" in tokens and "month" not in tokens and "rel_month" not in tokens:
            return self._bare_day(tokens, after, future=future)
        if "day" in tokens:
            return self._full_day(tokens, future=future, sure=sure), "day", False
        if "month" in tokens or "rel_month" in tokens:
            return (
                self._first_of_month(tokens, future=future, sure=sure),
                "month",
                False,
            )
        if "year" in tokens or "rel_year" in tokens:
            year = self._year(tokens)
            return (day_of(year, 1, 1) if year else None), "year", False
        if (
            "weekday" in tokens
            and (week := tokens["weekday"].group())[0] in patterns.REL_WEEKS
        ):
            return self._day_of_week(week), "day", False
        if patterns.HABIT_BEFORE.search(before):
            return None
        if "weekday" in tokens:
            named = "part" in tokens or "clock" in tokens
            return (
                (self._near_weekday(weekday(tokens), future=future), "day", False)
                if named
                else None
            )
        if stands_alone(tokens, before, after):
            return self._last_day(), "day", True
        return None

    def _year(self, tokens: Tokens) -> int | None:
        if "year" in tokens:
            return numeral(tokens["year"].group()[:-1]) or None
        if "rel_year" in tokens and tokens["rel_year"].group()[0] in patterns.REL_YEARS:
            step = patterns.REL_YEARS[tokens["rel_year"].group()[0]]
            return self.today.year + step if self.today else None
        if "rel_year" in tokens:
            step = 1 if tokens["rel_year"].group()[0] == "次" else 0
            last = self._last_month()
            return last.year + step if last else None
        return self.year

    def _relative_day(self, word: str, *, future: bool) -> dt.date | None:
        if word[0] in patterns.FROM_TODAY:
            return days_from(self.today, patterns.FROM_TODAY[word[0]])
        last, steps = self._last_day(), patterns.FROM_LAST[word[0]]
        if future and steps and last and self.written and last < self.written:
            last = self.written
        return days_from(last, steps)

    def _day_of_week(self, word: str) -> dt.date | None:
        if self.today is None:
            return None
        monday = self.today - dt.timedelta(days=self.today.weekday())
        return days_from(
            monday, 7 * patterns.REL_WEEKS[word[0]] + weekday_number(word[-1])
        )

    def _names_this_year(self) -> bool:
        """Say whether the text just named the running year alone, which says nothing about the
        month.
        """
        named = (
            self.aside.date
            if self.aside is not None and self.aside.precision == "year"
            else None
        )
        return (
            named is not None
            and self.today is not None
            and named.year == self.today.year
        )

    def _near_weekday(self, number: int | None, *, future: bool) -> dt.date | None:
        """Return the nearest day that falls on a weekday: 周六上午 is behind the day of writing, or
        ahead of it.
        """
        if self.today is None or number is None:
            return None
        ahead = (number - self.today.weekday()) % 7
        return days_from(self.today, ahead if future or not ahead else ahead - 7)

    def _bare_day(
        self, tokens: Tokens, after: str, *, future: bool
    ) -> tuple[dt.date | None, str, bool] | None:
        printed = tokens["day"].group()
        led = (
            future
            or self.floor is not None
            or "part" in tokens
            or patterns.BARE_DAY_AFTER.match(after)
        )
        if printed[-1] == "号" or not led:
            return None
        month = (
            self.floor
            or (self.month if self._names_this_year() else self._last_month())
            or self.today
        )
        if month is None:
            return None, "day", False
        number = numeral(printed.rstrip("日"))
        day = day_of(month.year, month.month, number)
        latest = (
            self.issued
            if self.issued and not future and not self.floor and month <= self.issued
            else dt.date.max
        )
        if day is None or day > latest:
            day = day_of(*month_before(month.year, month.month), number)
        return day, "day", False

    def _full_day(self, tokens: Tokens, *, future: bool, sure: bool) -> dt.date | None:
        day = numeral(tokens["day"].group().rstrip("日号"))
        first = self._month(tokens)
        if first is None or isinstance(first, tuple):
            return day_of(*first, day) if first else None
        told = self.listed or bool({"weekday", "part", "clock"} & tokens.keys())
        near = self._nearest(
            first, day, future=future or (told and self._soon(first, day)), sure=sure
        )
        return self._on_weekday(near, weekday(tokens))

    def _soon(self, month: int, day: int) -> bool:
        """Say whether that day comes within the weeks behind the issue."""
        next_one = self.issued and day_of(self.issued.year, month, day)
        return bool(
            self.issued
            and next_one
            and self.issued < next_one <= self.issued + _ANNOUNCED
        )

    def _on_weekday(self, near: dt.date | None, weekday: int | None) -> dt.date | None:
        """Return the day of the issue's year where only that one falls on the printed weekday."""
        if (
            near is None
            or self.issued is None
            or weekday is None
            or near.weekday() == weekday
        ):
            return near
        this = day_of(self.issued.year, near.month, near.day)
        return this if this is not None and this.weekday() == weekday else near

    def _first_of_month(
        self, tokens: Tokens, *, future: bool, sure: bool
    ) -> dt.date | None:
        first = self._month(tokens)
        if first is None or isinstance(first, tuple):
            return day_of(*first, 1) if first else None
        return self._nearest(first, 1, future=future, sure=sure)

    def _month(self, tokens: Tokens) -> tuple[int, int] | int | None:
        """Return year and month where the words settle both, the month alone where the year is
        open.
        """
        if "rel_month" in tokens:
            word = tokens["rel_month"].group()
            base = self.today if word[0] in patterns.REL_MONTHS else self._last_month()
            if base is None:
                return None
            index = (
                base.year * 12 + base.month - 1 + patterns.REL_MONTHS.get(word[0], 0)
            )
            return index // 12, index % 12 + 1
        month = numeral(tokens["month"].group()[:-1].replace("元", "一"))
        year = self._year(tokens)
        return (year, month) if year else month

    def _nearest(
        self, month: int, day: int, *, future: bool, sure: bool
    ) -> dt.date | None:
        if self.floor is not None:
            same = day_of(self.floor.year, month, day)
            return (
                same
                if same is None or same > self.floor
                else day_of(self.floor.year + 1, month, day)
            )
        then = self._in_story(month, day)
        if then is not None or self.issued is None:
            return then or (day_of(self.today.year, month, day) if self.today else None)
        this = day_of(self.issued.year, month, day)
        if this is None:
            return day_of(self.issued.year - 1, month, day)
        if this > self.issued and not (future or sure):
            return day_of(self.issued.year - 1, month, day)
        if sure and (self.issued - this).days > 60:
            return day_of(self.issued.year + 1, month, day)
        return this

    def _in_story(self, month: int, day: int) -> dt.date | None:
        """Return the day in the year of a story told since a day long past: 1927年4月12日,… 4月15日,…"""
        told = self._last_day()
        if told is None or self.today is None or abs(told - self.today) <= _YEAR:
            return None
        near = day_of(told.year, month, day)
        return near if near is not None and told <= near <= told + _STORY else None

    # The time of day

    def _time(
        self, tokens: Tokens, *, inherited: bool
    ) -> tuple[dt.time | None, str | None, bool]:
        part = patterns.PARTS[tokens["part"].group()] if "part" in tokens else None
        if "clock" not in tokens:
            return None, part, False
        printed = tokens["clock"].group()
        time = clock_time(printed, part or (self.part if inherited else None))
        if (
            time is not None
            and part is None
            and inherited
            and self.part == part_of_day(time)
        ):
            part = self.part
        return time, part, bool(patterns.ABOUT_AFTER.search(printed))
