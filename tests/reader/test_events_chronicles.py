"""Events that stand in lists: the lines of a schedule, the entries of a chronicle."""

from __future__ import annotations

import pytest

from tests.reader.test_events_days import events, keys

SCHEDULE = """3月14日(星期四)
上午9:00 开幕大会 地点:云溪剧院
下午2:30 代表团讨论
3月15日(星期五)
上午8:30 主席团第三次会议 会议地点:云溪宾馆五楼"""
CHRONICLE = [
    "一九四九年九月十五日 云溪设治，主任叶向荣。",
    "1956年3月12日，云溪钢厂开工。",
    "1978年12月3日 云溪大桥通车，侯德山剪彩。",
]


def test_a_line_of_a_schedule_names_its_event_and_its_place():
    found = events(SCHEDULE, headline="会议日程")
    assert [event.title for event in found] == [
        "开幕大会",
        "代表团讨论",
        "主席团第三次会议",
    ]
    places = [event.place for event in found]
    assert places == ["云溪剧院", None, "云溪宾馆五楼"]


def test_each_entry_of_a_chronicle_is_an_event_of_its_year():
    found = events("\n".join(CHRONICLE), headline="云溪大事记")
    assert keys(found) == ["1949-09-15", "1956-03-12", "1978-12-03"]
    assert [event.title for event in found] == [
        "云溪设治",
        "云溪钢厂开工",
        "云溪大桥通车",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        # two days of the past are background
        CHRONICLE[:2],
        # a tale goes back and forth
        [CHRONICLE[1], CHRONICLE[0], CHRONICLE[2]],
        # most paragraphs are about something else
        [*CHRONICLE, *(["厂里的老工人还记得那些日子。"] * 4)],
    ],
)
def test_other_days_long_past_are_background(lines):
    assert events("\n".join(lines), headline="老厂往事") == []
