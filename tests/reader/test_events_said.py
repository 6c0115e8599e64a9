"""What people say is no event, and where they speak of is no place of one."""

from __future__ import annotations

import pytest

from tests.reader.told_events import events


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Quoted clauses tell of places elsewhere, a quoted name does not end the sentence.
        (
            "9月27日下午，委员分组讨论。“去年10月，我们在火车站广场开了现场会。”米丘说。",
            None,
        ),
        (
            "“去年国庆节，书车在南岭县体育场停了三天。”9月27日，谭笑参加小组讨论。",
            None,
        ),
        (
            "9月27日下午，“三下乡”活动在石坝镇启动，“路远，也要来。”",
            "石坝镇",
        ),
        (
            "9月27日下午，委员分组讨论。“我们在火车站广场开过现场会，人很多。”米丘说。",
            None,
        ),
        (
            "9月27日下午，米丘说“在火车站广场，人很多”，会议在市委礼堂召开。",
            "市委礼堂",
        ),
        # What somebody proposes is to come.
        ("9月27日，谭笑参加讨论。她建议在石坝镇小学设一个停靠点。", None),
        (
            "9月27日，谭笑参加活动。她来到石坝镇小学，建议扩建操场。",
            "石坝镇小学",
        ),
        # A meeting of people is no place.
        ("9月27日，谭笑在小组会上发言，委员们参加讨论。", None),
        ("9月27日，谭笑在市委会议室参加讨论。", "市委会议室"),
    ],
)
def test_a_place_is_no_place_that_somebody_speaks_of(
    text: str, place: str | None
) -> None:
    _, (one,) = events(text)
    assert one.place == place


@pytest.mark.parametrize(
    ("headline", "place"),
    [
        ("米丘：把提案写在工地上", None),
        ("全市植树活动在人民公园举行", "人民公园"),
    ],
)
def test_a_figure_of_speech_in_a_heading_is_no_place(
    headline: str, place: str | None
) -> None:
    _, (one,) = events("9月27日下午，委员分组讨论。", headline=headline)
    assert one.place == place


def test_a_look_back_ends_with_the_words_that_are_quoted() -> None:
    _, (one,) = events(
        "“去年在人民公园开现场会时还有人提。”二十六日下午，祝南生在城关区代表团听取审议时说：“有牢骚，好。”"
    )
    assert str(one.date) == "2021-09-26"
    assert one.part_of_day == "afternoon"


def test_who_only_speaks_on_a_day_makes_no_event() -> None:
    _, found = events(
        "9月26日，大会在会堂开幕。", "9月27日，祝南生激动地说：“好。”"
    )
    assert len(found) == 1
    _, found = events(
        "9月26日，大会在会堂开幕。",
        "9月27日，祝南生在代表团听取审议时说：“好。”",
    )
    assert len(found) == 2


def test_what_is_to_come_does_not_push_back_what_was() -> None:
    _, found = events(
        "■平湖县党代会将于10月25日召开。",
        "■9月26日，石门县召开全会，决定11月2日召开党代会。",
    )
    assert [str(one.date) for one in found] == [
        "2021-10-25",
        "2021-09-26",
        "2021-11-02",
    ]


@pytest.mark.parametrize(
    ("text", "place", "time"),
    [
        (
            "昨天（9月27日）上午9点，市妇女代表大会在甘泉大剧院开幕。",
            "甘泉大剧院",
            "09:00:00",
        ),
        ("代表今日起到云门宾馆、金桥饭店报到。", "云门宾馆、金桥饭店", "None"),
    ],
)
def test_a_day_in_two_forms_and_one_from_which_on(
    text: str, place: str, time: str
) -> None:
    _, (one,) = events(text)
    assert (one.place, str(one.time)) == (place, time)


def test_a_short_piece_names_what_is_at_its_hours() -> None:
    _, found = events(
        "▲9月29日 上午各代表团审议报告；下午3:30主席团第二次会议，地点：市委三楼会议室。"
    )
    assert [(str(one.time), one.place) for one in found] == [
        ("None", None),
        ("15:30:00", "市委三楼会议室"),
    ]
    _, found = events("▲9月29日 上午各代表团审议报告；下午3:30会议室有人。")
    assert len(found) == 1
    _, found = events("9月29日上午各代表团审议报告；下午3:30主席团第二次会议。")
    assert len(found) == 1
