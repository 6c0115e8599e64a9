"""Ranges of days: two printed days that are one time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.moments import Moment, days_from
from reader.patterns import times as patterns


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


def joined(text: str, held: Moment, start: int) -> bool:
    """Say whether a range mark alone stands between a whole day and what starts behind it."""
    return (
        _whole(held)
        and patterns.RANGE_MARK.fullmatch(text, held.end, start) is not None
    )


def _whole(moment: Moment) -> bool:
    return (
        moment.precision == "day"
        and not moment.part_of_day
        and not moment.time
        and not moment.inherited
    )


def _continues(text: str, held: Moment, moment: Moment) -> bool:
    if (
        held.date is None
        or moment.date is None
        or not _whole(held)
        or not _whole(moment)
    ):
        return False
    if patterns.LIST_MARK.fullmatch(text, held.end, moment.start):
        return moment.date == days_from(held.last or held.date, 1)
    return joined(text, held, moment.start) and held.date < moment.date
