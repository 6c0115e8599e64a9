"""Days as people, spreadsheets and sites write them beside pages."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from reader.times.numerals import numeral

# 2021年9月28日, 2021-9-28, ２０２１年９月28日, 二〇二一年九月二十八日; not the digits inside a longer number.
DIGIT = r"[0-9\uff10-\uff19]"
NUMERAL = "[\u3007\u25cb零一二三四五六七八九十廿卅]"
PRINTED_DATE = re.compile(
    rf"(?<!{DIGIT})({DIGIT}{{4}}|{NUMERAL}{{4}})\s*(?:年|[-/.])"
    rf"\s*({DIGIT}{{1,2}}|{NUMERAL}{{1,3}})\s*(?:月|[-/.])"
    rf"\s*({DIGIT}{{1,2}}|{NUMERAL}{{1,4}})(?!{DIGIT})"
)
# 2021/9/8, 2021.9.8, 2021年9月8日; not 8/9/2021.
WRITTEN_DATE = re.compile(
    r"(?P<y>\d{4})(?P<mark>[-/.])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})",
    re.ASCII,
)
# What stands behind a day and says no more: 星期二, an hour of none; what spreadsheets put around it.
BEHIND = re.compile(
    r"日?\s*(?:(?:星期|周)[一二三四五六日天]|[ T]0?0:00(?::00)?)?$"
)
AROUND = "='\" \u00a0"
YEARS = range(1900, 2100)


def day_printed(match: re.Match[str] | None) -> dt.date | None:
    """Return the day of a printed date that was found, None for none and for what is no day."""
    if match is None:
        return None
    year, month, day = map(numeral, match.groups())
    if year not in YEARS:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def day_in(words: str) -> dt.date | None:
    """Return the first day that is printed in a text, None for none."""
    return day_printed(PRINTED_DATE.search(words))


def day_written(words: str) -> dt.date:
    """Return the day of 2021-09-28, or of what people and spreadsheets write for it; raise
    ``ValueError`` for no day.
    """
    plain = unicodedata.normalize("NFKC", words).strip(AROUND)
    plain = BEHIND.sub("", plain, count=1)
    written = WRITTEN_DATE.fullmatch(plain)
    if written:
        return dt.date(*map(int, written.group("y", "m", "d")))
    printed = PRINTED_DATE.fullmatch(plain) if "年" in plain else None
    if printed:
        return dt.date(*map(numeral, printed.groups()))
    return dt.date.fromisoformat(plain)
