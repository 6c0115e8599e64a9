"""Titles of events are words of print."""

from __future__ import annotations

import pytest

from tests.reader.told_events import events

TITLES = [
    (
        "9月27日上午，某市第七次代表大会在会堂隆重开幕。",
        "某市第七次代表大会开幕",
    ),
    ("9月27日，大会主席团举行第二次会议。", "大会主席团第二次会议"),
    ("9月27日，梁栋材主持召开防汛座谈会。", "防汛座谈会"),
    ("9月27日，“三月的约定”技能周在职业学院举行。", "“三月的约定”技能周"),
    ("9月27日，代表们来到剧院，集中观看歌剧《江流》。", "集中观看歌剧《江流》"),
    ("大会将于9月30日闭幕。", "大会闭幕"),
    ("原定于6日开幕的艺术节昨天举行了启动仪式。", "艺术节启动仪式"),
    (
        "昨天，市十七届人大五次会议举行了主席团第二次会议。",
        "市十七届人大五次会议主席团第二次会议",
    ),
    ("9月27日，全市举行2021年秋季项目签约仪式。", "2021年秋季项目签约仪式"),
    ("9月27日，梁栋材赴临河县调研。", "标题"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles_are_printed_words(text: str, title: str) -> None:
    _, (one,) = events(text, headline="标题")
    assert one.title == title


def test_a_second_event_without_a_wording_is_titled_by_its_clause() -> None:
    _, (_, second) = events(
        "9月27日，梁栋材赴临河县调研。次日，部分代表将赴农场参观。",
        headline="标题",
    )
    assert second.title == "部分代表将赴农场参观"
