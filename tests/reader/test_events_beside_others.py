"""Events told beside others: short pieces, what came before or is still to come, other bodies."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.events import find_events
from reader.results import PageContext, ReadEvent
from tests.reader.articles import compose

CONTEXT = PageContext(date=dt.date(2021, 9, 28))
NAMES = "梁栋材 沈岸 宗岱 戎马"


def events(text: str, headline: str = "") -> list[ReadEvent]:
    page, article = compose(
        paragraphs=text.split("\n"), names=NAMES, headline=headline
    )
    return find_events(page, article, CONTEXT)


def days(text: str) -> list[str]:
    return [
        f"{event.edtf} {event.part_of_day or '-'}" for event in events(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two short pieces of one day are two events, two sentences of one piece are not
        (
            "●9月27日，两市会谈举行。\n●27日，岚河二桥通车。",
            ["2021-09-27 -", "2021-09-27 -"],
        ),
        ("●9月27日，两市会谈举行。27日，会谈结束。", ["2021-09-27 -"]),
        ("9月27日，两市会谈举行。\n27日，会谈结束。", ["2021-09-27 -"]),
        # a visit in the evening of a day told as a whole; the same in one paragraph, or no visit
        (
            "昨天，委员报到。\n当晚，梁栋材看望了委员。",
            ["2021-09-27 -", "2021-09-27 evening"],
        ),
        ("昨天，委员报到，当晚，梁栋材看望了委员。", ["2021-09-27 -"]),
        (
            "昨天上午，委员报到。\n27日上午，委员开了会。",
            ["2021-09-27 morning"],
        ),
        # what has been done is no day ahead, what will be may be
        (
            "昨天，委员报到。会议将于今天上午9时开幕。\n当晚，梁栋材看望了委员。",
            ["2021-09-27 -", "2021-09-28 morning", "2021-09-27 evening"],
        ),
        (
            "昨天，委员报到。会议将于29日上午开幕。\n当晚，举行文艺演出。",
            ["2021-09-27 -", "2021-09-29 morning", "2021-09-29 evening"],
        ),
        # a congress and its span, told aside
        (
            "党代会昨日上午闭幕。大会于9月25日开幕，会期三天。\n当日11时，全会在市委礼堂举行。",
            ["2021-09-27 morning", "2021-09-25 -", "2021-09-27 -"],
        ),
        (
            "党代会昨日上午闭幕。会议于9月25日召开。\n当日，全会举行。",
            ["2021-09-27 morning", "2021-09-25 -", "2021-09-25 -"],
        ),
        ("大会于9月25日开幕，会期三天。", ["2021-09-25 -"]),
        # decided, so to come; decided before
        (
            "9月27日，全会决定，市第七次代表大会于10月8日召开。",
            ["2021-09-27 -", "2021-10-08 -"],
        ),
        ("9月27日，全会通报，市第七次代表大会已于9月8日召开。", None),
        # the plenaries of two bodies
        (
            "9月27日，市委第一次全体会议召开。27日，市纪委第一次全体会议召开。",
            ["2021-09-27 -", "2021-09-27 -"],
        ),
        (
            "9月27日，市纪委第一次全体会议召开。27日，市委第一次全体会议召开。",
            ["2021-09-27 -", "2021-09-27 -"],
        ),
        (
            "9月27日，市委第一次全体会议召开。27日，会议召开，第一次全体会议举手表决。",
            ["2021-09-27 -"],
        ),
        ("▲云江站27日增开3趟临客。", ["2021-09-27 -"]),
        ("学生9月27日过桥时掉进河里。", ["2021-09-27 -"]),
    ],
)
def test_days_of_events(text: str, expected: list[str] | None) -> None:
    if expected is None:
        assert "2021-10-08 -" not in days(text)
    else:
        assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # the people of a place are no place; the sentence behind says where they sat
        (
            "9月27日，梁栋材来到青屏县代表团，一起讨论。讨论在江月宾馆三号会议室进行。",
            "江月宾馆三号会议室",
        ),
        ("9月27日，梁栋材在青屏县代表团参加讨论。", None),
        ("9月27日，梁栋材来到青屏县，参加讨论。", "青屏县"),
        ("9月27日，大会召开。27日在江月宾馆报到。", None),
        # a bus is no place, a road is
        ("9月27日，梁栋材在十路汽车上参加演出。", None),
        ("9月27日，委员到区政府招待所报到。", "区政府招待所"),
        ("9月27日晚，梁栋材坐末班车去了十八湾村。", "十八湾村"),
        ("9月30日8时对国庆路全线停电。", "国庆路"),
        ("9月30日8时对用户停电。", None),
        ("9月30日8时，解放路、体育路停水。", "解放路、体育路"),
        ("9月30日上午，市大会开幕，地点江月大剧院。", "江月大剧院"),
        ("9月30日上午，市大会开幕，地点待定。", None),
        ("讲座：9月30日上午，市图书馆报告厅，沈岸主讲。", "市图书馆报告厅"),
        ("9月27日上午，沈岸走进礼堂，开始讲座。", "礼堂"),
    ],
)
def test_places_of_events(text: str, place: str | None) -> None:
    assert events(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("■讲座：9月30日上午，市图书馆报告厅。", "讲座"),
        ("■时间：9月30日上午，市图书馆报告厅。", "市图书馆报告厅"),
        ("▲云江站27日增开3趟临客。", "云江站增开3趟临客"),
        ("●9月27日上午，岚河二桥正式通车。", "岚河二桥通车"),
        ("9月27日，市民欢喜。", "城区新事"),
    ],
)
def test_a_short_piece_names_its_own_event(text: str, title: str) -> None:
    assert events(text, "城区新事")[0].title == title


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "大会9月27日下午闭幕。\n大会于9月25日开幕，历时三天。\n梁栋材同志主持了闭幕式，沈岸致闭幕词。",
            ["梁栋材 主持人", "沈岸 致辞"],
        ),
        ("9月27日，梁栋材到会讲了话。", ["梁栋材 讲话"]),
        ("9月27日，梁栋材与沈岸代表双方签字。", ["梁栋材 签约", "沈岸 签约"]),
        (
            "9月27日，各代表团审议报告。在锦绣代表团，梁栋材说，要办实事。",
            ["梁栋材 参加", "梁栋材 发言"],
        ),
        ("9月27日，梁栋材来到江边，察看大堤。", ["梁栋材 调研"]),
        ("9月27日，在锦绣代表团看来，梁栋材说得好。", []),
    ],
)
def test_who_did_what(text: str, who: list[str]) -> None:
    first, *_ = events(text)
    assert [f"{one.name} {one.role}" for one in first.participants] == who
