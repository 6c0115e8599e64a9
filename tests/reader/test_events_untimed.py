"""Events told without a time: behind another, below a day, in rooms; and who speaks at them."""

from __future__ import annotations

import pytest

from reader.results import ReadEvent
from tests.reader.told_events import events


def line(event: ReadEvent) -> str:
    """Return title, day, part of day, hour and place of an event, open ones as a dash."""
    day = event.date.isoformat()[5:] if event.date else "-"
    part = event.part_of_day.value if event.part_of_day else "-"
    hour = event.time.isoformat("minutes") if event.time else "-"
    return f"{event.title} {day} {part} {hour} {event.place or '-'}"


def told(*paragraphs: str) -> list[str]:
    _page, found = events(*paragraphs)
    return [line(event) for event in found]


OPENED = "9月27日上午9时，市第五次党代会在市会堂开幕。"
OPENING = "市第五次党代会开幕 09-27 morning 09:00 市会堂"


@pytest.mark.parametrize(
    ("behind", "event"),
    [
        (
            "随后，主席团在三楼会议室举行第二次会议，推选常务主席。",
            "主席团第二次会议 09-27 morning - 三楼会议室",
        ),
        (
            "会后，新一届工会委员会全体会议在江月宾馆举行。",
            "新一届工会委员会全体会议 09-27 morning - 江月宾馆",
        ),
        (
            "“路要修好。”大会结束后，各组召集人又召开了碰头会。",
            "碰头会 09-27 morning - -",
        ),
        (
            "紧接着，大会举行了颁奖仪式，梁栋材颁奖。",
            "大会颁奖仪式 09-27 morning - -",
        ),
    ],
)
def test_a_meeting_that_follows_is_an_event(behind: str, event: str) -> None:
    assert told(OPENED + behind) == [OPENING, event]
    assert told(OPENED, behind) == [OPENING, event]


@pytest.mark.parametrize(
    "behind",
    [
        "随后举行的晚会上，大家唱起了歌。",
        "会后，梁栋材来到车间，召开之前的准备已经做完。",
        "会后将召开第一次全体会议。",
        "随后，工厂停工举行。",
        "“随后，大家又召开了会议，”沈岸说。",
        "陶然说：“忙得很。随后，村里又召开了村民会议。”",
        "梁栋材随后，又召开了会议。",
        "随后，9月28日的会议在江月宾馆举行。",
    ],
)
def test_what_follows_otherwise_is_none(behind: str) -> None:
    assert all("27" not in one for one in told(OPENED + behind)[1:])


def test_nothing_follows_where_nothing_is_told() -> None:
    assert told("随后，主席团举行第二次会议。") == []


def test_nothing_follows_what_is_told_only_later() -> None:
    assert told("随后，主席团举行第二次会议。", OPENED) == [OPENING]


def test_what_follows_has_its_own_people() -> None:
    _page, (first, second) = events(
        OPENED
        + "梁栋材主持大会。随后，主席团举行第二次会议，沈岸主持会议。宗岱讲话。"
    )
    assert [one.name for one in first.participants] == ["梁栋材"]
    assert [one.name for one in second.participants] == ["沈岸", "宗岱"]


# Days above


def test_a_day_that_heads_a_text_holds_for_the_entries_below() -> None:
    assert told(
        "9月20日 星期一",
        "市政府在江月宾馆召开水利工作会议，梁栋材讲话。",
        "9月22日 星期三",
        "全市秋粮收购现场会在河东县举行。会上发了奖。",
        "沈岸到河西县调研。",
        "9月24日",
        "上午，江滨公园正式开放。",
    ) == [
        "水利工作会议 09-20 - - 江月宾馆",
        "全市秋粮收购现场会 09-22 - - 河东县",
        "沈岸到河西县调研 09-22 - - 河西县",
        "江滨公园正式开放 09-24 morning - 江滨公园",
    ]


def test_the_day_of_an_entry_stands_in_the_line_above() -> None:
    page, (first, _second) = events(
        "9月20日",
        "水利工作会议在河东县举行。",
        "9月22日",
        "秋粮收购现场会在河西县举行。",
    )
    assert page[slice(*first.time_span)] == "9月20日"


@pytest.mark.parametrize(
    "paragraphs",
    [
        # one date alone heads no list
        ("9月20日", "水利工作会议在河东县举行。"),
        # dates at the end of other words head nothing
        ("会议原定于9月20日", "水利工作会议在河东县举行。", "截止到9月22日"),
        # nothing takes place
        ("9月20日", "天色灰蒙蒙的。", "9月22日", "梁栋材还在想那件事。"),
        # long past
        ("3月20日", "水利会议举行。", "3月22日", "林业会议举行。"),
    ],
)
def test_other_days_on_a_line_are_of_no_entry(
    paragraphs: tuple[str, ...],
) -> None:
    assert told(*paragraphs) == []


# Rooms and places


def test_groups_whose_rooms_are_listed_meet_there() -> None:
    assert told(
        "9月27日下午3时，代表分成六个组讨论报告。第一组在市委党校101教室，第二组安排在三楼会议室。"
    ) == [
        "代表分成六个组讨论报告 09-27 afternoon 15:00 -",
        "第一组讨论 09-27 afternoon - 市委党校101教室",
        "第二组讨论 09-27 afternoon - 三楼会议室",
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "第一组在市委党校101教室。",
        "第一组在发言，第二组在记录。",
    ],
)
def test_one_room_or_none_makes_no_groups(behind: str) -> None:
    assert len(told("9月27日下午，代表分组讨论报告。" + behind)) == 1


def test_all_groups_together_do_not_meet_where_the_first_does() -> None:
    assert told(
        "9月27日下午3时，各代表团分组讨论报告。第一代表团在江月宾馆举行讨论，第二代表团在市委党校举行讨论。"
    ) == [
        "各代表团分组讨论报告 09-27 afternoon 15:00 -",
        "第一代表团讨论 09-27 afternoon - 江月宾馆",
        "第二代表团讨论 09-27 afternoon - 市委党校",
    ]


def test_who_stands_behind_a_group_that_begins_the_sentence_is_there() -> None:
    _page, (_all, first, second) = events(
        "9月27日下午，代表分组讨论。第一组在101教室，第二组在102教室。",
        "宗岱来到第一组听取讨论。第二组由沈岸召集，梁栋材等代表发言。",
    )
    assert [one.name for one in first.participants] == ["宗岱"]
    assert [one.name for one in second.participants] == ["梁栋材"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "市第五次党代会9月25日在市会堂开幕，9月27日下午闭幕。",
            ["市会堂", None],
        ),
        (
            "市第五次党代会9月25日在市会堂开幕，9月27日下午在江月宾馆闭幕。",
            ["市会堂", "江月宾馆"],
        ),
        (
            "在市会堂，市第五次党代会9月25日开幕，9月27日下午闭幕。",
            ["市会堂", "市会堂"],
        ),
        (
            "9月27日上午，党代会在市会堂举行开幕大会，9月27日下午举行座谈会。",
            ["市会堂", "市会堂"],
        ),
    ],
)
def test_a_closing_has_no_place_of_the_opening(
    text: str, places: list[str | None]
) -> None:
    _page, found = events(text)
    assert [event.place for event in found] == places


@pytest.mark.parametrize(
    ("entry", "event"),
    [
        (
            "下午2:30　各组讨论报告（各组驻地）",
            "各组讨论报告 09-27 afternoon 14:30 各组驻地",
        ),
        (
            "下午2:30　各组讨论报告（陶然主持）",
            "各组讨论报告（陶然主持） 09-27 afternoon 14:30 -",
        ),
    ],
)
def test_a_line_of_a_schedule_ends_in_its_place(entry: str, event: str) -> None:
    assert told("9月27日", entry) == [event]


def test_brackets_elsewhere_hold_no_place() -> None:
    (event,) = told("9月27日下午2:30，各组讨论报告（各组驻地）")
    assert event.endswith(" -")


def test_a_labelled_place_is_that_of_its_own_day() -> None:
    _page, found = events(
        "党代会代表9月26日报到，9月27日上午9时在市会堂开幕，9月28日闭幕。",
        "报到时间：9月26日14时，地点：江月宾馆。",
    )
    assert [event.place for event in found] == ["江月宾馆", "市会堂", None]


def test_a_labelled_place_of_another_day_is_that_of_the_last_event() -> None:
    _page, found = events(
        "9月27日，市里举办书法比赛。", "9月2日报名，地点：江月宾馆。"
    )
    assert [event.place for event in found] == ["江月宾馆"]


# Who speaks


def test_who_sits_with_a_group_speaks_there() -> None:
    _page, found = events(
        "9月27日下午，代表分组讨论。第一组在101教室，第二组在102教室。",
        "第二组由沈岸召集，梁栋材等代表发言。第一组由宗岱召集，陶然等代表发言。",
        "陶然说，路要修好。梁栋材说，桥也要修。石玉昆说，都要修。",
    )
    people = [[who.name for who in event.participants] for event in found]
    assert people == [[], ["陶然"], ["梁栋材", "石玉昆"]]


def test_who_is_at_another_event_speaks_at_the_one_told() -> None:
    _page, (first, second) = events(
        "9月26日，梁栋材参加植树活动。",
        "9月27日，村里召开座谈会。梁栋材说，路要修好。",
    )
    roles = [
        [who.role for who in event.participants] for event in (first, second)
    ]
    assert roles == [["参加"], ["发言"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "9月27日，各代表团审议报告。代表梁栋材说，路要修好。",
            ["梁栋材 发言"],
        ),
        ("9月27日，梁栋材（女）在小组会上说，路要修好。", ["梁栋材 发言"]),
        ("9月27日，村里召开座谈会。梁栋材代表建议多栽树。", ["梁栋材 发言"]),
        (
            "9月27日下午，大会发言在市会堂举行。沈岸激动地说：“好。”",
            ["沈岸 发言"],
        ),
        ("9月27日，各代表团审议报告。梁栋材的说法不同。", []),
        ("9月27日，各代表团审议报告。梁栋材说明了来意。", []),
        ("9月27日，各代表团审议报告。梁栋材对记者说，路要修好。", []),
        ("9月27日，市里召开报告会。梁栋材说，路要修好。", []),
    ],
)
def test_who_speaks_where_people_speak_in_turn(
    text: str, who: list[str]
) -> None:
    _page, (first, *_) = events(text)
    assert [f"{one.name} {one.role}" for one in first.participants] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "总监票人梁栋材宣布计票结果。",
            ["梁栋材 总监票人"],
        ),
        (
            "总监票人梁栋材、监票人沈岸、宗岱对投票进行监督。",
            ["梁栋材 总监票人", "沈岸 监票人", "宗岱 监票人"],
        ),
        ("会议通过总监票人梁栋材、监票人沈岸等11人名单。", []),
        ("会议确定了监票人沈岸等11人名单。", []),
    ],
)
def test_who_watches_the_votes_does_so_at_the_event(
    text: str, who: list[str]
) -> None:
    _page, (first, *_) = events("9月27日下午，大会在市会堂举行选举。" + text)
    assert [f"{one.name} {one.role}" for one in first.participants] == who
