"""Read dates and clock times of an article; doubt is kept as a value.

A time without a date inherits the nearest earlier date of the same article.
"""

from __future__ import annotations

import datetime as dt
import re

from reader.patterns.printed_times import PARTS, TIME_LINE
from reader.times.meant_days import A_YEAR, MeantDay, Printed, meant_day
from reader.times.memory import Memory
from reader.times.moments import Moment, clock_time, part_of_day
from reader.times.ranges import in_ranges, leads_to
from reader.times.tokens import (
    Tokens,
    next_stop,
    printed_weekday,
    token_groups,
    token_words,
)
from reader.vocabulary import PartOfDay, Precision

# So many characters before and behind a time are looked at for what they say about it.
_BEFORE = 16
_AFTER = 60

# 约9月27日, 9月27日前后, 8时许, 9时左右; not 合约 (the character in front is looked at)
ABOUT_BEFORE = re.compile(r"(?<![合条契公相])(?:大约|约|将近|近)$")
ABOUT_AFTER = re.compile(r"前后|左右|许")
# The text speaks of what is to come: 将于10月8日, 定于, 有效期至, 截至; not 本届将士 (将 must end a word)
FUTURE_BEFORE = re.compile(
    r"(?:将|拟|定|计划|预计|预定|争取|力争|确保|截至|截止|期至|延期|推迟)[于在到至]?[^\u3002\uff1b;,\uff0c]{0,8}$"
)
# 10月1日起施行, 10月8日将举行, 即将, 前完成, 截止; not 将军, not 将近
FUTURE_AFTER = re.compile(
    r"[^\u3002\uff1b;]{0,40}?(?:起(?:正式|全面)?(?:施行|实施|执行|开放|运行|启用|停止)|"
    r"将(?![军领近士帅门])|即将|前完成|截止|开抢|开售|报名|停[水电气运航课诊产](?!了|以来)|封闭施工|禁止通行)"
)
# of these, the ones that settle the year even when the day of this year has long passed: 将于1月5日,
# 1月1日起施行
SURELY_FUTURE_BEFORE = re.compile(r"(?:将|拟|定|计划|预计)于?$")
SURELY_FUTURE_AFTER = re.compile(r"起(?:正式|全面)?(?:施行|实施|执行)")
# These words count from the date named last: 次年, 同月, 当晚; not 今年
LAST_NAMED = re.compile(r"[当同次翌第]")
# Years named to look back or ahead.
OTHER_YEARS = "去前明"


class Clock:
    """Read an article's passages one after another, with the day it was written in mind."""

    def __init__(
        self, issued: dt.date | None, written: dt.date | None = None
    ) -> None:
        """Start from the issue date and, when the dateline prints one, the day of writing."""
        self.memory = Memory(
            issued=issued,
            written=written,
            today=written or issued,
            day=written,
            month=written,
        )

    def read(self, text: str) -> list[Moment]:
        """Return the moments of the article's next passage, in printed order."""
        memory = self.memory
        memory.aside = None
        found: list[Moment] = []
        sentence_end = -1
        for tokens in token_groups(text):
            start, _ = _span(tokens)
            if start > sentence_end:
                sentence_end = next_stop(text, start)
                memory.year = None
            memory.floor = None
            if found and leads_to(text, found[-1], start):
                memory.floor = found[-1].date
            moment = self._moment(text, tokens)
            if moment is not None:
                found.append(moment)
                self._remember(tokens, moment)
        return list(in_ranges(text, found))

    def _moment(self, text: str, tokens: Tokens) -> Moment | None:
        start, end = _span(tokens)
        printed = _printed(text, tokens)
        whole_line = end - start == len(text)
        in_time_line = TIME_LINE.search(printed.before) is not None
        self.memory.listed = whole_line or in_time_line
        day = meant_day(self.memory, printed)
        if day is None:
            return None
        time = self._time(tokens, day)
        part = self._part(tokens, time, day)
        loose = "约" in text[start:end] or bool(
            ABOUT_BEFORE.search(printed.before)
        )
        about = loose or bool(ABOUT_AFTER.match(printed.after))
        vague_day = time is None and about
        return Moment(
            start,
            end,
            day.date,
            day.precision,
            time=time,
            part_of_day=part,
            approximate=loose or vague_day or _about_clock(tokens),
            vague_day=vague_day,
            inherited=day.inherited,
            future=printed.future or printed.sure,
            yearless="year" not in tokens and self.memory.year is None,
            printed_weekday=printed_weekday(tokens),
        )

    def _time(self, tokens: Tokens, day: MeantDay) -> dt.time | None:
        if "clock" not in tokens:
            return None
        part = _printed_part(tokens)
        if part is None and day.inherited:
            part = self.memory.part
        return clock_time(tokens["clock"].group(), part)

    def _part(
        self, tokens: Tokens, time: dt.time | None, day: MeantDay
    ) -> PartOfDay | None:
        """Return the printed part of day; a bare clock goes on in the part it lies in."""
        part = _printed_part(tokens)
        if part is not None or time is None or not day.inherited:
            return part
        goes_on = self.memory.part is part_of_day(time)
        return self.memory.part if goes_on else None

    def _remember(self, tokens: Tokens, moment: Moment) -> None:
        memory = self.memory
        aside = self._is_aside(tokens, moment)
        if moment.date is None:
            return
        if not moment.yearless:
            memory.year = moment.date.year
        if aside:
            memory.aside = moment
            return
        memory.month = moment.date
        memory.aside = None
        if self._names_day_of_writing(tokens, moment):
            # Who calls the day of writing 27日 writes for the day of issue: 今晚 is the evening of
            # that one.
            memory.today = memory.issued or memory.today
        if moment.precision is Precision.DAY:
            if moment.part_of_day is not None or not moment.inherited:
                memory.part = moment.part_of_day
            memory.day = moment.date

    def _names_day_of_writing(self, tokens: Tokens, moment: Moment) -> bool:
        if "rel_day" in tokens or "month" in tokens:
            return False
        return moment.date == self.memory.written and not moment.inherited

    def _is_aside(self, tokens: Tokens, moment: Moment) -> bool:
        """Say whether the text looks back or ahead: such a day is left again with the paragraph."""
        if _names_other_year(tokens):
            return True
        if self.memory.aside is not None and _goes_on(tokens, moment):
            return True
        if moment.precision is Precision.YEAR:
            return True
        return self.memory.day is not None and self._is_far(moment)

    def _is_far(self, moment: Moment) -> bool:
        if self.memory.today is None or moment.date is None:
            return False
        return abs(moment.date - self.memory.today) > A_YEAR


def _span(tokens: Tokens) -> tuple[int, int]:
    matches = list(tokens.values())
    return matches[0].start(), matches[-1].end()


def _printed(text: str, tokens: Tokens) -> Printed:
    start, end = _span(tokens)
    before = text[max(0, start - _BEFORE) : start]
    after = text[end : end + _AFTER]
    return Printed(
        tokens,
        before,
        after,
        future=_says(FUTURE_BEFORE, before, FUTURE_AFTER, after),
        sure=_says(SURELY_FUTURE_BEFORE, before, SURELY_FUTURE_AFTER, after),
    )


def _says(
    ahead: re.Pattern[str], before: str, behind: re.Pattern[str], after: str
) -> bool:
    return bool(ahead.search(before) or behind.match(after))


def _printed_part(tokens: Tokens) -> PartOfDay | None:
    if "part" not in tokens:
        return None
    return PARTS[tokens["part"].group()]


def _about_clock(tokens: Tokens) -> bool:
    if "clock" not in tokens:
        return False
    return ABOUT_AFTER.search(tokens["clock"].group()) is not None


def _names_other_year(tokens: Tokens) -> bool:
    return "rel_year" in tokens and tokens["rel_year"].group()[0] in OTHER_YEARS


def _goes_on(tokens: Tokens, moment: Moment) -> bool:
    """Say whether a time counts from the one before it: 次日, 当晚, a bare hour."""
    if moment.inherited:
        return True
    return any(map(LAST_NAMED.match, token_words(tokens)))
