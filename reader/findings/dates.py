"""Rules about dates: weekdays against the calendar, and order in time."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

from reader.findings.checked_page import CheckedPage, Doubt, ToldTime, doubt
from reader.patterns.printed_times import RANGE_MARK, WEEKDAYS
from reader.results import Dateline
from reader.times import Moment
from reader.times.calendar_days import day_of, weekday_number
from reader.times.tokens import next_stop
from reader.vocabulary import PartOfDay, Severity

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
    r"(?P<year>\d{4})年(?P<month>\d{1,2})月"
    r"(?P<day>\d{1,2})日[ \u3000,\uff0c(\uff08]{0,3}(?:星期|"
    r"周)(?P<weekday>[一二三四五六日天])"
)


_REVERSED = "起止日期先后颠倒"


def weekday(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a printed weekday that the calendar does not give that date, in the page head too."""
    printed_in_full = list(DATED_WEEKDAY.finditer(page.text))
    for match in printed_in_full:
        yield from _wrong_in_full(match)
    seen = {match.end() for match in printed_in_full}
    for told in itertools.chain.from_iterable(page.times):
        yield from _wrong_weekday(told, seen)


def _wrong_in_full(match: re.Match[str]) -> Iterator[Doubt]:
    day = _printed_day(match)
    if day is None:
        return
    if day.weekday() != weekday_number(match["weekday"]):
        right = match.group()[:-1] + _name(day)
        yield Doubt(Severity.WARNING, *match.span(), _is_a(day), right)


def _printed_day(match: re.Match[str]) -> dt.date | None:
    year = match["year"]
    month = match["month"]
    return day_of(int(year), int(month), int(match["day"]))


def _wrong_weekday(told: ToldTime, seen: set[int]) -> Iterator[Doubt]:
    """Doubt the weekday of a time, unless it ends where one was ``seen`` on the page already."""
    day = told.moment.date
    if day is None or not _has_wrong_weekday(told.moment, day):
        return
    start, end = told.on_page
    if seen.isdisjoint(range(start, end + 1)):
        right = _with_weekday(told.words, day)
        yield told.doubt(Severity.WARNING, _is_a(day), right)


def _has_wrong_weekday(moment: Moment, day: dt.date) -> bool:
    printed = moment.printed_weekday
    if printed is None or moment.last:
        return False
    return day.weekday() != printed


def _with_weekday(printed: str, day: dt.date) -> str:
    """Return the printed time with the weekday that the calendar gives the day."""
    marks = (printed.rfind(mark) for mark in ("期", "周", "拜"))
    at = max(marks) + 1
    before = printed[:at]
    behind = printed[at + 1 :]
    return before + _name(day) + behind


def _name(day: dt.date) -> str:
    return WEEKDAYS[day.weekday()]


def _is_a(day: dt.date) -> str:
    date = f"{day.year}年{day.month}月{day.day}日"
    return f"{date}是星期{_name(day)}"


def date_order(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt what is out of order in time.

    That is a past event dated after the issue, a range whose end lies before its start, a morning
    hour after noon.
    """
    issued = page.context.date
    if issued is not None:
        for article in page.articles:
            yield from _late_dateline(article.article.dateline, issued)
    for times in page.times:
        yield from _out_of_time(times, issued)
        yield from _long_ranges(times)
        yield from _reversed_ranges(times)


def _late_dateline(line: Dateline, issued: dt.date) -> Iterator[Doubt]:
    day = line.date
    if day is None or line.span is None:
        return
    if day > issued:
        start, end = line.span
        message = "电头日期晚于出报日期"
        yield Doubt(Severity.SEVERE, start, end, message)


def _out_of_time(
    times: Sequence[ToldTime], issued: dt.date | None
) -> Iterator[Doubt]:
    late = "已发生的事,日期晚于出报日期"
    afternoon = "上午的时间晚于十二时"
    for number, told in enumerate(times):
        is_sure = number == 0 or not told.moment.yearless
        if is_sure and _is_too_late(told, issued):
            yield told.doubt(Severity.SEVERE, late)
        if _is_morning_after_noon(told.moment):
            yield told.doubt(Severity.WARNING, afternoon)


def _is_morning_after_noon(moment: Moment) -> bool:
    if moment.part_of_day is not PartOfDay.MORNING:
        return False
    if moment.time is None:
        return False
    return moment.time.hour > _NOON


def _is_too_late(told: ToldTime, issued: dt.date | None) -> bool:
    """Tell whether what is told as past has a day behind the issue's."""
    moment = told.moment
    if issued is None or moment.date is None:
        return False
    if not _is_own_day(moment) or not _is_told_as_past(told):
        return False
    if moment.date > issued:
        return True
    return moment.yearless and _is_slip(moment.date, issued)


def _is_own_day(moment: Moment) -> bool:
    """Tell whether a time prints its day, and not as one to come."""
    if moment.future or moment.inherited:
        return False
    return moment.is_day


def _is_told_as_past(told: ToldTime) -> bool:
    text = told.passage.text
    start = told.moment.end
    stop = next_stop(text, start)
    past = TOLD_AS_PAST.search(text, start, stop)
    if past is None:
        return False
    return INVITES.search(text) is None


def _is_slip(day: dt.date, issued: dt.date) -> bool:
    """Tell whether a day without a year, in the issue's year, comes soon behind the issue."""
    this_year = day_of(issued.year, day.month, day.day)
    if this_year is None:
        return False
    return this_year > issued and this_year - issued <= _SLIP


def _long_ranges(times: Sequence[ToldTime]) -> Iterator[Doubt]:
    """Doubt 12月30日至1月2日 read as a range that lasts for most of a year."""
    for told in times:
        if told.moment.yearless and _lasts_too_long(told.moment):
            yield told.doubt(Severity.WARNING, _REVERSED)


def _lasts_too_long(moment: Moment) -> bool:
    if moment.date is None or moment.last is None:
        return False
    return moment.last - moment.date > _LONGEST


def _reversed_ranges(times: Sequence[ToldTime]) -> Iterator[Doubt]:
    for first, second in itertools.pairwise(times):
        if first.passage is not second.passage:
            continue
        if _are_reversed(first, second):
            span = (first.moment.start, second.moment.end)
            yield doubt(Severity.WARNING, first.passage, span, _REVERSED)


def _are_reversed(told: ToldTime, after: ToldTime) -> bool:
    first = told.moment
    second = after.moment
    if not first.is_day or not second.is_day:
        return False
    if first.date is None or second.date is None:
        return False
    if second.date >= first.date:
        return False
    text = told.passage.text
    mark = RANGE_MARK.fullmatch(text, first.end, second.start)
    return mark is not None
