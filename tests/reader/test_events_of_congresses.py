"""The congress an event belongs to: named with its place, or by the plenaries that follow it."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.events import find_congresses, find_events
from reader.results import PageContext, ReadEvent
from reader.vocabulary import EventKind
from tests.reader.articles import compose

CONTEXT = PageContext(date=dt.date(2021, 9, 28))
CLOSED = "中国共产党云溪市第七次代表大会27日上午在市会堂闭幕。"


def congresses(text: str) -> list[str]:
    page, article = compose(paragraphs=text.split("\n"))
    found = find_congresses(page, [article], CONTEXT)
    return [congress.name for congress in found]


def events(text: str) -> list[ReadEvent]:
    page, article = compose(paragraphs=text.split("\n"))
    return find_events(page, article, CONTEXT)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("9月27日，云溪市第七次党代会开幕。", ["云溪市第七次党代会"]),
        ("9月27日，出席云溪市第七次党代会的代表报到。", ["云溪市第七次党代会"]),
        ("9月27日，出席市第七次党代会的代表报到。", ["市第七次党代会"]),
        ("9月27日，我市第七次党代会开幕。", ["市第七次党代会"]),
        ("9月27日，隆重的市第七次党代会开幕。", ["市第七次党代会"]),
        (
            f"{CLOSED}\n27日下午，云溪市第七次党代会代表离会。",
            ["中国共产党云溪市第七次代表大会"],
        ),
    ],
)
def test_a_short_name_keeps_its_place(text: str, names: list[str]) -> None:
    assert congresses(text) == names


@pytest.mark.parametrize(
    ("plenary", "belongs"),
    [
        ("27日下午，中共云溪市第七届委员会第一次全体会议举行。", True),
        ("27日下午，市委七届一次全会举行。", True),
        ("27日下午，市纪委第一次全体会议举行。", True),
        ("27日下午，市委六届一次全会举行。", False),
        ("27日下午，中共云溪县第六届委员会第一次全体会议举行。", False),
        ("27日下午，市委七届二次全会举行。", False),
    ],
)
def test_the_first_plenaries_belong_to_their_congress(
    plenary: str, belongs: bool
) -> None:
    first, second = events(f"{CLOSED}\n{plenary}")
    assert first.congress == "中国共产党云溪市第七次代表大会"
    assert second.congress == (first.congress if belongs else "")


def test_no_other_congress_has_such_plenaries() -> None:
    *_, last = events(
        "云溪市工会第七次代表大会27日上午闭幕。\n27日下午，市委七届一次全会举行。"
    )
    assert last.congress == ""


def test_a_plenary_at_noon_is_no_part_of_the_closing() -> None:
    assert [
        (event.kind, event.place)
        for event in events(
            f"{CLOSED}\n当日11时，中共云溪市第七届委员会第一次全体会议在市委礼堂举行。"
        )
    ] == [(EventKind.SESSION, "市会堂"), (EventKind.SESSION, "市委礼堂")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            f"{CLOSED[:-1]}，大会选举产生了纪律检查委员会。",
            EventKind.SESSION,
        ),
        ("市第七次党代会27日上午在市会堂举行。", EventKind.MEETING),
        ("纪律检查委员会27日上午通过决定。", EventKind.OTHER),
        ("检查组27日上午检查大堤。", EventKind.VISIT),
    ],
)
def test_the_kind_of_an_opening_or_a_closing(
    text: str, kind: EventKind
) -> None:
    assert events(text)[0].kind is kind


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "中国共产党云溪市第七次代表大会，在完成各项议程以后，于9月27日下午胜利闭幕。",
            "中国共产党云溪市第七次代表大会闭幕",
        ),
        ("圆满完成各项议程，于9月27日下午胜利闭幕。", "胜利闭幕"),
    ],
)
def test_the_title_of_a_closing_is_whole(text: str, title: str) -> None:
    assert events(text)[0].title == title
