"""Gather the printed tokens of a time: year, month, day, weekday, part of day, clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.moments import weekday_number
from reader.patterns import times as patterns

_ORDER = {
    "year": 0,
    "rel_year": 0,
    "month": 1,
    "rel_month": 1,
    "day": 2,
    "rel_day": 2,
    "weekday": 3,
    "part": 4,
    "clock": 5,
}
Tokens = dict[str, "re.Match[str]"]
# More paragraphs than a full page has.
LAST_READ = 128


def words(tokens: Tokens) -> Iterator[str]:
    """Yield the printed words of a moment, token by token."""
    return (match.group() for match in tokens.values())


@lru_cache(LAST_READ)
def groups(text: str) -> tuple[Tokens, ...]:
    """Gather touching tokens, from the year down to the clock, into one moment each.

    Congresses, events and findings each ask for the paragraphs of the page, so the last ones are
    kept."""
    return tuple(_groups(text))


def _groups(text: str) -> Iterator[Tokens]:
    group: Tokens = {}
    last: re.Match[str] | None = None
    for match in patterns.TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if last is not None and not _touches(text, last, match):
            yield group
            group = {}
        group[kind] = match
        last = match
    if group:
        yield group


def _touches(text: str, last: re.Match[str], match: re.Match[str]) -> bool:
    kind = str(match.lastgroup)
    gap = patterns.WEEKDAY_GAP if kind == "weekday" else patterns.INNER_GAP
    return (
        _ORDER[kind] > _ORDER[str(last.lastgroup)]
        and gap.fullmatch(text, last.end(), match.start()) is not None
    )


def stands_alone(tokens: Tokens, before: str, after: str) -> bool:
    """Say whether a part of day or a clock without a day is a time of the story."""
    clock = tokens["clock"].group() if "clock" in tokens else ""
    if "part" in tokens:
        return bool(clock) or bool(
            patterns.CLAUSE_START.search(before) and patterns.PART_AFTER.match(after)
        )
    return "分" in clock or "半" in clock or ("时" in clock and clock[0].isdecimal())


def weekday(tokens: Tokens) -> int | None:
    """Return the printed weekday, Monday = 0, None where none is printed."""
    return (
        weekday_number(tokens["weekday"].group().rstrip(")\uff09 ")[-1])
        if "weekday" in tokens
        else None
    )


def next_stop(text: str, start: int) -> int:
    """Return where the sentence at this offset ends."""
    stop = patterns.STOP.search(text, start)
    return stop.start() if stop else len(text)
