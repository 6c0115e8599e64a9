"""Sessions of several groups in one half-day: each an event, with its place, hour and people."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.events import find_events
from reader.results import PageContext, ReadEvent
from tests.reader.articles import compose

CONTEXT = PageContext(date=dt.date(2021, 9, 28))
NAMES = "梁栋材 沈岸 宗岱 戎马"


def events(text: str, names: str = NAMES) -> list[ReadEvent]:
    page, article = compose(paragraphs=text.split("\n"), names=names)
    return find_events(page, article, CONTEXT)


def told(text: str) -> list[str]:
    """Return title, hour, place and people of each event of a text, open ones as a dash."""
    return [
        " ".join(
            (
                event.title,
                event.time.isoformat("minutes") if event.time else "-",
                event.place or "-",
                "、".join(who.name for who in event.participants) or "-",
            )
        )
        for event in events(text)
    ]


def test_each_hour_and_place_is_a_session() -> None:
    assert told(
        "9月27日下午，各代表团分组审议报告。\n"
        "下午3时，河东区代表团在江月宾馆举行全体会议，梁栋材主持。\n"
        "下午3时，河西县代表团在县招待所召开全体会议，沈岸主持。"
    ) == [
        "各代表团分组审议报告 - - -",
        "河东区代表团全体会议 15:00 江月宾馆 梁栋材",
        "河西县代表团全体会议 15:00 县招待所 沈岸",
    ]


def test_a_session_without_its_own_time_is_held_in_the_half_day_of_all() -> (
    None
):
    first, second, third = events(
        "9月27日下午3时，各代表团审议报告。\n"
        "在河东代表团，梁栋材参加讨论。河东代表团的讨论在江月宾馆举行，由沈岸主持。\n"
        "河西代表团的审议在市委党校进行，由宗岱主持。"
    )
    assert (second.date, second.part_of_day) == (first.date, first.part_of_day)
    assert (second.time, third.time) == (None, None)
    assert [second.place, third.place] == ["江月宾馆", "市委党校"]
    assert [one.name for one in second.participants] == ["梁栋材", "沈岸"]
    assert [one.name for one in third.participants] == ["宗岱"]


def test_each_leader_sits_with_his_group() -> None:
    assert told(
        "9月27日上午，梁栋材在市直机关代表团、沈岸在高新区代表团分别参加讨论。"
        "市直机关代表团的讨论在市委党校举行，高新区代表团的讨论在高新大厦举行。"
    ) == [
        "市直机关代表团讨论 - 市委党校 梁栋材",
        "高新区代表团讨论 - 高新大厦 沈岸",
    ]


def test_groups_and_places_are_listed_in_one_order() -> None:
    assert told(
        "9月27日上午，科技界、教育界委员分别在友谊宾馆、江月饭店举行联组讨论。"
        "宗岱参加科技界讨论，戎马参加教育界讨论。"
    ) == [
        "科技界委员联组讨论 - 友谊宾馆 宗岱",
        "教育界委员联组讨论 - 江月饭店 戎马",
    ]


def test_what_the_last_group_is_named_holds_for_all() -> None:
    assert told(
        "9月27日上午，河东区、河西县代表团分别在江月宾馆、县招待所举行全体会议。"
    ) == [
        "河东区代表团全体会议 - 江月宾馆 -",
        "河西县代表团全体会议 - 县招待所 -",
    ]


def test_a_session_is_the_event_that_the_report_began_with() -> None:
    (event,) = events(
        "“路修通了。”9月27日下午，代表沈岸的话引来笑声。"
        "当天，河东区代表团在江月宾馆审议报告，梁栋材参加。"
    )
    assert (event.title, event.place) == ("河东区代表团审议", "江月宾馆")
    assert [one.name for one in event.participants] == ["梁栋材"]


def test_who_sits_with_another_group_is_at_an_event_of_his_own() -> None:
    first, *others = events(
        "河东区代表团27日下午在江月宾馆审议报告，沈岸主持。\n"
        "9月27日下午，河东区代表团在江月宾馆审议报告。\n"
        "同一天下午，梁栋材在河西区代表团、宗岱在驻军代表团参加了审议，29日闭幕。"
    )
    assert [one.title for one in others] == [
        "河西区代表团审议",
        "驻军代表团审议",
    ]
    assert [one.date for one in others] == [first.date] * 2


def test_groups_without_a_word_for_all() -> None:
    first, second = events(
        "9月27日上午，科技界、教育界分别在友谊宾馆、江月饭店召开联组会议。"
    )
    assert (first.title, second.title) == (
        "科技界联组会议",
        "教育界联组会议",
    )


@pytest.mark.parametrize(
    "text",
    [
        # a guest delegation, no place, one leader alone, lists of unequal length, no session
        "9月27日上午，党代会开幕。党政代表团在江月宾馆举行宴会。",
        "9月27日上午，各代表团审议报告。河东代表团在热烈的气氛中审议。",
        "9月27日上午，各代表团审议报告。河东代表团在江月宾馆举行宴会。",
        "9月27日上午，沈岸在河东代表团、宗岱一同参加审议。",
        "9月27日上午，河东区、河西县代表团分别在江月宾馆举行全体会议。",
        "9月27日上午，河东区、河西县代表团分别在讨论中、会议上举行发言。",
        "河东代表团的讨论在江月宾馆举行。9月27日上午，大会开幕。",
    ],
)
def test_what_tells_no_sessions_apart(text: str) -> None:
    assert len(events(text)) == 1
