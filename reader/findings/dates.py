"""Rules about dates: weekdays against the calendar, and order in time."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence

from reader.findings.copy import CRITICAL, WARNING, Copy, finding
from reader.moments import Moment, day_of, weekday_number
from reader.passages import Passage
from reader.patterns import findings as patterns
from reader.patterns import times
from reader.results import ReadFinding

# Without a year a day up to so long after the issue date is a slip, not last year's day.
_SLIP = dt.timedelta(days=60)
# A range without years that lasts longer has its ends reversed.
_LONGEST = dt.timedelta(days=300)


def weekday(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt a printed weekday that the calendar does not give that date, in the page head too."""
    seen: set[int] = set()
    for match in patterns.DATED_WEEKDAY.finditer(copy.text):
        day = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
        seen.add(match.end())
        if day is not None and day.weekday() != weekday_number(match["weekday"]):
            yield ReadFinding(
                "weekday",
                WARNING,
                *match.span(),
                _is_a(day),
                match.group()[:-1] + _name(day),
            )
    for passage, moment in itertools.chain.from_iterable(copy.moments):
        day, printed = moment.date, moment.printed_weekday
        start, end = passage.on_page(moment.start, moment.end)
        if (
            day is None
            or printed is None
            or moment.last
            or day.weekday() == printed
            or seen & set(range(start, end + 1))
        ):
            continue
        words = passage.text[moment.start : moment.end]
        at = max(words.rfind(mark) for mark in ("期", "周", "拜")) + 1
        yield finding(
            "weekday",
            WARNING,
            passage,
            *moment.span,
            _is_a(day),
            words[:at] + _name(day) + words[at + 1 :],
        )


def _name(day: dt.date) -> str:
    return times.WEEKDAYS[day.weekday()]


def _is_a(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日是星期{_name(day)}"


def date_order(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt a past event dated after the issue, a range whose end lies before its start, a morning
    hour after noon.
    """
    yield from _datelines(copy)
    for told in copy.moments:
        for number, (passage, moment) in enumerate(told):
            if (number == 0 or not moment.yearless) and _too_late(
                passage, moment, copy.context.date
            ):
                yield finding(
                    "date_order",
                    CRITICAL,
                    passage,
                    *moment.span,
                    "已发生的事,日期晚于出报日期",
                )
            if (
                moment.part_of_day == "morning"
                and moment.time is not None
                and moment.time.hour > 12
            ):
                yield finding(
                    "date_order", WARNING, passage, *moment.span, "上午的时间晚于十二时"
                )
        yield from _ranges(told)


def _ranges(told: Sequence[tuple[Passage, Moment]]) -> Iterator[ReadFinding]:
    message = "起止日期先后颠倒"
    for passage, moment in told:
        if (
            moment.last
            and moment.date
            and moment.yearless
            and moment.last - moment.date > _LONGEST
        ):
            yield finding("date_order", WARNING, passage, *moment.span, message)
    for (passage, first), (after, second) in itertools.pairwise(told):
        if passage is after and _reversed(passage, first, second):
            yield finding(
                "date_order", WARNING, passage, first.start, second.end, message
            )


def _datelines(copy: Copy) -> Iterator[ReadFinding]:
    issued = copy.context.date
    for article in copy.articles:
        line = article.dateline
        if issued and line.date and line.span and line.date > issued:
            yield ReadFinding(
                "date_order", CRITICAL, *line.span, "电头日期晚于出报日期"
            )


def _too_late(passage: Passage, moment: Moment, issued: dt.date | None) -> bool:
    if (
        issued is None
        or moment.date is None
        or moment.precision != "day"
        or moment.future
        or moment.inherited
    ):
        return False
    stop = times.STOP.search(passage.text, moment.end)
    if (
        patterns.TOLD_AS_PAST.search(
            passage.text, moment.end, stop.start() if stop else len(passage.text)
        )
        is None
    ):
        return False
    if patterns.INVITES.search(passage.text):
        return False
    if moment.date > issued:
        return True
    this = day_of(issued.year, moment.date.month, moment.date.day)
    return moment.yearless and this is not None and issued < this <= issued + _SLIP


def _reversed(passage: Passage, first: Moment, second: Moment) -> bool:
    if (
        first.date is None
        or second.date is None
        or first.precision != "day"
        or second.precision != "day"
    ):
        return False
    joined = times.RANGE_MARK.fullmatch(passage.text, first.end, second.start)
    return joined is not None and second.date < first.date
