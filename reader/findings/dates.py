"""Rules about dates: weekdays against the calendar, and order in time."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from reader.findings.checked_page import CheckedPage, Doubt, doubt
from reader.passages import Passage
from reader.patterns.printed_times import RANGE_MARK, WEEKDAYS
from reader.times import Moment
from reader.times.calendar_days import day_of, weekday_number
from reader.times.tokens import next_stop
from reader.vocabulary import PartOfDay, Precision, Severity

# Without a year a day up to so long after the issue date is a slip, not last year's day.
_SLIP = dt.timedelta(days=60)
# A range without years that lasts longer has its ends reversed.
_LONGEST = dt.timedelta(days=300)
# The last hour that may still be told as 上午: 上午12时.
_NOON = 12

# An invitation speaks of what is to come: 欢迎参加, 门票免费, 国庆假期; not 已报名的市民
INVITES = re.compile(
    r"欢迎|敬请|请广大|请市民|报名|预约|门票|票价|凭票|凭[\u4e00-\u9fff]{0,4}证|届时|预计|放假|假期|长假|黄金周|即将|公示"
)
# What a past report says of its day: 举行了, 隆重开幕; not 将举行
TOLD_AS_PAST = re.compile(r"召开|举行|举办|开幕|闭幕|来到|调研|出席|观看|了")
# A date with its year and weekday anywhere on the page, the page head too: 2021年9月28日 星期二
DATED_WEEKDAY = re.compile(
    r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日[ \u3000,\uff0c(\uff08]{0,3}(?:星期|周)(?P<weekday>[一二三四五六日天])"
)


def weekday(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a printed weekday that the calendar does not give that date, in the page head too."""
    printed_in_full = list(DATED_WEEKDAY.finditer(page.text))
    for match in printed_in_full:
        day = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
        if day is not None and day.weekday() != weekday_number(
            match["weekday"]
        ):
            right = match.group()[:-1] + _name(day)
            yield Doubt(Severity.WARNING, *match.span(), _is_a(day), right)
    seen = {match.end() for match in printed_in_full}
    for passage, moment in itertools.chain.from_iterable(page.moments):
        yield from _wrong_weekday(passage, moment, seen)


def _wrong_weekday(
    passage: Passage, moment: Moment, seen: set[int]
) -> Iterator[Doubt]:
    """Doubt the weekday of a time, unless it ends where one was ``seen`` on the page already."""
    day = moment.date
    if day is None or not _has_wrong_weekday(moment, day):
        return
    start, end = passage.on_page(*moment.span)
    if seen.isdisjoint(range(start, end + 1)):
        right = _with_weekday(passage.text[slice(*moment.span)], day)
        yield doubt(Severity.WARNING, passage, moment.span, _is_a(day), right)


def _has_wrong_weekday(moment: Moment, day: dt.date) -> bool:
    if moment.printed_weekday is None or moment.last:
        return False
    return day.weekday() != moment.printed_weekday


def _with_weekday(printed: str, day: dt.date) -> str:
    """Return the printed time with the weekday that the calendar gives the day."""
    at = max(printed.rfind(mark) for mark in ("期", "周", "拜")) + 1
    return printed[:at] + _name(day) + printed[at + 1 :]


def _name(day: dt.date) -> str:
    return WEEKDAYS[day.weekday()]


def _is_a(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日是星期{_name(day)}"


def date_order(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt what is out of order in time.

    That is a past event dated after the issue, a range whose end lies before its start, a morning
    hour after noon.
    """
    yield from _datelines(page)
    for told in page.moments:
        yield from _out_of_time(told, page.context.date)
        yield from _long_ranges(told)
        yield from _reversed_ranges(told)


def _datelines(page: CheckedPage) -> Iterator[Doubt]:
    issued = page.context.date
    for laid_out in page.articles:
        line = laid_out.article.dateline
        if issued is None or line.date is None or line.span is None:
            continue
        if line.date > issued:
            yield Doubt(Severity.SEVERE, *line.span, "电头日期晚于出报日期")


def _out_of_time(
    told: Sequence[tuple[Passage, Moment]], issued: dt.date | None
) -> Iterator[Doubt]:
    late = "已发生的事,日期晚于出报日期"
    afternoon = "上午的时间晚于十二时"
    for number, (passage, moment) in enumerate(told):
        sure = number == 0 or not moment.yearless
        if sure and _is_too_late(passage, moment, issued):
            yield doubt(Severity.SEVERE, passage, moment.span, late)
        if _is_morning_after_noon(moment):
            yield doubt(Severity.WARNING, passage, moment.span, afternoon)


def _is_morning_after_noon(moment: Moment) -> bool:
    if moment.part_of_day is not PartOfDay.MORNING or moment.time is None:
        return False
    return moment.time.hour > _NOON


def _is_too_late(
    passage: Passage, moment: Moment, issued: dt.date | None
) -> bool:
    if issued is None or moment.date is None:
        return False
    if (
        moment.precision is not Precision.DAY
        or moment.future
        or moment.inherited
    ):
        return False
    stop = next_stop(passage.text, moment.end)
    if TOLD_AS_PAST.search(passage.text, moment.end, stop) is None:
        return False
    if INVITES.search(passage.text):
        return False
    if moment.date > issued:
        return True
    this_year = day_of(issued.year, moment.date.month, moment.date.day)
    if not moment.yearless or this_year is None:
        return False
    return issued < this_year <= issued + _SLIP


_REVERSED = "起止日期先后颠倒"


def _long_ranges(told: Sequence[tuple[Passage, Moment]]) -> Iterator[Doubt]:
    """Doubt 12月30日至1月2日 read as a range that lasts for most of a year."""
    for passage, moment in told:
        if moment.last is None or moment.date is None or not moment.yearless:
            continue
        if moment.last - moment.date > _LONGEST:
            yield doubt(Severity.WARNING, passage, moment.span, _REVERSED)


def _reversed_ranges(told: Sequence[tuple[Passage, Moment]]) -> Iterator[Doubt]:
    for (passage, first), (after, second) in itertools.pairwise(told):
        if passage is after and _are_reversed(passage, first, second):
            span = (first.start, second.end)
            yield doubt(Severity.WARNING, passage, span, _REVERSED)


def _are_reversed(passage: Passage, first: Moment, second: Moment) -> bool:
    if first.date is None or second.date is None:
        return False
    if {first.precision, second.precision} != {Precision.DAY}:
        return False
    if RANGE_MARK.fullmatch(passage.text, first.end, second.start) is None:
        return False
    return second.date < first.date
