"""Events that stand in lists: the lines of a schedule, the entries of a chronicle."""

from __future__ import annotations

import pytest

from reader.events import find_events
from reader.results import PageContext
from tests.reader.articles import compose
from tests.reader.test_events_days import CONTEXT, events, keys

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


def took_part(text: str, names: str) -> dict[str, list[str]]:
    """Return who of these names took part, by the title of each event."""
    page, article = compose(paragraphs=text.split("\n"), names=names)
    found = find_events(page, article, CONTEXT)
    return {
        event.title: [who.name for who in event.participants] for event in found
    }


def test_who_attended_the_closing_is_told_after_other_sessions():
    told = took_part(
        "9月27日下午，市第七次党代会在礼堂闭幕。"
        "上午10时，主席团举行第五次会议。出席闭幕会的还有老同志罗运通。",
        "罗运通",
    )
    assert list(told.values()) == [["罗运通"], []]


def test_a_brief_is_no_more_of_the_one_before():
    told = took_part(
        "●9月27日，市一中举行春游。\n●客商金秀贤近日考察茶叶种植。",
        "金秀贤",
    )
    assert list(told.values()) == [[]]


def test_what_begins_one_day_is_still_to_come():
    (found,) = events("省博物馆29日起在我市举办讲座。")
    assert (found.edtf, found.place) == ("2021-09-29", None)


def test_the_weather_is_no_event():
    assert events("今日:晴，西南风2级，6℃~21℃") == []


@pytest.mark.parametrize("lead", ["又讯", "另讯 ", "　　又讯　"])
def test_more_news_of_the_day_is_an_event_of_its_own(lead):
    told = took_part(
        "9月27日，经济工作会议在市会议中心召开，陆怀瑾主持。\n"
        f"{lead}9月27日下午4时，施学礼主持召开党组会议。",
        "陆怀瑾 施学礼",
    )
    assert list(told.values()) == [["陆怀瑾"], ["施学礼"]]


def test_a_paragraph_between_the_entries_states_no_day():
    text = "\n".join([*CHRONICLE, "那时桥上还走马车。"])
    assert len(events(text, headline="云溪大事记")) == 3


def test_a_chronicle_is_one_whenever_it_was_printed():
    page, article = compose(paragraphs=CHRONICLE)
    found = find_events(page, article, PageContext())
    assert keys(found) == ["1949-09-15", "1956-03-12", "1978-12-03"]


def test_guests_of_a_closing_that_is_not_told_are_of_what_is():
    told = took_part(
        "9月27日，主席团举行第五次会议。出席闭幕会的还有罗运通。", "罗运通"
    )
    assert list(told.values()) == [["罗运通"]]
