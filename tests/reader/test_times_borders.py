"""Where one part of day ends and the next begins, and days at the edge of what is known."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.patterns.printed_times import PARTS
from reader.times import Clock
from reader.times.moments import clock_time, part_of_day
from reader.vocabulary import FIRST_HOUR, PartOfDay

ISSUED = dt.date(2021, 9, 28)
MORNING, NOON, AFTERNOON, EVENING = PartOfDay


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ("00:00", MORNING),
        ("11:59", MORNING),
        ("12:00", NOON),
        ("12:59", NOON),
        ("13:00", AFTERNOON),
        ("17:59", AFTERNOON),
        ("18:00", EVENING),
        ("23:59", EVENING),
    ],
)
def test_each_part_of_day_begins_with_its_hour(
    clock: str, part: PartOfDay
) -> None:
    assert part_of_day(dt.time.fromisoformat(clock)) is part


def test_every_part_of_day_has_an_hour_and_a_word() -> None:
    assert list(FIRST_HOUR) == list(PartOfDay)
    assert list(FIRST_HOUR.values()) == sorted(FIRST_HOUR.values())
    assert set(PARTS.values()) == set(PartOfDay)


@pytest.mark.parametrize(
    ("printed", "part", "expected"),
    [
        ("11时", MORNING, "11:00"),
        ("12时", MORNING, "12:00"),
        # 中午 counts on from noon until two, and looks back to eleven
        ("11时", NOON, "11:00"),
        ("12时", NOON, "12:00"),
        ("1时", NOON, "13:00"),
        ("2时", NOON, "14:00"),
        ("3时", NOON, "03:00"),
        ("1时", AFTERNOON, "13:00"),
        ("11时", AFTERNOON, "23:00"),
        ("12时", AFTERNOON, "12:00"),
        ("13时", AFTERNOON, "13:00"),
        ("11时", EVENING, "23:00"),
        ("12时", EVENING, "12:00"),
        ("24时", EVENING, "00:00"),
        ("8时59分", None, "08:59"),
        ("8:59", EVENING, "20:59"),
        ("8点半", None, "08:30"),
    ],
)
def test_a_clock_is_read_on_the_dial_of_its_part_of_day(
    printed: str, part: PartOfDay | None, expected: str
) -> None:
    assert clock_time(printed, part) == dt.time.fromisoformat(expected)


@pytest.mark.parametrize("printed", ["25时", "8:60", "甲"])
def test_no_clock_shows_it(printed: str) -> None:
    assert clock_time(printed, None) is None


@pytest.mark.parametrize(
    ("told", "bare", "part"),
    [
        ("上午", "11时59分", MORNING),
        ("上午", "12时0分", None),
        ("中午", "12时59分", NOON),
        ("中午", "15时0分", None),
        ("下午", "17时59分", AFTERNOON),
        ("下午", "18时0分", None),
        ("晚上", "18时0分", EVENING),
        ("晚上", "6时0分", EVENING),
    ],
)
def test_a_bare_clock_goes_on_in_the_part_of_day_it_lies_in(
    told: str, bare: str, part: PartOfDay | None
) -> None:
    *_, moment = Clock(ISSUED).read(f"9月27日{told},开幕。{bare},奏国歌。")
    assert (moment.date, moment.part_of_day) == (dt.date(2021, 9, 27), part)


# text, issue date, the EDTF of its times
EDGES = [
    ("30日,开学。", dt.date(2021, 1, 5), ["2020-12-30"]),
    ("2月29日(星期一),开会。", ISSUED, ["2020-02-29"]),
    ("2月29日上午,开会。", ISSUED, ["2020-02-29"]),
    ("12月25日(星期六),开会。", ISSUED, ["2021-12-25"]),
    ("本月,开会。", None, [""]),
    ("1998年大水。18日,降雨。", None, ["1998", "1998-01-18"]),
    (
        "9月27日,调研。去年12月28日,投产。8时30分,剪彩。",
        ISSUED,
        ["2021-09-27", "2020-12-28", "2020-12-28"],
    ),
]


@pytest.mark.parametrize(("text", "issued", "expected"), EDGES)
def test_days_at_the_edge_of_what_is_known(
    text: str, issued: dt.date | None, expected: list[str]
) -> None:
    assert [moment.edtf for moment in Clock(issued).read(text)] == expected
