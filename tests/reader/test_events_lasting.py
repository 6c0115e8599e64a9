"""What events are called once the page is yesterday's, and who was elected by a list."""

from __future__ import annotations

import pytest

from reader.events.wording.lasting_titles import lasting_kind, lasting_title
from reader.vocabulary import EventKind
from tests.reader.told_events import events

CONGRESS = "云江市第七届人民代表大会第一次会议"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("市政协七届一次会议昨日闭幕", "市政协七届一次会议闭幕"),
        ("代表今起报到", "代表报到"),
        ("△全市歌咏比赛", "全市歌咏比赛"),
        ("区政协三届一次会议昨报到", "区政协三届一次会议报到"),
        ("全市教育會議昨日召開", "全市教育會議召開"),
        ("新当选的中共云江市委会议", "中共云江市委会议"),
        ("出席市人代会的各代表团分别全体会议", "各代表团全体会议"),
        ("第一次全体会议（开幕", "第一次全体会议"),
        ("会议（第一次）", "会议（第一次）"),
        ("（开幕", "（开幕"),
        ("各组昨下午分组讨论", "各组分组讨论"),
        ("国画展明日开幕", "国画展开幕"),
        ("读书节昨开幕", "读书节开幕"),
        ("为期三天的云江县第十一次党代会闭幕", "云江县第十一次党代会闭幕"),
        ("“今天我当家”活动", "“今天我当家”活动"),
        ("明天会更好", "明天会更好"),
        ("开幕", "开幕"),
        ("公告", "公告"),
    ],
)
def test_a_title_stands_without_the_day_it_was_read_on(
    printed: str, title: str
) -> None:
    assert lasting_title(printed, "", elects=True) == title


@pytest.mark.parametrize(
    "printed", ["开幕", "隆重开幕", "大会开幕", "会议昨日胜利开幕"]
)
def test_what_only_opens_bears_the_name_of_its_congress(printed: str) -> None:
    assert lasting_title(printed, CONGRESS) == f"{CONGRESS}开幕"


@pytest.mark.parametrize(
    "printed", ["开幕式", "画展开幕", "市七届人大一次会议开幕"]
)
def test_what_has_a_name_of_its_own_keeps_it(printed: str) -> None:
    assert lasting_title(printed, CONGRESS) == printed
    kind = lasting_kind(EventKind.ACTIVITY, printed, CONGRESS)
    assert kind is EventKind.ACTIVITY


@pytest.mark.parametrize("printed", ["开幕", "会议昨日胜利闭幕"])
def test_what_opens_or_closes_a_congress_is_a_session_of_it(
    printed: str,
) -> None:
    activity = EventKind.ACTIVITY
    title = lasting_title(printed, CONGRESS)
    assert lasting_kind(activity, title, CONGRESS) is EventKind.SESSION
    alone = lasting_title(printed, "")
    assert lasting_kind(activity, alone, "") is activity


ANNOUNCED = "云江市第七届人民代表大会第一次会议于2021年9月27日选举："
LISTED = ("主任：梁栋材", "副主任：沈岸、宗岱", "现予公告。", "记者：陶然")


def test_a_notice_lists_whom_a_congress_elected() -> None:
    page, (one,) = events(ANNOUNCED, *LISTED, headline="公　告")
    assert [(post.name, post.post) for post in one.elected] == [
        ("梁栋材", "主任"),
        ("沈岸", "副主任"),
        ("宗岱", "副主任"),
    ]
    assert [page[slice(*post.span)] for post in one.elected] == [
        "主任：梁栋材",
        *["副主任：沈岸、宗岱"] * 2,
    ]


@pytest.mark.parametrize("printed", ["公　告", "市人大常委会公告"])
def test_a_notice_is_called_by_what_it_tells(printed: str) -> None:
    title = lasting_title(printed, CONGRESS, elects=True)
    assert title == f"{CONGRESS}选举"
    assert lasting_title(printed, CONGRESS) == printed


def test_a_notice_without_a_list_keeps_its_title() -> None:
    text = ANNOUNCED.removesuffix("选举：") + "闭会。"
    _, (one,) = events(text, headline="公告")
    assert one.title != f"{CONGRESS}选举"
    assert one.elected == ()


@pytest.mark.parametrize(
    "before", ["9月27日，大会讨论选举：", "9月27日，大会通过议程："]
)
def test_other_lists_elect_nobody(before: str) -> None:
    _, (one,) = events(before, *LISTED)
    assert one.elected == ()


@pytest.mark.parametrize("line", ["主任：待定", "梁栋材"])
def test_a_list_ends_where_no_post_with_a_name_stands(line: str) -> None:
    _, (one,) = events(ANNOUNCED, line, *LISTED)
    assert one.elected == ()


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("主席团决定提交27日上午举行的大会选举。", "大会选举"),
        ("消息从27日召开的发布会上传来。", "发布会"),
        ("人们等着27日举行的。", "人们等着举行的"),
    ],
)
def test_what_is_held_then_names_a_second_event(told: str, title: str) -> None:
    _, (_, second) = events("9月26日，梁栋材赴临河县调研。", told)
    assert second.title == title


def test_a_group_that_meets_deliberates_whatever_the_sentence_before() -> None:
    text = "9月27日下午，梁栋材的发言引来笑声。当天，海头代表团在海天饭店审议报告。"
    _, found = events(text)
    assert [(one.title, one.kind) for one in found] == [
        ("海头代表团审议", EventKind.DELIBERATION)
    ]
