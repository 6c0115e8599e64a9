"""Fields of notices and motions, lists of offices given, short pieces behind marks, the weather."""

from __future__ import annotations

import pytest

from tests.reader.printed_forms import (
    NEXT,
    ONE,
    TWO,
    headings,
    read,
    signed,
    texts,
)

MOTION = (
    "案由：关于在校门口设置接送区的建议",
    "提案人：王磊、李芳",
    "承办单位：市公安局、市教育局",
)


def test_the_fields_of_motions_stand_alone_under_two_heading_lines() -> None:
    first, second = read(
        "市政协十届一次会议", "提案选登", *MOTION, *MOTION, *NEXT.split("\n")
    )
    assert headings((first,)) == [("市政协十届一次会议", "提案选登", "")]
    assert texts(first) == [*MOTION, *MOTION]
    assert second.headline == "江堤步道昨日开放"


def test_the_fields_of_a_notice_are_no_headings() -> None:
    fields = ("报名时间：三月五日至十日", "地点：县职业中学", "联系人：王磊")
    (notice,) = read("招生启事", "财会班招生，学制一年。", *fields)
    assert notice.headline == "招生启事"
    assert texts(notice) == ["财会班招生，学制一年。", *fields]


def test_who_asks_signs_an_interview_and_who_answers_stands_in_it() -> None:
    (talk,) = read(
        "代表访谈",
        "受访者：市人大代表王磊",
        "采访者：本报记者 李芳",
        "问：今年您带来了什么建议？",
    )
    assert (talk.headline, signed(talk)) == ("代表访谈", "李芳/reporter")
    assert texts(talk)[0] == "受访者：市人大代表王磊"


def test_an_article_begins_below_a_field() -> None:
    *_, last = read(
        "招生启事",
        f"财会班招生，学制一年。{ONE}",
        "联系人：王磊",
        "",
        "",
        "江堤步道昨日开放，市民江边散步",
        TWO,
    )
    assert last.headline == "江堤步道昨日开放，市民江边散步"


def test_a_line_that_only_begins_as_a_field_goes_on() -> None:
    first, *_ = read(
        "食堂开张", f"{ONE}时间", "地点都印在卡上。", *NEXT.split("\n")
    )
    assert texts(first)[-1] == f"{ONE}时间地点都印在卡上。"


APPOINTED = (
    "王磊为市中级人民法院副院长；",
    "李芳（女）为市中级人民法院民事审判第一庭庭长。",
    "免去：",
    "王磊的市中级人民法院刑事审判庭庭长职务；",
    "赵明的市人民检察院检察员职务。",
)


def test_who_is_given_an_office_or_loses_one_has_a_line() -> None:
    (article,) = read("任免名单", "任命：", *APPOINTED)
    assert texts(article) == ["任命：", *APPOINTED]
    (article,) = read("任免名单", *APPOINTED)
    assert texts(article) == [*APPOINTED]


def test_a_sentence_cut_behind_its_semicolon_goes_on() -> None:
    first, *_ = read(
        "食堂开张",
        "街道认为老人吃饭是大事；",
        "社区把闲置的屋子腾出来做厨房。",
        *NEXT.split("\n"),
    )
    assert texts(first) == [
        "街道认为老人吃饭是大事；社区把闲置的屋子腾出来做厨房。"
    ]


@pytest.mark.parametrize("label", ["短波", "便民服务台"])
def test_a_label_heads_short_pieces_behind_one_mark(label: str) -> None:
    first, second = read(
        "更正",
        "本报1月13日二版“三十米”应为“三百米”，特此更正。",
        label,
        "▲云江站22日增开3趟临客。（王磊）",
        "▲江堤步道昨日开放，市民在江边散步。（李芳）",
    )
    assert (first.headline, second.headline) == ("更正", label)
    assert signed(second) == "王磊/reporter 李芳/reporter"


@pytest.mark.parametrize(
    "below", [(TWO, ONE), ("▲云江站增开临客。", "■江堤步道昨日开放。")]
)
def test_such_a_label_heads_nothing_else(below: tuple[str, ...]) -> None:
    first, *_ = read("江堤步道昨日开放", ONE, "江城短波", *below)
    assert first.headline == "江堤步道昨日开放"
    assert texts(first)[0] == ONE


@pytest.mark.parametrize(
    "line",
    [
        "今日天气：多云转阴，偏南风三级，气温十九度到二十七度。",
        "天气 阴有小雨 北风2级 4℃~7℃",
    ],
)
def test_a_line_of_weather_belongs_to_no_article(line: str) -> None:
    *_, last = read("食堂开张", ONE, TWO, line)
    assert texts(last) == [ONE, TWO]


def test_a_sentence_about_the_weather_is_text() -> None:
    line = "天气预报说明起降温，街道给老人添了棉被。"
    (article,) = read("食堂开张", ONE, line)
    assert texts(article) == [ONE, line]


VERSE = ("河边的柳　醒了", "用嫩绿的手指", "轻轻拨开　冰的门帘", "燕子飞来")


@pytest.mark.parametrize(
    ("line", "name"), [("◎王海", "王海"), ("◎符 号", "符号")]
)
def test_a_marked_author_signs_a_poem(line: str, name: str) -> None:
    *_, poem, notice = read(
        *NEXT.split("\n"),
        "春到柳河",
        *(f"　　{verse}" for verse in (line, *VERSE)),
        "招生启事",
        f"　　{ONE}",
    )
    assert (poem.headline, signed(poem)) == ("春到柳河", f"{name}/writer")
    assert texts(poem) == list(VERSE)
    assert notice.headline == "招生启事"


def test_a_marked_label_is_no_author() -> None:
    *_, last = read(*NEXT.split("\n"), "◎链接", "食堂开张", TWO)
    assert (last.kicker, last.headline) == ("◎链接", "食堂开张")
