"""Congresses: which a page reports, and which events are of which."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from reader.events import find_congresses, find_events
from tests.reader.articles import compose
from tests.reader.told_events import CONTEXT, events

REPORTED = [
    (
        "9月27日上午，中国共产党临江市第七次代表大会在会堂开幕。市第七次党代会应到代表420名。",
        [
            (
                "中国共产党临江市第七次代表大会",
                7,
                dt.date(2021, 9, 27),
                ("市第七次党代会",),
            )
        ],
    ),
    (
        "9月27日，市第七次党代会主席团举行第二次会议。",
        [("市第七次党代会", 7, None, ())],
    ),
    (
        "9月27日下午，中国共产党云溪县第十一次代表大会闭幕。",
        [("中国共产党云溪县第十一次代表大会", 11, None, ())],
    ),
    (
        "9月27日，市十五届人大四次会议开幕。",
        [("市十五届人大四次会议", 15, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，临江市第十五届人民代表大会第四次会议开幕。",
        [
            (
                "临江市第十五届人民代表大会第四次会议",
                15,
                dt.date(2021, 9, 27),
                (),
            )
        ],
    ),
    (
        "9月27日，政协临江市第九届委员会第五次会议开幕。",
        [("政协临江市第九届委员会第五次会议", 9, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，市政协九届五次会议开幕。",
        [("市政协九届五次会议", 9, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，共青团临江市第十八次代表大会开幕。",
        [("共青团临江市第十八次代表大会", 18, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，人们期待的临江市第十五届人民代表大会第四次会议开幕。",
        [
            (
                "临江市第十五届人民代表大会第四次会议",
                15,
                dt.date(2021, 9, 27),
                (),
            )
        ],
    ),
    (
        "县委全会9月27日召开，决定9月29日召开县第十一次党代会。",
        [("县第十一次党代会", 11, None, ())],
    ),
    (
        "临江市妇女第八次代表大会9月27日开幕。9月27日，出席市妇女第八次代表大会的代表分组讨论。",
        [
            (
                "临江市妇女第八次代表大会",
                8,
                dt.date(2021, 9, 27),
                ("市妇女第八次代表大会",),
            )
        ],
    ),
    (
        "临江市工会第九次代表大会9月27日开幕。9月26日，市工会第九次代表大会举行预备会议。",
        [
            (
                "临江市工会第九次代表大会",
                9,
                dt.date(2021, 9, 27),
                ("市工会第九次代表大会",),
            )
        ],
    ),
    (
        "9月27日，日照市第十三次党代会开幕。",
        [("日照市第十三次党代会", 13, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，日照市第十九届人民代表大会第一次会议开幕。",
        [
            (
                "日照市第十九届人民代表大会第一次会议",
                19,
                dt.date(2021, 9, 27),
                (),
            )
        ],
    ),
    (
        "9月27日，市第十一次团代会开幕。",
        [("市第十一次团代会", 11, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，临江县第三次妇代会开幕。",
        [("临江县第三次妇代会", 3, dt.date(2021, 9, 27), ())],
    ),
    # named in passing
    ("9月27日，会议回顾了市第六次党代会以来的工作。", []),
    ("9月27日，全市深入学习贯彻党的十九大精神，召开座谈会。", []),
    ("9月27日，以优异成绩迎接省第十二次党代会胜利召开的动员会举行。", []),
    ("9月27日，会议通过了市出席省第十二次党代会代表候选人名单。", []),
    ("市第七次党代会胜利召开。", []),
    ("去年，市第六次党代会召开。", []),
]


def congresses(
    *texts: str, headlines: tuple[str, ...] = ()
) -> list[tuple[str, int, dt.date | None, tuple[str, ...]]]:
    page, article = compose(
        paragraphs=texts, headline=headlines[0] if headlines else ""
    )
    return [
        (one.name, one.number, one.start, one.short_names)
        for one in find_congresses(page, [article], CONTEXT)
    ]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported_congresses_are_told_from_named_ones(
    text: str, expected: list[tuple[str, int, dt.date | None, tuple[str, ...]]]
) -> None:
    assert congresses(text) == expected


def test_a_heading_that_says_it_opens_reports_a_congress() -> None:
    assert congresses(
        "盛况空前。", headlines=("中共云溪县第十一次代表大会闭幕",)
    ) == [("中共云溪县第十一次代表大会", 11, None, ())]


def test_each_event_belongs_to_its_own_congress() -> None:
    page, article = compose(
        paragraphs=[
            "9月27日上午，中国共产党临江市第七次代表大会在会堂开幕。",
            "9月27日下午，中国共产党云溪县第十一次代表大会在会堂闭幕。",
        ]
    )
    found = find_congresses(page, [article], CONTEXT)
    assert [one.name for one in found] == [
        "中国共产党临江市第七次代表大会",
        "中国共产党云溪县第十一次代表大会",
    ]
    told = find_events(page, article, CONTEXT, found)
    assert [one.congress for one in told] == [one.name for one in found]


def test_two_counties_may_hold_a_congress_of_one_number() -> None:
    first, one = compose(
        paragraphs=[
            "9月26日，中国共产党云溪县第十三次代表大会开幕。",
            "9月27日，县第十三次党代会闭幕。",
        ]
    )
    second, other = compose(
        paragraphs=[
            "9月27日，中共石塘县第十三次代表大会开幕。",
            "9月28日，县第十三次党代会举行选举。",
        ]
    )
    page = first + second
    moved = replace(
        other,
        paragraphs=tuple(
            replace(
                each,
                sources=tuple(
                    (start + len(first), end + len(first))
                    for start, end in each.sources
                ),
            )
            for each in other.paragraphs
        ),
    )
    found = find_congresses(page, [one, moved], CONTEXT)
    names = ["中国共产党云溪县第十三次代表大会", "中共石塘县第十三次代表大会"]
    assert [(each.name, each.short_names) for each in found] == [
        (name, ("县第十三次党代会",)) for name in names
    ]
    for name, article in zip(names, (one, moved), strict=True):
        assert {
            event.congress
            for event in find_events(page, article, CONTEXT, found)
        } == {name}


def test_a_short_name_that_fits_two_congresses_stays_apart() -> None:
    page, article = compose(
        paragraphs=[
            "9月26日，中共云溪县第三次代表大会开幕。",
            "9月26日，中共石塘县第三次代表大会开幕。",
            "9月27日，县第三次党代会闭幕。",
        ]
    )
    found = find_congresses(page, [article], CONTEXT)
    assert [one.name for one in found] == [
        "中共云溪县第三次代表大会",
        "中共石塘县第三次代表大会",
        "县第三次党代会",
    ]


def test_a_congress_named_in_passing_is_not_the_events() -> None:
    page, article = compose(
        paragraphs=[
            "9月27日，市第七次党代会开幕。",
            "9月28日，落实市第七次党代会精神座谈会在会堂召开。",
        ]
    )
    found = find_congresses(page, [article], CONTEXT)
    assert [
        one.congress for one in find_events(page, article, CONTEXT, found)
    ] == [
        "市第七次党代会",
        "",
    ]


def test_a_deliberation_belongs_to_the_only_congress_of_the_page() -> None:
    page, (one,) = events("9月27日，各代表团审议报告。")
    assert one.congress == ""
    other, article = compose(paragraphs=["9月27日，市第七次党代会开幕。"])
    known = find_congresses(other, [article], CONTEXT)
    page, article = compose(paragraphs=["9月27日，各代表团审议报告。"])
    assert [
        one.congress for one in find_events(page, article, CONTEXT, known)
    ] == ["市第七次党代会"]
