"""Gather the printed tokens of a time: year, month, day, weekday, part of day, clock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.patterns.printed_times import LUNAR, SENTENCE_STOP, TOKEN
from reader.times.calendar_days import weekday_number

# From the year down to the clock: a moment's tokens follow each other in this order.
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
# the gap inside one moment: 2月7日(正月十六)上午, 9月27日 上午, 6月1日约21时, 2021年9月28日,星期二 (the mark counts only
# in front of a weekday)
_INNER_GAP = re.compile(rf"{LUNAR}[ \u3000]{{0,2}}(?:大?约)?")
# the day told a second time, in brackets, before its half: 昨日(11月27日)上午
_BRACKET_GAP = re.compile(r"[)\uff09][ \u3000]?")
_OPENING_BRACKETS = frozenset("(\uff08")
_WEEKDAY_GAP = re.compile(r"[ \u3000]{0,2}[,\uff0c]?[ \u3000]{0,2}")
# A clause of its own begins here, so a bare 上午 or 20:00 is a time of the story: …。下午,…
CLAUSE_START = re.compile(
    r"(?:^|[\u3002\uff0c,\uff1b;:\uff1a!\uff01?\uff1f\n\u201d\"])[ \u3000]*$"
)
# A bare 上午 is followed by its story: 上午,代表们… 下午3时, 晚上举行, 下午　各代表团审议; not 上午的会议
PART_AFTER = re.compile(
    r"[,\uff0c \u3000]|\d|召开|举行|在|还|又|他|她|代表|各|大会|会议|与会"
)

# What stands apart behind an hour at the beginning of a line: 14:30 报到, 14:30-18:00 报到; not 14:30报到
ROW_AFTER = re.compile(
    r"(?:[-\u2013\u2014\uff0d\uff5e~至]{1,2}\d{1,2}[:\uff1a]\d{2})?[ \u3000]+"
    r"[\u4e00-\u9fff\u201c\u300a]"
)
CLOCK_MARKS = re.compile("[:\uff1a\u2236]")

Tokens = dict[str, "re.Match[str]"]


def token_groups(text: str) -> Iterator[Tokens]:
    """Gather touching tokens, from the year down to the clock, into one moment each."""
    group: Tokens = {}
    last: re.Match[str] | None = None
    start = 0
    for match in TOKEN.finditer(text):
        if last is not None and not _touches(text, start, last, match):
            yield group
            group = {}
        if not group:
            start = match.start()
        group[str(match.lastgroup)] = match
        last = match
    if group:
        yield group


def _touches(
    text: str, start: int, last: re.Match[str], match: re.Match[str]
) -> bool:
    """Tell whether a token belongs to the group that begins at ``start`` and ends with ``last``."""
    kind = str(match.lastgroup)
    kind_before = str(last.lastgroup)
    if _ORDER[kind] <= _ORDER[kind_before]:
        return False
    gap = _INNER_GAP
    if kind == "weekday":
        gap = _WEEKDAY_GAP
    between = gap.fullmatch(text, last.end(), match.start())
    if between is None and text[start - 1 : start] in _OPENING_BRACKETS:
        between = _BRACKET_GAP.fullmatch(text, last.end(), match.start())
    return between is not None


def stands_alone(tokens: Tokens, before: str, after: str) -> bool:
    """Tell whether a part of day or a clock without a day is a time of the story."""
    if "part" not in tokens:
        clock = tokens["clock"].group()
        return _is_exact(clock) or _opens_row(clock, before, after)
    if "clock" in tokens:
        return True
    return _opens_clause(before, after)


def _is_exact(clock: str) -> bool:
    """Tell whether a bare clock is told as one: 8时, 三点半; not 三点."""
    if "分" in clock or "半" in clock:
        return True
    if "时" not in clock:
        return False
    return clock[0].isdecimal()


def _opens_row(clock: str, before: str, after: str) -> bool:
    """Tell whether a bare 14:30 begins a line, set apart from what takes place then."""
    if before.strip():
        return False
    if ROW_AFTER.match(after) is None:
        return False
    marks = CLOCK_MARKS.search(clock)
    return bool(marks)


def _opens_clause(before: str, after: str) -> bool:
    if CLAUSE_START.search(before) is None:
        return False
    return PART_AFTER.match(after) is not None


def printed_weekday(tokens: Tokens) -> int | None:
    """Return the printed weekday, Monday = 0, None where none is printed."""
    if "weekday" not in tokens:
        return None
    printed = tokens["weekday"].group()
    return weekday_number(printed.rstrip(")\uff09 ")[-1])


def next_stop(text: str, start: int) -> int:
    """Return where the sentence at this offset ends."""
    stop = SENTENCE_STOP.search(text, start)
    return stop.start() if stop else len(text)
