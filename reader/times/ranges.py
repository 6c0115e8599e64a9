"""Ranges of days: two printed days that are one time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.patterns.printed_times import RANGE_MARK
from reader.times.calendar_days import days_from
from reader.times.moments import Moment

# 26日、27日 and 26日和27日 are one time when the days follow each other; not 9月26日、30日
LIST_MARK = re.compile(r"[、和]")


def in_ranges(text: str, moments: Iterable[Moment]) -> Iterator[Moment]:
    """Yield the moments of a text with 9月27日至29日 joined into one that lasts."""
    held: Moment | None = None
    for moment in moments:
        if held is not None and _continues(text, held, moment):
            held = replace(held, end=moment.end, last=moment.date)
            continue
        if held is not None:
            yield held
        held = moment
    if held is not None:
        yield held


def range_begun(
    text: str, found: Sequence[Moment], start: int
) -> dt.date | None:
    """Return the day from which a range goes on at this place, None where none does."""
    if not found:
        return None
    last = found[-1]
    return last.date if _leads_to(text, last, start) else None


def _leads_to(text: str, held: Moment, start: int) -> bool:
    """Tell whether a range mark alone stands between a whole day and what starts behind it."""
    if not _is_whole_day(held):
        return False
    return RANGE_MARK.fullmatch(text, held.end, start) is not None


def _is_whole_day(moment: Moment) -> bool:
    if moment.inherited or not moment.is_day:
        return False
    if moment.part_of_day is not None:
        return False
    return moment.time is None


def _continues(text: str, held: Moment, moment: Moment) -> bool:
    if not _is_whole_day(held):
        return False
    if not _is_whole_day(moment):
        return False
    if LIST_MARK.fullmatch(text, held.end, moment.start):
        return _is_next_day(held, moment)
    if not _is_later(held, moment):
        return False
    return _leads_to(text, held, moment.start)


def _is_next_day(held: Moment, moment: Moment) -> bool:
    first = held.date
    day = moment.date
    if first is None or day is None:
        return False
    last = held.last or first
    return day == days_from(last, 1)


def _is_later(held: Moment, moment: Moment) -> bool:
    first = held.date
    day = moment.date
    if first is None or day is None:
        return False
    return first < day
