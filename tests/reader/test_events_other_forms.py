"""Hours in columns, days told twice, scenes of one day, and the ends of places, as papers that
nobody had read before print them.
"""

from __future__ import annotations

import datetime as dt

import pytest

from reader.events import find_events
from tests.reader.articles import compose
from tests.reader.told_events import CONTEXT, events


def lines(*paragraphs: str) -> list[str]:
    """Return day, part of day, hour and place of each event, open ones as a dash."""
    _page, found = events(*paragraphs)
    return [
        " ".join(
            (
                one.edtf[5:],
                one.part_of_day or "-",
                one.time.isoformat("minutes") if one.time else "-",
                one.place or "-",
            )
        )
        for one in found
    ]


def test_a_bare_hour_begins_a_line_of_a_schedule() -> None:
    assert lines(
        "9月20日（星期一）",
        "14:30—18:00 代表报到　地点：新城宾馆大厅",
        "19:30 预备会议　地点：区影剧院",
        "9月21日（星期二）",
        "9:00 各代表团讨论　地点：各代表团驻地",
    ) == [
        "09-20 - 14:30 新城宾馆大厅",
        "09-20 - 19:30 区影剧院",
        "09-21 - 09:00 各代表团驻地",
    ]


def test_the_half_of_a_day_stands_behind_its_second_form() -> None:
    told = "市第八次党代会于昨日（9月27日）上午在新城会堂举行第三次全体会议。"
    assert lines(told) == ["09-27 morning - 新城会堂"]


def test_the_place_in_front_of_a_day_told_twice_stays() -> None:
    told = "在新城会堂，市第八次党代会于昨日（9月27日）上午举行全体会议。"
    assert lines(told) == ["09-27 morning - 新城会堂"]


def test_what_is_no_place_gives_a_group_no_session() -> None:
    told = "27日上午，区委书记梁栋材在热烈的掌声中参加临江代表团讨论。"
    assert lines(told) == ["09-27 morning - -"]


def test_groups_sit_at_one_hour_in_rooms_of_their_own() -> None:
    assert lines(
        "昨日，出席党代会的各代表团继续讨论报告。",
        "上午9时，在新城宾馆三楼1号会议室，区委书记梁栋材参加临江代表团讨论。",
        "同一时间，区长沈岸在宾馆五楼会议室参加开发区代表团讨论。",
    ) == [
        "09-27 - - -",
        "09-27 morning 09:00 新城宾馆三楼1号会议室",
        "09-27 morning 09:00 宾馆五楼会议室",
    ]


def test_an_hour_in_another_place_is_another_scene() -> None:
    assert lines(
        "27日凌晨2时，县防汛会商室灯火通明。县委书记梁栋材主持会商。",
        "凌晨3时20分，在沱江青坪段，镇党委书记沈岸从对讲机里报告水位。",
    ) == ["09-27 morning 02:00 县防汛会商室", "09-27 morning 03:20 沱江青坪段"]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "27日下午，委员在市第一招待所分组讨论了梁栋材同志的报告。",
            "市第一招待所",
        ),
        (
            "27日晚，代表们在新城宾馆214房间给年轻人讲解，组织讨论。",
            "新城宾馆214房间",
        ),
        ("新城新华书店9月27日开设儿童专柜。", "新城新华书店"),
        ("荒废二十年的西湾盐田9月27日举行动工典礼。", "西湾盐田"),
    ],
)
def test_a_place_ends_where_its_name_does(told: str, place: str) -> None:
    (found,) = lines(told)
    assert found.split()[-1] == place


def test_a_house_that_only_tells_news_is_no_place() -> None:
    (found,) = lines("新城新华书店9月27日发布通告，在全市召开座谈会。")
    assert found.endswith("-")


def test_a_picture_of_a_lesson_shows_the_work_of_its_day() -> None:
    page, article = compose(
        paragraphs=(), caption="9月17日，文明站里，教师在教孩子们剪纸。"
    )
    (found,) = find_events(page, article, CONTEXT)
    assert found.date == dt.date(2021, 9, 17)
