"""Partial dates: what an EDTF string says, as two days and a precision."""

from __future__ import annotations

import calendar
import datetime as dt
import time
from dataclasses import dataclass
from functools import lru_cache

import edtf


class EndsFirstError(ValueError):
    """An interval whose end comes before its beginning."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An EDTF level 1 date or interval: the first and the last day it may mean, and how precisely
    it is known.
    """

    edtf: str
    earliest: dt.date
    latest: dt.date
    precision: str

    @classmethod
    @lru_cache(
        maxsize=4096
    )  # parsing takes milliseconds, and a load sees the same few days on every page
    def parse(cls, text: str) -> PartialDate:
        """Read an EDTF level 1 string; raise ``ValueError`` when it is not one or has no first or
        last day.
        """
        try:
            value = edtf.parse_edtf(text)
            first = _day(value.lower_strict())
            last = _day(value.upper_strict())
        except (edtf.EDTFParseException, AttributeError, TypeError) as error:
            raise ValueError(f"not an EDTF date: {text!r}") from error
        if first > last:
            raise EndsFirstError(f"ends before it begins: {text!r}")
        return cls(text, first, last, _precision(first, last))


def _day(value: time.struct_time) -> dt.date:
    return dt.date(value.tm_year, value.tm_mon, value.tm_mday)


def _precision(first: dt.date, last: dt.date) -> str:
    if first == last:
        return "day"
    of_one_year = first.year == last.year
    _weekday, days = calendar.monthrange(last.year, last.month)
    of_whole_months = first.day == 1 and last.day == days
    if not of_one_year or not of_whole_months:
        return "interval"
    if first.month == last.month:
        return "month"
    months = (first.month, last.month)
    if months == (1, 12):
        return "year"
    return "interval"
