"""Times without a day of issue, the days that printed words bound, numerals, and any text."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.patterns.printed_times import FIRST, TOKENS
from reader.times import Clock
from reader.times.calendar_days import day_of, days_from
from reader.times.moments import clock_time, part_of_day
from reader.times.numerals import numeral
from tests.reader.growth import assert_linear
from tests.reader.test_times import ISSUED


@pytest.mark.parametrize(
    "text",
    [
        "昨日,开会。",
        "18日,开会。",
        "次日,开会。",
        "9月27日,开会。",
        "上周五,开会。",
        "本月18日,开会。",
        "去年,开会。",
        "次年,开会。",
        "去年9月,开会。",
        "周六上午,开会。",
        "10月8日上午,开会。",
    ],
)
def test_without_an_issue_date_nothing_is_guessed(text: str) -> None:
    moment = Clock(None).read(text)[0]
    assert (moment.date, moment.edtf, moment.earliest, moment.latest) == (
        None,
        "",
        None,
        None,
    )


def test_without_an_issue_date_the_dateline_gives_the_year() -> None:
    assert Clock(None, dt.date(2020, 5, 6)).read("5月5日,开会。")[
        0
    ].date == dt.date(2020, 5, 5)


def test_without_any_day_of_writing_printed_days_follow_each_other() -> None:
    moments = Clock(None).read("2019年9月27日,开幕。2021年9月28日,闭幕。")
    assert [moment.edtf for moment in moments] == ["2019-09-27", "2021-09-28"]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2020年", dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
        ("2020年2月", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2020年2月3日", dt.date(2020, 2, 3), dt.date(2020, 2, 3)),
        ("9月1日至3日", dt.date(2021, 9, 1), dt.date(2021, 9, 3)),
    ],
)
def test_the_printed_words_bound_the_days(
    text: str, earliest: dt.date, latest: dt.date
) -> None:
    moment = Clock(ISSUED).read(text)[0]
    assert (moment.earliest, moment.latest, moment.span) == (
        earliest,
        latest,
        (0, len(text)),
    )


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("27", 27),
        ("二十七", 27),
        ("十", 10),
        ("二〇二一", 2021),
        ("一百二十", 120),
        ("百", 100),
        ("三百零五", 305),
        ("一千零五十", 1050),
    ],
)
def test_numerals(printed: str, value: int) -> None:
    assert numeral(printed) == value


def test_what_is_no_numeral_is_an_error() -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        numeral("甲")


def test_the_ends_of_the_calendar() -> None:
    assert day_of(2021, 2, 29) is None
    assert day_of(0, 1, 1) is None
    assert day_of(2021, 13, 1) is None
    assert days_from(dt.date.max, 1) is None
    assert days_from(None, 1) is None
    assert clock_time("25时", None) is None
    assert clock_time("甲", None) is None
    assert clock_time("24时", None) == dt.time(0)
    assert [part_of_day(dt.time(hour)) for hour in (8, 12, 15, 20)] == [
        "morning",
        "noon",
        "afternoon",
        "evening",
    ]


@given(
    st.text(
        alphabet="0123456789年月日号时点分半一二三十〇上下午昨今次当晚周星期本去至,。( )将起许约",
        max_size=60,
    ),
    st.none() | st.dates(),
)
def test_any_text_is_read_and_its_words_lie_in_it(
    text: str, issued: dt.date | None
) -> None:
    last = 0
    for moment in Clock(issued).read(text):
        assert last <= moment.start < moment.end <= len(text)
        last = moment.end


@pytest.mark.parametrize(
    "unit", ["9月27日", "(", "上午", "1", "二十", "将于", "\n", "9月27日至"]
)
def test_long_runs_take_linear_time(unit: str) -> None:
    assert_linear(Clock(ISSUED).read, unit)


def test_every_token_begins_with_a_character_that_is_looked_at() -> None:
    """The set of first characters only makes reading faster: it must leave nothing out."""
    plain = re.compile("|".join(pattern for _, pattern in TOKENS))
    ends = [
        "年",
        "月",
        "日",
        "号",
        "天",
        "晚",
        "时",
        "期一",
        "午",
        "晨",
        "周一",
        "周一)",
        "起",
        "召开",
        "9:30",
        "二天",
        "间",
    ]
    written = {char for _, pattern in TOKENS for char in pattern} | set(
        "0123456789\uff10\uff19"
    )
    begun = {
        char for char in written for end in ends if plain.match(char + end)
    }
    assert len(begun) > 30
    assert {char for char in begun if not re.match(FIRST, char)} == set()
