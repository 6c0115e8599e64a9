"""Say which day printed words mean: the year inferred, the day inherited within the article.

A date without a year takes it from the issue date and lies on or before it unless the text speaks
of what is to come.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from reader.times.calendar_days import (
    day_of,
    days_from,
    later,
    month_before,
    month_from,
    weekday_number,
)
from reader.times.memory import Memory
from reader.times.nearest_days import Yearless, on_weekday
from reader.times.numerals import numeral
from reader.times.printed_words import Printed
from reader.times.tokens import stands_alone
from reader.vocabulary import Precision

# What happens again and again has no day: 每天上午9时, 每周三下午, 逢周六, 工作日上午
HABIT_BEFORE = re.compile(
    r"(?:每(?:天|日|晚|周|月|年|个)?(?:的|逢)?|逢|天天|平时|平日|工作日|周末|节假日)$"
)
# Days from the day the text was written.
FROM_TODAY: dict[str, int] = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
# Days from the day the text last named.
FROM_LAST: dict[str, int] = {"当": 0, "同": 0, "次": 1, "翌": 1, "第": 1}
# Years from the day the text was written, and from the date it last named.
REL_YEARS: dict[str, int] = {"今": 0, "去": -1, "前": -2, "明": 1}
YEARS_FROM_LAST: dict[str, int] = {"同": 0, "当": 0, "次": 1}
# Months from the day the text was written; the others are the month last named.
REL_MONTHS: dict[str, int] = {"本": 0, "上": -1, "下": 1}
REL_WEEKS: dict[str, int] = {"上": -1, "本": 0, "这": 0, "下": 1}
# A day without a month counts here: 27日上午, 27日在京举行, 27日,… ; not 一日三餐, not 3日的行程
BARE_DAY_AFTER = re.compile(
    r"[,\uff0c、至到\-\u2014\uff5e~(\uff08]|在|电|讯|召|举|开|闭|晚|起|对|从|"
    r"向|抵|赴|来|前往|出席|主持|会见|表示|发布|公布|宣布|说|公开|通过|正式|"
    r"凌|[增加]开|"
    r"进行|迎[战来]|击败|战胜|[以与同和]|(?:将|已|再|又|首|全)[\u4e00-\u9fff]|"
    r"[落收]|出[发版]|启|揭|颁|签|访|会[谈晤]|参加|发[射表生出]|成[立功]|结束|"
    r"完[成工]|率|致[电函信]|离|返|到达?|逝世|去世|病逝|获|夺"
)


class MeantDay(NamedTuple):
    """The day of a time, None when it stays open, and whether it is printed or inherited."""

    date: dt.date | None
    precision: Precision = Precision.DAY
    inherited: bool = False


class MeantMonth(NamedTuple):
    """The month of a time, with its year where the words settle that too."""

    year: int | None
    number: int


def meant_day(memory: Memory, printed: Printed) -> MeantDay | None:
    """Return the day that printed tokens mean in an article, None when they tell no time of it."""
    if printed.has("rel_day"):
        return MeantDay(_relative_day(memory, printed))
    if printed.has("day"):
        return _numbered_day(memory, printed)
    if printed.has("month", "rel_month"):
        first = _first_of_month(memory, printed)
        return MeantDay(first, Precision.MONTH)
    if printed.has("year", "rel_year"):
        first = _first_of_year(memory, printed)
        return MeantDay(first, Precision.YEAR)
    return _day_without_number(memory, printed)


def _numbered_day(memory: Memory, printed: Printed) -> MeantDay | None:
    if printed.has("month", "rel_month"):
        return MeantDay(_full_day(memory, printed))
    return _bare_day(memory, printed)


def _day_without_number(memory: Memory, printed: Printed) -> MeantDay | None:
    """Return the day of a weekday, or the story's own day for a part of day or a clock."""
    if _names_week(printed):
        return MeantDay(_day_of_week(memory, printed.word("weekday")))
    if HABIT_BEFORE.search(printed.before):
        return None
    if printed.has("weekday"):
        return _weekday_alone(memory, printed)
    if stands_alone(printed.tokens, printed.before, printed.after):
        return MeantDay(memory.last_day, inherited=True)
    return None


# Words that count from another day


def _relative_day(memory: Memory, printed: Printed) -> dt.date | None:
    word = printed.word("rel_day")
    sign = word[0]
    if sign in FROM_TODAY:
        steps = FROM_TODAY[sign]
        return days_from(memory.today, steps)
    last = memory.last_day
    steps = FROM_LAST[sign]
    if not steps and printed.is_done:
        return memory.day_of_what_is_done()
    if steps and printed.future:
        last = later(last, memory.written)
    return days_from(last, steps)


def _names_week(printed: Printed) -> bool:
    if not printed.has("weekday"):
        return False
    return printed.word("weekday")[0] in REL_WEEKS


def _day_of_week(memory: Memory, word: str) -> dt.date | None:
    if memory.today is None:
        return None
    monday = memory.today - dt.timedelta(days=memory.today.weekday())
    weeks = REL_WEEKS[word[0]]
    weekday = weekday_number(word[-1])
    return days_from(monday, 7 * weeks + weekday)


def _weekday_alone(memory: Memory, printed: Printed) -> MeantDay | None:
    """Return the day of 周六上午; a weekday without part of day and clock tells no time."""
    if not printed.has("part", "clock"):
        return None
    return MeantDay(_near_weekday(memory, printed))


def _near_weekday(memory: Memory, printed: Printed) -> dt.date | None:
    """Return the nearest day that falls on a weekday: 周六上午 lies behind or ahead of today."""
    today = memory.today
    weekday = printed.weekday
    if today is None or weekday is None:
        return None
    ahead = (weekday - today.weekday()) % 7
    if ahead and not printed.future:
        ahead -= 7
    return days_from(today, ahead)


# Days of a month


def _full_day(memory: Memory, printed: Printed) -> dt.date | None:
    month = _month(memory, printed)
    if month is None:
        return None
    number = numeral(printed.word("day").rstrip("日号"))
    if month.year is not None:
        return day_of(month.year, month.number, number)
    day = Yearless(month.number, number, printed.future, printed.sure)
    if _is_told_exactly(printed):
        day = day.announced(memory.issued)
    return on_weekday(printed.weekday, day.nearest(memory), memory.issued)


def _is_told_exactly(printed: Printed) -> bool:
    return printed.listed or printed.has("weekday", "part", "clock")


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
    if day is None or _is_too_late(memory, printed, month, day):
        year, before = month_before(month.year, month.month)
        day = day_of(year, before, number)
    return MeantDay(day)


def _is_led(memory: Memory, printed: Printed) -> bool:
    if printed.future or memory.floor is not None:
        return True
    if printed.has("part"):
        return True
    return BARE_DAY_AFTER.match(printed.after) is not None


def _is_too_late(
    memory: Memory, printed: Printed, month: dt.date, day: dt.date
) -> bool:
    """Tell whether a bare day in the story's month lies so late that the month before is meant."""
    if printed.future or memory.floor is not None:
        return False
    issued = memory.issued
    if issued is None or month > issued:
        return False
    return day > issued


# Months and years


def _first_of_month(memory: Memory, printed: Printed) -> dt.date | None:
    month = _month(memory, printed)
    if month is None:
        return None
    year, number = month
    if year is not None:
        return day_of(year, number, 1)
    first = Yearless(number, 1, printed.future, printed.sure)
    return first.nearest(memory)


def _month(memory: Memory, printed: Printed) -> MeantMonth | None:
    """Return the month that the words name, None where it stays open."""
    if printed.has("rel_month"):
        return _relative_month(memory, printed.word("rel_month")[0])
    word = printed.word("month")[:-1]
    number = numeral(word.replace("元", "一"))
    year = _year(memory, printed)
    return MeantMonth(year or None, number)


def _relative_month(memory: Memory, word: str) -> MeantMonth | None:
    base = memory.last_month
    if word in REL_MONTHS:
        base = memory.today
    if base is None:
        return None
    steps = REL_MONTHS.get(word, 0)
    year, number = month_from(base, steps)
    return MeantMonth(year, number)


def _first_of_year(memory: Memory, printed: Printed) -> dt.date | None:
    year = _year(memory, printed)
    if not year:
        return None
    return day_of(year, 1, 1)


def _year(memory: Memory, printed: Printed) -> int | None:
    if printed.has("year"):
        word = printed.word("year")
        return numeral(word[:-1]) or None
    if printed.has("rel_year"):
        word = printed.word("rel_year")
        return _relative_year(memory, word[0])
    return memory.year


def _relative_year(memory: Memory, word: str) -> int | None:
    if word in REL_YEARS:
        return _years_from(memory.today, REL_YEARS[word])
    return _years_from(memory.last_month, YEARS_FROM_LAST[word])


def _years_from(day: dt.date | None, years: int) -> int | None:
    if day is None:
        return None
    return day.year + years
