"""Events of notices, captions, service lines and the days after; parts that only look like
others.
"""

from __future__ import annotations

import datetime as dt

import pytest

from reader.events import find_events
from reader.results import PageContext, ReadEvent
from tests.reader.articles import compose

CONTEXT = PageContext(date=dt.date(2021, 9, 28))


def events(*paragraphs: str, caption: str = "") -> list[ReadEvent]:
    page, article = compose(
        paragraphs=paragraphs, names="梁栋材 沈岸 宗岱", caption=caption
    )
    return find_events(page, article, CONTEXT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "9月27日下午，大会开幕。\n次日，各代表团酝酿候选人名单。",
            ["2021-09-27", "2021-09-28"],
        ),
        ("从今天起，我市停止受理家电下乡补贴。", ["2021-09-28"]),
        ("出席大会的代表今天报到。", ["2021-09-28"]),
        ("学校将于30日恢复上课。", ["2021-09-30"]),
        ("因检修，9月30日8时至17时城南停水。", ["2021-09-30"]),
        # background, weather, other issues of the paper, deadlines
        ("9月26日起，老人们已经习惯了新站台。", []),
        ("今天白天阴有小雨，明天多云。", []),
        ("本报9月27日3版一文有误，特此更正。", []),
        ("今天，在临时医疗点，队长告诉记者，队员们已经三天没有合眼。", []),
        ("来稿请寄编辑部，截稿日期：2021年10月10日。", []),
    ],
)
def test_days_of_notices(text: str, expected: list[str]) -> None:
    assert [event.edtf for event in events(*text.split("\n"))] == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("9月27日上午，六千名市民从滨江公园出发。", "滨江公园"),
        ("9月27日，改革从实际出发。", None),
        (
            "9月30日上午9时将举办讲座。\n地　点：市图书馆报告厅。",
            "市图书馆报告厅",
        ),
        (
            "9月30日上午，书画展将开幕，地点：美术馆一号厅，免费。",
            "美术馆一号厅",
        ),
        ("9月30日上午，书画展将在美术馆开幕。\n地点：北门进。", "美术馆"),
        ("9月30日上午9时将举办讲座。\n地点：待定。", None),
        ("9月27日，花市在滨河路开市。", "滨河路"),
        ("9月27日，校舍在村东头破土动工。", "村东头"),
        ("9月27日晚，陶然在明德楼101教室作题为《琴》的讲座。", "明德楼101教室"),
        ("苗先生于9月25日在临江逝世，享年九十一岁。", "临江"),
        (
            "9月27日清晨，凤凰山陵园还笼罩在雾里，工作人员已经开始忙碌。",
            "凤凰山陵园",
        ),
    ],
)
def test_places_by_what_happens_there(text: str, place: str | None) -> None:
    (event,) = events(text)
    assert event.place == place


def test_a_picture_that_is_the_news_tells_it_in_its_caption() -> None:
    (event,) = events(caption="9月26日，官兵在烈士陵园祭扫。")
    assert event.date == dt.date(2021, 9, 26)
    assert events(caption="9月26日，游客在花海里。") == []
    assert (
        len(
            events(
                "9月27日，花市开市。", caption="9月26日，官兵在烈士陵园祭扫。"
            )
        )
        == 1
    )


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "9月27日，大会开幕。大会执行主席梁栋材、沈岸在主席台前排就座。",
            {
                ("梁栋材", "执行主席"),
                ("沈岸", "执行主席"),
                ("梁栋材", "前排就座"),
                ("沈岸", "前排就座"),
            },
        ),
        (
            "9月27日，大会召开。宗岱代表市纪律检查委员会作工作报告。",
            {("宗岱", "作报告")},
        ),
        ("9月27日，宗岱检查防汛物资。", {("宗岱", "调研")}),
    ],
)
def test_parts_that_look_like_others(
    text: str, roles: set[tuple[str, str]]
) -> None:
    assert {
        (one.name, one.role)
        for event in events(text)
        for one in event.participants
    } == roles
