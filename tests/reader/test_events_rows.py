"""Lists of meetings whose times stand in a column, and what follows a meeting at no time of its
own.
"""

from __future__ import annotations

import datetime as dt

import pytest

from reader.times import Clock
from tests.reader.told_events import ISSUED, NAMES, events

ROWS = (
    "9月28日　上午　大会开幕（新城剧院）",
    "下午　各代表团审议（各代表团驻地）",
    "9月29日　下午　3:00　主席团第二次会议（新城大厦六楼）",
)


def lines(*paragraphs: str, headline: str = "") -> list[str]:
    """Return day, part of day, hour, title and place of each event, open ones as a dash."""
    _page, found = events(*paragraphs, headline=headline)
    return [
        " ".join(
            (
                one.edtf[5:],
                one.part_of_day or "-",
                one.time.isoformat("minutes") if one.time else "-",
                one.title,
                one.place or "-",
            )
        )
        for one in found
    ]


def test_each_row_of_a_schedule_is_an_event_with_its_place() -> None:
    assert lines(*ROWS) == [
        "09-28 morning - 大会开幕 新城剧院",
        "09-28 afternoon - 各代表团审议 各代表团驻地",
        "09-29 afternoon 15:00 主席团第二次会议 新城大厦六楼",
    ]


def test_one_row_alone_is_no_schedule() -> None:
    (found,) = lines(ROWS[0])
    assert found.endswith("大会开幕 -")


@pytest.mark.parametrize(
    ("headline", "day"),
    [("今日会议", "09-28"), ("两会明日日程", "09-29")],
)
def test_the_heading_says_of_which_day_a_list_is(
    headline: str, day: str
) -> None:
    assert lines(
        "上午8：30 第二次全体会议 新城剧院",
        "下午３：００ 闭幕式 市体育馆",
        headline=headline,
    ) == [
        f"{day} morning 08:30 第二次全体会议 新城剧院",
        f"{day} afternoon 15:00 闭幕式 市体育馆",
    ]


def test_without_a_day_in_the_heading_nothing_is_listed() -> None:
    rows = ("上午8:30 第二次全体会议", "下午3:00 闭幕式")
    assert lines(*rows, headline="会议日程") == []


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("三月廿九日，", dt.date(1988, 3, 29)),
        ("四月卅日上午，", dt.date(1988, 4, 30)),
        ("廿四日下午，", dt.date(1988, 4, 24)),
    ],
)
def test_tens_of_one_character(printed: str, day: dt.date) -> None:
    (moment,) = Clock(dt.date(1988, 5, 1)).read(printed)
    assert moment.date == day


def test_a_day_of_the_moons_calendar_is_none() -> None:
    assert Clock(ISSUED).read("八月廿一，月亮还圆。") == []


def test_people_go_to_see_others_when_the_congress_is_closed() -> None:
    found = lines(
        "9月27日下午，市第七次党代会在礼堂闭幕，梁栋材主持。",
        "闭幕后，梁栋材、沈岸到县剧团慰问演出人员。",
    )
    assert found[1].startswith("09-27 afternoon - ")
    assert found[1].endswith(" 县剧团")


@pytest.mark.parametrize(
    "after",
    [
        "大会闭幕后，记者来到宾馆看望代表。",
        "大会闭幕后，梁栋材将前往宾馆看望代表。",
        "会议结束后，梁栋材来到宾馆，读慰问信。",
    ],
)
def test_nobody_is_seen_then(after: str) -> None:
    assert len(lines("9月27日下午，大会在礼堂闭幕。", after)) == 1


def test_a_preparatory_meeting_is_followed_by_another() -> None:
    found = lines(
        "9月27日下午，大会在礼堂举行预备会议。",
        "预备会议结束后，主席团在二号楼会议室举行了第一次会议。",
    )
    assert found[1].endswith(" 二号楼会议室")


def test_a_group_meets_under_somebody_at_a_place_told_behind() -> None:
    found = lines(
        "9月27日下午，各代表团分组审议报告。",
        "车务代表团由梁栋材主持，地点在北岭站二楼会议室。",
    )
    assert found[1] == "09-27 afternoon - 车务代表团会议 北岭站二楼会议室"


def test_two_streets_say_where_they_cross() -> None:
    (found,) = lines("9月27日晚9时许，在人民路与建设路交会处，货车撞倒行人。")
    assert found.endswith(" 人民路与建设路交会处")


def roles(sentence: str) -> list[str]:
    """Return name and role of all who take part in a meeting of which this is told."""
    meeting = "9月27日，市政府在礼堂召开防汛会议。"
    _page, (found,) = events(meeting + sentence)
    return [f"{who.name} {who.role}" for who in found.participants]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("副市长梁栋材作了具体部署。", ["梁栋材 讲话"]),
        ("梁栋材谈了三点意见。", ["梁栋材 讲话"]),
        ("梁栋材在会上说，早动手。", ["梁栋材 讲话"]),
        ("梁栋材代表市委向大会表示热烈祝贺。", ["梁栋材 致辞"]),
        ("局长梁栋材汇报了险情。", ["梁栋材 汇报"]),
        ("大会听取了梁栋材的工作汇报。", ["梁栋材 汇报"]),
        ("梁栋材为工程奠基。", ["梁栋材 奠基"]),
        ("梁栋材等人先后发了言。", ["梁栋材 发言"]),
        ("梁栋材前来祝贺。", ["梁栋材 出席"]),
        ("梁栋材听取了汇报。", []),
        ("梁栋材参观奠基石。", ["梁栋材 参观"]),
        ("梁栋材表示，祝贺是一种鼓励。", []),
    ],
)
def test_roles_by_their_words(sentence: str, told: list[str]) -> None:
    assert "梁栋材" in NAMES
    assert roles(sentence) == told
