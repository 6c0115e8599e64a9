"""Say which day printed words mean: the year inferred, the day inherited within the article.

A date without a year takes it from the issue date and lies on or before it unless the text speaks
of what is to come.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import NamedTuple

from reader.times.calendar_days import (
    day_of,
    days_from,
    month_before,
    weekday_number,
)
from reader.times.memory import Memory
from reader.times.numerals import numeral
from reader.times.tokens import Tokens, printed_weekday, stands_alone
from reader.vocabulary import Precision

A_YEAR = dt.timedelta(days=366)
# So far ahead of the issue a day that is told with its hour, or in a line of its own, is announced,
# not last year's.
_ANNOUNCED = dt.timedelta(days=31)
# A story told of a year long past goes on in it for so long.
_STORY = dt.timedelta(days=45)
# A day that surely comes is next year's when this year's lies so far back.
_LONG_PASSED = dt.timedelta(days=60)

# What happens again and again has no day: 每天上午9时, 每周三下午, 逢周六, 工作日上午
HABIT_BEFORE = re.compile(
    r"(?:每(?:天|日|晚|周|月|年|个)?(?:的|逢)?|逢|天天|平时|平日|工作日|周末|节假日)$"
)
# Days from the day the text was written.
FROM_TODAY: dict[str, int] = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
# Days from the day the text last named.
FROM_LAST: dict[str, int] = {"当": 0, "同": 0, "次": 1, "翌": 1, "第": 1}
REL_YEARS: dict[str, int] = {"今": 0, "去": -1, "前": -2, "明": 1}
REL_MONTHS: dict[str, int] = {"本": 0, "上": -1, "下": 1}
REL_WEEKS: dict[str, int] = {"上": -1, "本": 0, "这": 0, "下": 1}
# A day without a month counts here: 27日上午, 27日在京举行, 27日,… ; not 一日三餐, not 3日的行程
BARE_DAY_AFTER = re.compile(
    r"[,\uff0c、至到\-\u2014\uff5e~(\uff08]|在|电|讯|召|举|开|闭|晚|起|对|从|"
    r"向|抵|赴|来|前往|出席|主持|会见|表示|发布|公布|宣布|说|公开|通过|正式|"
    r"凌|"
    r"进行|迎[战来]|击败|战胜|[以与同和]|(?:将|已|再|又|首|全)[\u4e00-\u9fff]|"
    r"[落收]|出[发版]|启|揭|颁|签|访|会[谈晤]|参加|发[射表生出]|成[立功]|结束|"
    r"完[成工]|率|致[电函信]|离|返|到达?|逝世|去世|病逝|获|夺"
)


@dataclass(frozen=True, slots=True)
class Printed:
    """The tokens of a time with the words around them; ``sure`` settles that it is to come."""

    tokens: Tokens
    before: str
    after: str
    future: bool
    sure: bool

    def has(self, *kinds: str) -> bool:
        """Say whether a token of one of these kinds is printed."""
        return not self.tokens.keys().isdisjoint(kinds)

    def word(self, kind: str) -> str:
        """Return the printed token of that kind."""
        return self.tokens[kind].group()


class MeantDay(NamedTuple):
    """The day of a time, None when it stays open, and whether it is printed or inherited."""

    date: dt.date | None
    precision: Precision = Precision.DAY
    inherited: bool = False


def meant_day(memory: Memory, printed: Printed) -> MeantDay | None:
    """Return the day that printed tokens mean in an article, None when they tell no time of it."""
    if printed.has("rel_day"):
        return MeantDay(_relative_day(memory, printed))
    if printed.has("day"):
        if printed.has("month", "rel_month"):
            return MeantDay(_full_day(memory, printed))
        return _bare_day(memory, printed)
    if printed.has("month", "rel_month"):
        return MeantDay(_first_of_month(memory, printed), Precision.MONTH)
    if printed.has("year", "rel_year"):
        year = _year(memory, printed)
        first = day_of(year, 1, 1) if year else None
        return MeantDay(first, Precision.YEAR)
    return _day_without_number(memory, printed)


def _day_without_number(memory: Memory, printed: Printed) -> MeantDay | None:
    """Return the day of a weekday, or the story's own day for a part of day or a clock."""
    if printed.has("weekday") and printed.word("weekday")[0] in REL_WEEKS:
        return MeantDay(_day_of_week(memory, printed.word("weekday")))
    if HABIT_BEFORE.search(printed.before):
        return None
    if printed.has("weekday"):
        if not printed.has("part", "clock"):
            return None
        return MeantDay(_near_weekday(memory, printed))
    if stands_alone(printed.tokens, printed.before, printed.after):
        return MeantDay(memory.last_day, inherited=True)
    return None


def _year(memory: Memory, printed: Printed) -> int | None:
    if printed.has("year"):
        return numeral(printed.word("year")[:-1]) or None
    if not printed.has("rel_year"):
        return memory.year
    word = printed.word("rel_year")[0]
    if word in REL_YEARS:
        return memory.today.year + REL_YEARS[word] if memory.today else None
    last = memory.last_month
    if last is None:
        return None
    return last.year + 1 if word == "次" else last.year


def _relative_day(memory: Memory, printed: Printed) -> dt.date | None:
    word = printed.word("rel_day")[0]
    if word in FROM_TODAY:
        return days_from(memory.today, FROM_TODAY[word])
    last = memory.last_day
    steps = FROM_LAST[word]
    if printed.future and steps and last and memory.written:
        last = max(last, memory.written)
    return days_from(last, steps)


def _day_of_week(memory: Memory, word: str) -> dt.date | None:
    if memory.today is None:
        return None
    monday = memory.today - dt.timedelta(days=memory.today.weekday())
    weeks = REL_WEEKS[word[0]]
    return days_from(monday, 7 * weeks + weekday_number(word[-1]))


def _near_weekday(memory: Memory, printed: Printed) -> dt.date | None:
    """Return the nearest day that falls on a weekday: 周六上午 lies behind or ahead of today."""
    number = printed_weekday(printed.tokens)
    if memory.today is None or number is None:
        return None
    ahead = (number - memory.today.weekday()) % 7
    if printed.future or not ahead:
        return days_from(memory.today, ahead)
    return days_from(memory.today, ahead - 7)


def _bare_day(memory: Memory, printed: Printed) -> MeantDay | None:
    """Return the day of 27日, which takes the month of the story: None where it is no date."""
    word = printed.word("day")
    if word[-1] == "号" or not _is_led(memory, printed):
        return None
    month = memory.floor or memory.running_month or memory.today
    if month is None:
        return MeantDay(None)
    number = numeral(word.rstrip("日"))
    day = day_of(month.year, month.month, number)
    if day is None or day > _latest(memory, printed, month):
        day = day_of(*month_before(month.year, month.month), number)
    return MeantDay(day)


def _is_led(memory: Memory, printed: Printed) -> bool:
    if printed.future or memory.floor is not None or printed.has("part"):
        return True
    return BARE_DAY_AFTER.match(printed.after) is not None


def _latest(memory: Memory, printed: Printed, month: dt.date) -> dt.date:
    """Return the last day that a bare day may mean before it counts as one of the month before."""
    if printed.future or memory.floor or memory.issued is None:
        return dt.date.max
    return memory.issued if month <= memory.issued else dt.date.max


def _full_day(memory: Memory, printed: Printed) -> dt.date | None:
    day = numeral(printed.word("day").rstrip("日号"))
    first = _month(memory, printed)
    if first is None:
        return None
    if isinstance(first, tuple):
        return day_of(*first, day)
    told = memory.listed or printed.has("weekday", "part", "clock")
    future = printed.future or (told and _is_soon(memory, first, day))
    near = _nearest(memory, first, day, future=future, sure=printed.sure)
    return _on_weekday(memory, near, printed_weekday(printed.tokens))


def _is_soon(memory: Memory, month: int, day: int) -> bool:
    """Say whether that day comes within the weeks behind the issue."""
    if memory.issued is None:
        return False
    coming = day_of(memory.issued.year, month, day)
    if coming is None:
        return False
    return memory.issued < coming <= memory.issued + _ANNOUNCED


def _on_weekday(
    memory: Memory, near: dt.date | None, weekday: int | None
) -> dt.date | None:
    """Return the day of the issue's year where only that one falls on the printed weekday."""
    if near is None or weekday is None or memory.issued is None:
        return near
    if near.weekday() == weekday:
        return near
    this_year = day_of(memory.issued.year, near.month, near.day)
    if this_year is None or this_year.weekday() != weekday:
        return near
    return this_year


def _first_of_month(memory: Memory, printed: Printed) -> dt.date | None:
    first = _month(memory, printed)
    if first is None:
        return None
    if isinstance(first, tuple):
        return day_of(*first, 1)
    return _nearest(memory, first, 1, future=printed.future, sure=printed.sure)


def _month(memory: Memory, printed: Printed) -> tuple[int, int] | int | None:
    """Return year and month where the words settle both, else the month alone."""
    if printed.has("rel_month"):
        return _relative_month(memory, printed.word("rel_month")[0])
    word = printed.word("month")[:-1]
    month = numeral(word.replace("元", "一"))
    year = _year(memory, printed)
    return (year, month) if year else month


def _relative_month(memory: Memory, word: str) -> tuple[int, int] | None:
    base = memory.today if word in REL_MONTHS else memory.last_month
    if base is None:
        return None
    months = base.year * 12 + base.month - 1 + REL_MONTHS.get(word, 0)
    return months // 12, months % 12 + 1


def _nearest(
    memory: Memory, month: int, day: int, *, future: bool, sure: bool
) -> dt.date | None:
    """Return the day of a month without a year: in its range, its story, else near the issue."""
    if memory.floor is not None:
        return _behind(memory.floor, month, day)
    then = _in_story(memory, month, day)
    if then is not None:
        return then
    if memory.issued is None:
        return day_of(memory.today.year, month, day) if memory.today else None
    return _near_issue(memory.issued, month, day, future=future, sure=sure)


def _behind(floor: dt.date, month: int, day: int) -> dt.date | None:
    same_year = day_of(floor.year, month, day)
    if same_year is None or same_year > floor:
        return same_year
    return day_of(floor.year + 1, month, day)


def _near_issue(
    issued: dt.date, month: int, day: int, *, future: bool, sure: bool
) -> dt.date | None:
    this_year = day_of(issued.year, month, day)
    if this_year is None:
        return day_of(issued.year - 1, month, day)
    if this_year > issued and not (future or sure):
        return day_of(issued.year - 1, month, day)
    if sure and issued - this_year > _LONG_PASSED:
        return day_of(issued.year + 1, month, day)
    return this_year


def _in_story(memory: Memory, month: int, day: int) -> dt.date | None:
    """Return the day in the year of a story long past: 1927年4月12日,… 4月15日,…"""
    told = memory.last_day
    if (
        told is None
        or memory.today is None
        or abs(told - memory.today) <= A_YEAR
    ):
        return None
    near = day_of(told.year, month, day)
    if near is None or not told <= near <= told + _STORY:
        return None
    return near
