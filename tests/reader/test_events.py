"""Events and congresses: what happened or will happen, where, who took part, and what is only
background.
"""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.events import find_events
from reader.results import PageContext
from tests.reader.articles import compose
from tests.reader.growth import assert_linear
from tests.reader.told_events import CONTEXT, events

# text of the paragraphs (\n between them) -> EDTF, clock, part of day, place, kind
STORIES = [
    # an hour in a line that numbers the day again goes on with the event told already
    (
        "9月27日上午9时，动员会在会堂召开。\n9月27日10时30分，代表们离会。",
        [("2021-09-27", "09:00", "morning", "会堂", "meeting")],
    ),
    (
        "昨日上午，全市防汛工作会议在市会堂召开。",
        [("2021-09-27", None, "morning", "市会堂", "meeting")],
    ),
    # a later sentence sharpens the time of the event told already
    (
        "9月27日上午，某市第七次党代会在大剧院隆重开幕。\n上午8时许，代表们步入会场。\n上午8时30分，沈岸宣布大会开幕。",
        [("2021-09-27", "08:30", "morning", "大剧院", "session")],
    ),
    ("4月2日，陵园里松柏青青。上午9时许，学生们列队走上台阶。", []),
    (
        "9月26日，陵园里松柏青青。上午9时许，学生们列队走上台阶。",
        [("2021-09-26", "09:00", "morning", "陵园", "other")],
    ),
    (
        "9月27日上午，大会在会堂召开。下午3时，代表们离会。",
        [("2021-09-27", None, "morning", "会堂", "meeting")],
    ),
    # another meeting of the same day is another event
    (
        "9月27日上午，全市动员会在会堂召开。\n当天下午3时，指挥部召开调度会。",
        [
            ("2021-09-27", None, "morning", "会堂", "meeting"),
            ("2021-09-27", "15:00", "afternoon", None, "meeting"),
        ],
    ),
    (
        "9月27日，梁栋材赴临河县调研。\n当日，梁栋材主持召开座谈会。",
        [
            ("2021-09-27", None, None, "临河县", "visit"),
            ("2021-09-27", None, None, None, "meeting"),
        ],
    ),
    (
        "9月27日上午9时，推进会召开。上午10时，会议继续。上午11时，市里召开另一场推进会。",
        [
            ("2021-09-27", "09:00", "morning", None, "meeting"),
            ("2021-09-27", "11:00", "morning", None, "meeting"),
        ],
    ),
    (
        "9月27日，推进会在市会堂举行。9月27日，与会者交流讨论。",
        [("2021-09-27", None, None, "市会堂", "meeting")],
    ),
    # to come
    (
        "昨日，记者获悉，2021年灯会将于10月1日在东湖公园开幕。",
        [("2021-10-01", None, None, "东湖公园", "activity")],
    ),
    (
        "《古树保护条例》将于11月1日起施行。",
        [("2021-11-01", None, None, None, "other")],
    ),
    (
        "技能周将于10月8日至12日在南山职业学院举办。",
        [("2021-10-08/2021-10-12", None, None, "南山职业学院", "activity")],
    ),
    # places: venues, goals, the place that begins the clause
    (
        "9月27日晚，代表们来到神农剧院，集中观看歌剧《江流》。",
        [("2021-09-27", None, "evening", "神农剧院", "performance")],
    ),
    (
        "9月27日，马拉松在钟楼广场鸣枪起跑。",
        [("2021-09-27", None, None, "钟楼广场", "activity")],
    ),
    (
        "9月27日下午3时，南浦二桥通车。",
        [("2021-09-27", "15:00", "afternoon", "南浦二桥", "ceremony")],
    ),
    ("9月27日，论坛在京开幕。", [("2021-09-27", None, None, "京", "meeting")]),
    (
        "9月27日，大会在热烈的掌声中开幕。",
        [("2021-09-27", None, None, None, "session")],
    ),
    (
        "9月27日，会议在梁栋材主持下召开。",
        [("2021-09-27", None, None, None, "meeting")],
    ),
    (
        "9月27日，梁栋材来到第一代表团，与代表们一起审议报告。",
        [("2021-09-27", None, None, None, "deliberation")],
    ),
    (
        "9月27日下午，外国客人飞抵临河，开始访问。",
        [("2021-09-27", None, "afternoon", "临河", "visit")],
    ),
    (
        "9月27日，交流会在云水饭店会议中心举行。",
        [("2021-09-27", None, None, "云水饭店会议中心", "meeting")],
    ),
    (
        "9月27日，灯会开幕，活动将持续到10月7日。",
        [("2021-09-27", None, None, None, "activity")],
    ),
    (
        "9月26日抵达当天，客人参观了古渡。",
        [("2021-09-26", None, None, None, "visit")],
    ),
    # the reporter's path to the news is none; the meeting he sat in is one
    ("9月27日，记者从市统计局获悉，全市粮食增产。", []),
    (
        "9月27日，记者从市统计局召开的新闻发布会上获悉，全市粮食增产。",
        [("2021-09-27", None, None, None, "meeting")],
    ),
    ("9月27日，市体育局答复，比赛推迟。", []),
    # background
    ("该书于2020年11月开始编纂，近日出版。", []),
    ("1998年8月7日，河口举行祭江仪式。", []),
    ("截至9月20日，全市开工120个项目。", []),
    ("原定9月18日举行的比赛推迟。", []),
    ("9月20日以来，全市开展巡查。", []),
    ("从今天起，本报推出专栏。", []),
    ("全市深入贯彻9月16日在湖区考察时的重要讲话精神。", []),
    (
        "9月27日，大会召开。\n9月3日，筹备会召开。",
        [("2021-09-27", None, None, None, "meeting")],
    ),
    ("梁栋材介绍，9月20日，首批设备到位并举行仪式。", []),
    ("“9月27日，我们举行了婚礼。”他说。", []),
    (
        "9月27日，大会召开。\n下月，他要出书。",
        [("2021-09-27", None, None, None, "meeting")],
    ),
    ("上午，代表入场。", []),
    ("多云转晴。", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), STORIES, ids=[text[:16] for text, _ in STORIES]
)
def test_what_happened_is_told_from_background(
    text: str,
    expected: list[tuple[str, str | None, str | None, str | None, str]],
) -> None:
    page, found = events(*text.split("\n"))
    assert [
        (
            one.edtf,
            one.time.strftime("%H:%M") if one.time else None,
            one.part_of_day,
            one.place,
            one.kind,
        )
        for one in found
    ] == expected
    for one in found:
        assert one.time_span is not None
        assert one.place is None or page[slice(*one.place_span)] == one.place


def test_captions_are_no_source_of_events() -> None:
    page, article = compose(
        paragraphs=["9月27日，全市大会在会堂召开。"],
        caption="9月26日，代表报到。",
    )
    assert len(find_events(page, article, CONTEXT)) == 1


def test_without_any_date_the_printed_year_still_counts() -> None:
    page, article = compose(
        paragraphs=["2020年5月6日，全市大会在会堂召开。9月27日，晴。"]
    )
    (one,) = find_events(page, article, PageContext())
    assert (one.date, one.place) == (dt.date(2020, 5, 6), "会堂")


@given(
    st.text(
        alphabet="9月27日上下午时,。在会堂召开举行来到市中国共产党第七次代表大会梁栋材主持、出席应到人“”|",
        max_size=100,
    )
)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    page, article = compose(paragraphs=text.split("|"), names="梁栋材")
    for one in find_events(page, article, CONTEXT):
        spans = [
            one.span,
            one.time_span,
            *(part.evidence for part in one.participants),
        ]
        assert all(
            span is not None and 0 <= span[0] < span[1] <= len(page)
            for span in spans
        )


@pytest.mark.parametrize(
    "unit",
    [
        "9月27日,",
        "在会堂",
        "梁栋材、",
        "来到",
        "中国共产党",
        "第七",
        "召开",
        "9月27日召开。",
        "长、",
    ],
)
def test_long_runs_take_linear_time(unit: str) -> None:
    def find(text: str) -> None:
        page, article = compose(paragraphs=[text], names="梁栋材")
        find_events(page, article, CONTEXT)

    assert_linear(find, unit)


def test_an_hour_that_states_no_event_begins_none() -> None:
    written = dt.date(2021, 9, 27)
    _, found = events(
        "大家说起天气。", "大家望着天，下午3时，云散了。", written=written
    )
    assert found == []
