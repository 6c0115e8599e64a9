"""Lists, posts and names that are doubted."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.data import default_look_alikes
from reader.findings import check
from reader.results import PageContext, ReadPost, RosterEntry
from tests.reader.articles import compose
from tests.reader.raised_findings import ISSUED, raised


def test_a_list_by_strokes_follows_no_rank() -> None:
    text = "执行主席是：甲一、乙二、丙三、丁四、戊五。\n主席团（按姓氏笔画为序）\n丁四、乙二、甲一"
    assert raised("name_order", text) == []


@pytest.mark.parametrize(
    ("date", "count"), [(ISSUED, 1), (dt.date(2015, 1, 1), 0), (None, 0)]
)
def test_the_roster_in_force_orders_lists(
    date: dt.date | None, count: int
) -> None:
    roster = tuple(
        RosterEntry(name, "常委", rank, valid_from=dt.date(2016, 1, 1))
        for rank, name in enumerate(("甲一", "乙二", "丙三"), 1)
    )
    found = raised(
        "name_order",
        "丙三、乙二、甲一出席。",
        PageContext(date=date, roster=roster),
    )
    assert len(found) == count


def test_a_person_without_a_post_that_day_is_told() -> None:
    register = (
        RosterEntry("甲一", "县委", 1, "县委书记", dt.date(2022, 1, 1)),
    )
    page, article = compose(paragraphs=["县长甲一出席。"], names="甲一")
    (finding,) = check(
        page,
        [article],
        PageContext(date=ISSUED, roster=register),
        [ReadPost("甲一", "县长", (1, 5))],
    )
    assert (finding.rule, finding.start, finding.end) == ("post_at_date", 1, 5)


def test_a_known_name_is_no_miss_and_draws_others() -> None:
    context = PageContext(
        known_people=frozenset({"张建国"}), look_alikes=default_look_alikes()
    )
    assert [
        finding.replacement
        for _, finding in raised("name_near_miss", "张健国出席。", context)
    ] == ["张建国"]
    assert raised("name_near_miss", "张建国出席。", context) == []
