"""Circulars, programmes, replies to letters, captions in narrow lines, headings of three ranks."""

from __future__ import annotations

import pytest

from reader.layout.bylines.signed_names import is_names_line
from reader.layout.page_lines.printed_lines import logical_lines
from tests.reader.printed_forms import (
    NEXT,
    ONE,
    TWO,
    headings,
    read,
    signed,
    texts,
)

LONG = "住在城北的周阿姨说，过去中午一个人懒得开火，常常拿早上的剩粥对付，如今下楼走两百步就能吃上热饭，"
LIST = (
    "云江市人大常委会任免名单",
    "（2014年3月27日通过）",
    "王磊为云江市教育局局长；",
    "李芳的云江市教育局局长职务。",
)


def test_a_circular_stands_apart_from_the_list_above_it() -> None:
    first, second = read(
        *LIST,
        "云江市人民政府关于王磊等同志职务任免的通知",
        "云政人〔2014〕7号",
        "各县（市、区）人民政府，市直各单位：",
        "王磊任市商务局副局长；",
        "李芳任市旅游局副局长；",
        "云江市人民政府",
    )
    assert headings((first, second))[1] == (
        "",
        "云江市人民政府关于王磊等同志职务任免的通知",
        "云政人〔2014〕7号",
    )
    assert texts(second)[0] == "各县（市、区）人民政府，市直各单位："


def test_each_motion_has_its_title() -> None:
    found = read(
        "提案摘登",
        "关于推进社区食堂建设的提案",
        "提案人：王磊、李芳",
        "承办单位：市民政局",
        "关于保护海岸红树林的提案",
        "第一提案人：农工党市委会",
        "主办单位：市林业局",
        "办理结果：已列入整治计划。",
    )
    assert [one.headline for one in found] == [
        "关于推进社区食堂建设的提案",
        "关于保护海岸红树林的提案",
    ]
    assert "主办单位：市林业局" in texts(found[1])


def test_what_the_imprint_says_of_a_paper_is_no_field() -> None:
    (article,) = read("江堤步道开放", ONE, "主办单位：云江日报社")
    assert texts(article) == [ONE]


@pytest.mark.parametrize("label", ["周末荧屏", "今晚电视", "电视节目预告"])
def test_what_is_on_tonight_is_a_piece_of_its_own(label: str) -> None:
    *_, last = read(
        *NEXT.split("\n"),
        label,
        "　　云江台　19:35电视剧《家》",
        "　　21:30体育",
    )
    assert (last.headline, len(texts(last))) == (label, 2)


def test_the_word_alone_heads_no_programme() -> None:
    assert len(read(*NEXT.split("\n"), "电视", ONE)) == 1


def test_a_line_of_prices_stands_below_its_title() -> None:
    *_, last = read(*NEXT.split("\n"), "昨日菜价", "白菜0.8元/斤　番茄1.2元/斤")
    assert (last.headline, last.subtitle) == ("昨日菜价", "")


def test_the_reply_begins_behind_who_signed_the_letter() -> None:
    first, second = read(
        "盼望图书馆晚上开门",
        "编辑同志：",
        f"　　{TWO}",
        "　　希望能延长时间。",
        "　　　　　　　　　云江师范　王磊",
        "市图书馆的答复",
        "编辑部：",
        f"　　{ONE}",
    )
    assert texts(first)[-1] == "云江师范　王磊"
    assert second.headline == "市图书馆的答复"


def test_no_line_of_a_poem_signs_it() -> None:
    (poem,) = read(
        "三月（外一首）",
        "陶　然",
        *(f"　　{one}" for one in ("三月是一封信", "邮差是燕子")),
        *(f"　　{one}" for one in ("收信人是屋檐", "路过")),
        *(f"　　{one}" for one in ("我路过你的窗前", "没有敲门")),
    )
    assert signed(poem) == "陶然/writer"
    assert "路过" in texts(poem)


@pytest.mark.parametrize(
    ("office", "by"),
    [
        ("（县报道组　王　磊）", "王磊/correspondent"),
        ("（报道组的王磊）", ""),
    ],
)
def test_the_office_that_sends_the_news_signs_for_nobody(
    office: str, by: str
) -> None:
    (article,) = read("江堤步道开放", ONE, office)
    assert signed(article) == by


def test_a_note_broken_off_at_the_end_of_a_line_goes_on() -> None:
    whole = "田野菊（女，土家\n族）　　向春来（土家族）"
    (line,) = logical_lines(whole)
    assert line.folded.startswith("田野菊(女,土家族)")
    assert len(logical_lines("会场（左侧是\n河道）在江边")) == 2


@pytest.mark.parametrize(
    ("line", "lists"),
    [
        ("马 良(苗族) 马晓萌(女,土家族)", True),
        ("田 耕(兼)", True),
        ("城北(市区) 城南(郊区)", False),
        ("田 耕", False),
    ],
)
def test_what_brackets_say_of_people_tells_a_list(
    line: str, *, lists: bool
) -> None:
    assert is_names_line(line) is lists


# Captions in narrow lines

CAPTION = "▲10月11日，\n王磊（中）在\n牧场看草料。"


def photos(page: str) -> list[tuple[str, tuple[str, ...]]]:
    (article,) = read("牧场添新草料", *page.split("\n"))
    return [
        (photo.caption, tuple(photo.photographers)) for photo in article.photos
    ]


@pytest.mark.parametrize(
    "credit", ["本报记者\n李芳 摄", "本报记者 李芳 摄", "李芳/摄"]
)
def test_a_caption_in_narrow_lines_is_one(credit: str) -> None:
    page = f"{LONG}今年的收\n{CAPTION}\n{credit}\n成和打算。"
    assert photos(page) == [("▲10月11日，王磊（中）在牧场看草料。", ("李芳",))]


def test_without_a_mark_the_credit_tells_it() -> None:
    lines = logical_lines("市民在\n公园里\n晨练。\n李芳 摄\n成和打算。")
    assert [one.text for one in lines][:2] == ["市民在公园里晨练。", "李芳 摄"]


@pytest.mark.parametrize(
    "page",
    [
        # nothing closes the sentence
        "▲代表入场\n春到云江\n百花开放",
        # set in: another paragraph
        "▲代表\n　　入场。",
        # each with its mark
        "图①：代表\n图②：会场。",
        # too wide
        "▲代表\n代表们在会场外面的草坪上合影留念。",
        # a sentence of three lines without a credit
        "市民在\n公园里\n晨练。",
        # two lines alone
        "市民在\n晨练。\n李芳 摄",
        # more lines than any caption
        "▲一\n" * 1 + "二\n" * 10 + "三。",
    ],
)
def test_other_short_lines_stay_apart(page: str) -> None:
    lines = page.split("\n")
    assert len(logical_lines(page)) == len(lines)


def test_who_stands_behind_a_wide_caption_is_not_put_together() -> None:
    assert len(logical_lines("▲代表\n入场。\n通讯员\n江边")) == 3
    assert len(logical_lines("▲代表\n入场。")) == 1


# Ranks


@pytest.mark.parametrize(
    ("lines", "ranks"),
    [
        (
            ("云江苗族自治县", "第七届人民代表大会第一次会议", "主席团名单"),
            (
                "",
                "云江苗族自治县 第七届人民代表大会第一次会议 主席团名单",
                "",
            ),
        ),
        (
            ("昂首阔步", "省第十次党代会胜利闭幕", "选举产生新一届省委"),
            ("昂首阔步", "省第十次党代会胜利闭幕", "选举产生新一届省委"),
        ),
        (
            ("冬修水利动员大会召开", "王磊强调：早动手，保质量"),
            ("", "冬修水利动员大会召开", "王磊强调：早动手，保质量"),
        ),
    ],
)
def test_ranks(lines: tuple[str, ...], ranks: tuple[str, ...]) -> None:
    found = read(*lines, f"本报讯（记者 李芳）{ONE}")
    assert headings(found) == [ranks]
