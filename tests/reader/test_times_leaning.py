"""Which dates are worked out from the day of issue, and which the words settle."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import read_page
from reader.results import PageContext, ReadPage
from reader.times import Clock
from tests.reader.test_times import ISSUED
from tests.reader.told_events import events

WRITTEN = dt.date(2021, 9, 27)

# text, then of each moment whether it leans on the day of issue
READINGS = [
    ("2021年9月27日上午,开幕。", [False]),
    ("2021年9月,开会。", [False]),
    ("2021年,开会。", [False]),
    ("9月27日上午,开幕。", [True]),
    ("9月,开会。", [True]),
    ("昨日,开会。", [True]),
    ("今天上午,开会。", [True]),
    ("上周五,开会。", [True]),
    ("周六上午,开会。", [True]),
    ("本月18日,开会。", [True]),
    ("去年9月27日,开会。", [True]),
    ("18日,开会。", [True]),
    # the year of its sentence, and the day in front of a range mark
    ("2021年9月27日开幕,9月29日闭幕。", [False, False]),
    ("2021年9月27日开幕。9月29日闭幕。", [False, True]),
    ("2021年9月27日至29日,开会。", [False]),
    ("9月27日至29日,开会。", [True]),
    # what counts from a date leans as that does
    ("2021年9月27日,报到。当晚8时,演出。次日,开幕。", [False, False, False]),
    ("9月27日,报到。当晚8时,演出。次日,开幕。", [True, True, True]),
    ("2021年9月27日,报到。28日,开幕。上午8时,奏国歌。", [False, False, False]),
    ("2020年9月,开工。同月18日,停工。同年12月,竣工。", [False, False, False]),
    ("2021年9月27日,开幕。昨日,闭幕。当晚8时,演出。", [False, True, True]),
    # a day printed whole does not settle today
    ("2021年9月28日,开幕。今天上午,代表审议。", [False, True]),
]


@pytest.mark.parametrize(("text", "expected"), READINGS)
def test_a_date_leans_on_the_issue_unless_words_settle_it(
    text: str, expected: list[bool]
) -> None:
    moments = Clock(ISSUED).read(text)
    assert [moment.leans_on_issue for moment in moments] == expected


@pytest.mark.parametrize(
    "text", ["今天上午,开幕。", "27日,开幕。", "上午8时,开幕。"]
)
def test_a_day_of_writing_printed_with_its_year_settles_what_counts_from_it(
    text: str,
) -> None:
    (whole,) = Clock(ISSUED, WRITTEN, is_whole=True).read(text)
    (yearless,) = Clock(ISSUED, WRITTEN).read(text)
    assert (whole.leans_on_issue, yearless.leans_on_issue) == (False, True)


def test_who_names_the_day_of_writing_writes_for_the_day_of_issue() -> None:
    clock = Clock(ISSUED, WRITTEN, is_whole=True)
    moments = clock.read("27日,开幕。今晚8时,演出。")
    assert [moment.leans_on_issue for moment in moments] == [False, True]


@given(
    st.sampled_from([text for text, _leans in READINGS]), st.integers(0, 800)
)
def test_what_leans_on_no_issue_is_the_same_in_every_later_one(
    text: str, days: int
) -> None:
    here = Clock(ISSUED).read(text)
    there = Clock(ISSUED + dt.timedelta(days=days)).read(text)
    pairs = zip(here, there, strict=True)
    settled = [pair for pair in pairs if not pair[0].leans_on_issue]
    assert all(one.edtf == other.edtf for one, other in settled)


def test_an_event_says_whether_its_date_leans_on_the_issue() -> None:
    _page, found = events(
        "2021年9月27日上午,大会在会堂开幕。", "昨日,大会闭幕。"
    )
    told = {one.edtf: one.leans_on_issue for one in found}
    assert told == {"2021-09-27": False}


def test_the_day_before_the_issue_leans_on_it() -> None:
    _page, found = events("昨日上午,大会在会堂开幕。")
    assert [one.leans_on_issue for one in found] == [True]


@pytest.mark.parametrize(
    ("line", "leans"),
    [("本报2021年9月27日讯", False), ("本报9月27日讯", True)],
)
def test_a_dateline_says_whether_its_day_is_whole(
    line: str, leans: bool
) -> None:
    page = _page(f"{line} 今天上午,云溪市第七次党代会在会堂开幕。")
    (article,) = page.articles
    assert article.dateline.is_whole is not leans
    assert [one.leans_on_issue for one in article.events] == [leans]
    (congress,) = page.congresses
    assert congress.leans_on_issue is leans


def _page(*lines: str) -> ReadPage:
    head = ["2021年9月28日 星期二 云溪日报 A1", "云溪市第七次党代会开幕"]
    text = "\n".join([*head, *lines])
    return read_page(text, PageContext(date=ISSUED))
