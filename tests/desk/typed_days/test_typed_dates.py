"""Dates as people type them: every way of writing one leads to the same EDTF."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.typed_days.typed_dates import (
    ENDS_FIRST,
    NO_DATE,
    NO_SUCH_DAY,
    NO_YEAR,
    ONE_DAY,
    YearClue,
    day_typed,
    edtf_typed,
)
from records.partial_dates import PartialDate

NUMERALS = "〇一二三四五六七八九"
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31))

# Reading EDTF takes milliseconds.
FEW = settings(max_examples=25, deadline=None)


def numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    before = ["", "十", "二十", "三十"][tens]
    return before + (NUMERALS[ones] if ones else "")


def year_in_numerals(year: int) -> str:
    return "".join(NUMERALS[int(digit)] for digit in f"{year}")


def writings(day: dt.date) -> list[str]:
    year, month, date = day.year, day.month, day.day
    numerals = f"{year_in_numerals(year)}年{numeral(month)}月{numeral(date)}日"
    return [
        day.isoformat(),
        f"{year}-{month}-{date}",
        f"{year}/{month}/{date}",
        f"{day:%Y/%m/%d}",
        f"{year}.{month}.{date}",
        f"{year}年{month}月{date}日",
        f"{year}年{month:02}月{date:02}日",
        f" {year} 年 {month} 月 {date} 号 ",
        numerals,
        numerals.replace("〇", "零"),
        numerals.replace("〇", "○"),
    ]


@FEW
@given(DAYS)
def test_every_writing_of_a_day_is_that_day(day):
    for writing in writings(day):
        assert edtf_typed(writing) == day.isoformat()
        assert day_typed(writing) == day


@FEW
@given(DAYS, DAYS, st.sampled_from("至到~～〜—–-"), st.integers(5, 10))
def test_a_span_has_the_days_of_its_ends(one, other, until, way):
    first, last = sorted([one, other])
    begins = writings(first)[way]
    ends = writings(last)[15 - way]
    date = PartialDate.parse(edtf_typed(f"{begins}{until}{ends}"))
    assert (date.earliest, date.latest) == (first, last)


@FEW
@given(DAYS)
def test_what_was_read_is_read_again_as_it_stands(day):
    for writing in (f"{day.year}年", f"{day.year}年{day.month}月"):
        edtf = edtf_typed(writing)
        assert edtf_typed(edtf) == edtf
        assert PartialDate.parse(edtf).earliest.year == day.year


@FEW
@given(DAYS)
def test_the_year_comes_from_the_record_or_is_asked_for(day):
    without = f"{day.month}月{day.day}日"
    same_year = dt.date(day.year, 12, 31)
    told = YearClue(own=f"{day.year}-12-31")
    assert edtf_typed(without, lambda: told) == day.isoformat()
    printed = YearClue(issues=[same_year])
    assert edtf_typed(without, lambda: printed) == day.isoformat()
    with pytest.raises(ValidationError) as refused:
        edtf_typed(without)
    assert refused.value.message == NO_YEAR


@FEW
@given(st.text("0123456789年月日号至到-/.~〇一二十三 ", max_size=14))
def test_whatever_is_typed_is_a_date_or_is_refused(typed):
    try:
        edtf = edtf_typed(typed, lambda: YearClue(own="2021"))
    except ValidationError:
        return
    assert PartialDate.parse(edtf).edtf == edtf


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2021年9月", "2021-09"),
        ("二〇二一年九月", "2021-09"),
        ("２０２１年９月２７日", "2021-09-27"),
        ("2021／9／27", "2021-09-27"),
        ("2021/9", "2021-09"),
        ("9月27日至29日", "2021-09-27/2021-09-29"),
        ("9月27日—29日", "2021-09-27/2021-09-29"),
        ("9月30日到10月2日", "2021-09-30/2021-10-02"),
        ("9月至10月", "2021-09/2021-10"),
        ("9月27日至27日", "2021-09-27"),
        ("2020年12月30日至2021年1月2日", "2020-12-30/2021-01-02"),
        ("2021-09~", "2021-09~"),
        ("2021-21", "2021-21"),
        ("2021/2022", "2021/2022"),
        ("2021", "2021"),
        ("9999-12", "9999-12"),
    ],
)
def test_spans_months_and_edtf_are_taken(typed, edtf):
    clue = YearClue(issues=[dt.date(2021, 9, 30)])
    assert edtf_typed(typed, lambda: clue) == edtf


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("去年", NO_DATE),
        ("9月底", NO_DATE),
        ("27日", NO_DATE),
        ("2021年27日", NO_DATE),
        ("2021年七二月", NO_DATE),
        ("9月27日至", NO_DATE),
        ("9月1日至2日至3日", NO_DATE),
        ("2021年2月30日", NO_SUCH_DAY),
        ("2021/13/1", NO_SUCH_DAY),
        ("0000年", NO_SUCH_DAY),
        ("9月29日至27日", ENDS_FIRST),
        ("2021-09-29/2021-09-27", ENDS_FIRST),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(typed, why):
    with pytest.raises(ValidationError) as refused:
        edtf_typed(typed, lambda: YearClue(own="2021-09-27"))
    assert refused.value.message == why


@pytest.mark.parametrize(
    "clue",
    [
        # A later day may be of the year before, or still to come.
        YearClue(issues=[dt.date(2022, 1, 3)]),
        YearClue(issues=[dt.date(2020, 12, 31), dt.date(2021, 12, 31)]),
        YearClue(own="2020-12-30/2021-01-02"),
    ],
)
def test_a_doubtful_year_is_asked_for(clue):
    with pytest.raises(ValidationError) as refused:
        edtf_typed("9月27日", lambda: clue)
    assert refused.value.message == NO_YEAR


@pytest.mark.parametrize("typed", ["2021年9月", "2021-09-27~", "2021"])
def test_a_day_is_one_whole_day(typed):
    with pytest.raises(ValidationError) as refused:
        day_typed(typed)
    assert refused.value.message == ONE_DAY
