"""Read the dateline that opens a report, and tell its day."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import starmap

from reader.layout.bylines.dateline_patterns import DATE_IN_LINE, NUMBER
from reader.layout.lines import Line
from reader.layout.page_head.page_labels import number
from reader.layout.segments import Segment
from reader.results import Dateline
from reader.times.calendar_days import day_of, month_before

_NEWS = "\u8baf"


def read_dateline(line: Line, found: re.Match[str]) -> Dateline:
    """Return the dateline; its date is settled later, when the year is known."""
    start = found.start("source")
    end = found.end("word")
    source = found["source"]
    if _is_plain(found):
        source += found["word"]
    span = line.span_between(start, end)
    return Dateline(source, found["place"], None, span)


def _is_plain(found: re.Match[str]) -> bool:
    """Tell whether it is a source with 讯 and nothing between (本报讯)."""
    if found["place"]:
        return False
    if found["date"]:
        return False
    return _NEWS in found["word"]


def dated_opening(opening: Segment, issue: dt.date | None) -> Dateline:
    """Return the dateline of an opening with its day, told from the day of the issue."""
    dateline = opening.dateline
    words = DATE_IN_LINE.search(opening.folded)
    if words is None or issue is None:
        return dateline
    parts = [number(part) or 0 for part in NUMBER.findall(words[0])]
    day = _date_before(parts, issue)
    return replace(dateline, date=day, is_whole=len(parts) > 2)


def _date_before(parts: list[int], issue: dt.date) -> dt.date | None:
    """Return the day that the numbers of 9月27日 or 十四日 name, on or before the day of the
    issue.
    """
    days = starmap(day_of, _completed(parts, issue))
    printed = (day for day in days if day and day <= issue)
    return next(printed, None)


def _completed(parts: list[int], issue: dt.date) -> list[tuple[int, ...]]:
    """Return the dates that a day, or a month and a day, may stand for, the nearest first."""
    if len(parts) == 1:
        this_month = (issue.year, issue.month)
        months = this_month, month_before(*this_month)
        return [(*month, *parts) for month in months]
    if len(parts) == 2:
        years = issue.year, issue.year - 1
        return [(year, *parts) for year in years]
    return [tuple(parts)]
