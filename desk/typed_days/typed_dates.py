"""Dates as people type them, read into EDTF: 2021年9月27日, 2021/9/27, 9月27日至29日."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from records.partial_dates import EndsFirstError, PartialDate

DIGITS = "〇一二三四五六七八九"
TEN = "十"
# Other signs for nothing that years are written with.
ZEROS = str.maketrans("零○", "〇〇")
# 2021年9月27日, 二〇二一年九月, 9月27号, 29日; not 9月底, 21年.
WRITTEN = re.compile(
    r"(?:(?P<year>[0-9]{4}|[〇一二三四五六七八九]{4})年)?"
    r"(?:(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,3})月)?"
    r"(?:(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
)
# 2021/9/27, 2021-9, 2021.9.27; not 2021/9-27, 9/27.
SEPARATED = re.compile(
    r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})"
    r"(?:(?P=sign)(?P<day>[0-9]{1,2}))?"
)
# 9, 九, 十, 二十七; not 七二, 十十.
NUMBER = re.compile(
    r"(?P<digits>[0-9]+)|(?P<ten>[一二三]?十)?(?P<one>[一二三四五六七八九])?"
)
# 27日至29日, 27日到29日, 27日—29日, 27日~29日, 27日-29日.
UNTIL = re.compile("[至到~\u301c-]|\u2014+|\u2013")
SPACE = re.compile(r"\s+")

NO_DATE = _("No date: type it as 2021-09-27, 2021年9月27日 or 9月27日至29日.")
NO_SUCH_DAY = _("There is no such day.")
NO_YEAR = _("Type the year too: nothing here says which one it is.")
ENDS_FIRST = _("It ends before it begins.")
ONE_DAY = _("Type one whole day, as 2021-09-27 or 2021年9月27日.")


@dataclass(frozen=True)
class YearClue:
    """What tells the year of a date typed without one: the date that the record has, as EDTF, else
    the days of the issues that state it.
    """

    own: str = ""
    issues: Collection[dt.date] = ()

    def year(self, month: int, day: int) -> int | None:
        """Return the only year that the date can mean, None when there are several or none."""
        years = self._possible_years(month, day)
        if len(years) != 1:
            return None
        return years.pop()

    def _possible_years(self, month: int, day: int) -> set[int | None]:
        return self._own_years() or {
            _year_before(issue, month, day) for issue in self.issues
        }

    def _own_years(self) -> set[int | None]:
        if not self.own:
            return set()
        date = PartialDate.parse(self.own)
        first = date.earliest.year
        last = date.latest.year
        return {first, last}


def _year_before(issue: dt.date, month: int, day: int) -> int | None:
    """Return the year of an issue for a date on or before its day: a later one may be of the year
    before, or still to come.
    """
    return issue.year if (month, day) <= (issue.month, issue.day) else None


# A clue is looked for only when a date has no year.
AskYear = Callable[[], YearClue]


@dataclass(frozen=True, slots=True)
class _Parts:
    """Year, month and day as typed; None for what was not."""

    year: int | None
    month: int | None
    day: int | None

    def after(self, first: _Parts) -> _Parts:
        """Return the parts of an end, with the larger ones of the beginning where it has none."""
        month = self.month
        if self.year is None and month is None:
            month = first.month
        year = first.year if self.year is None else self.year
        return _Parts(year, month, self.day)

    @property
    def edtf(self) -> str:
        """Return the date as EDTF; raise ``ValidationError`` for no such day."""
        if self.month is None and self.day is not None:
            raise ValidationError(NO_DATE)
        parts = [self.year or 0, self.month, self.day]
        given = [part for part in parts if part is not None]
        try:
            whole = [*given, 1, 1]
            dt.date(*whole[:3])
        except ValueError as error:
            raise ValidationError(NO_SUCH_DAY) from error
        year, *rest = given
        return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def edtf_typed(typed: str, ask: AskYear = YearClue) -> str:
    """Return what was typed as EDTF level 1; EDTF itself stays as it is.

    Raise ``ValidationError`` for what is no date, or has no year and no clue to it."""
    text = typed.strip()
    if not text.isascii():
        return _edtf_written(text, ask)
    try:
        return PartialDate.parse(text).edtf
    except EndsFirstError as error:
        raise ValidationError(ENDS_FIRST) from error
    except ValueError:
        return _edtf_written(text, ask)


def day_typed(typed: str, ask: AskYear = YearClue) -> dt.date:
    """Return the one day that was typed; raise ``ValidationError`` for less, more or a doubt."""
    edtf = edtf_typed(typed, ask)
    try:
        return dt.date.fromisoformat(edtf)
    except ValueError as error:
        raise ValidationError(ONE_DAY) from error


def _edtf_written(text: str, ask: AskYear) -> str:
    plain = SPACE.sub("", unicodedata.normalize("NFKC", text))
    first, *rest = _ends(plain.translate(ZEROS))
    begins = _in_year(first, ask)
    ends = [last.after(begins) for last in rest]
    days = [date.edtf for date in (begins, *ends)]
    if len(set(days)) == 1:
        return days[0]
    return _interval(days)


def _interval(days: Sequence[str]) -> str:
    try:
        return PartialDate.parse("/".join(days)).edtf
    except EndsFirstError as error:
        raise ValidationError(ENDS_FIRST) from error


def _ends(text: str) -> list[_Parts]:
    """Return one date, or the beginning and the end of a span."""
    separated = SEPARATED.fullmatch(text)
    if separated:
        return [_parts(separated)]
    found = [WRITTEN.fullmatch(end) for end in UNTIL.split(text)]
    dates = [_parts(end) for end in found if end and end[0]]
    if len(dates) != len(found) or len(dates) > 2:
        raise ValidationError(NO_DATE)
    return dates


def _parts(found: re.Match[str]) -> _Parts:
    year = found["year"]
    return _Parts(
        _year(year) if year else None,
        _number(found["month"]) if found["month"] else None,
        _number(found["day"]) if found["day"] else None,
    )


def _year(words: str) -> int:
    digits = (
        str(DIGITS.index(sign)) if sign in DIGITS else sign for sign in words
    )
    return int("".join(digits))


def _number(words: str) -> int:
    """Return a number up to 99; raise ``ValidationError`` for numerals in a wrong order."""
    number = NUMBER.fullmatch(words)
    if number is None:
        raise ValidationError(NO_DATE)
    if number["digits"]:
        return int(number["digits"])
    ten = number["ten"] or ""
    tens = DIGITS.index(ten.removesuffix(TEN) or "一") if ten else 0
    ones = DIGITS.index(number["one"]) if number["one"] else 0
    return 10 * tens + ones


def _in_year(date: _Parts, ask: AskYear) -> _Parts:
    """Return a date with its year; raise ``ValidationError`` when nothing tells it."""
    if date.year is not None:
        return date
    if date.month is None:
        raise ValidationError(NO_DATE)
    year = ask().year(date.month, date.day or 1)
    if year is None:
        raise ValidationError(NO_YEAR)
    return _Parts(year, date.month, date.day)
