"""How papers rank their headings, and where their sections begin."""

from __future__ import annotations

import pytest

from tests.reader.printed_forms import NEXT, ONE, TWO, headings, read, texts

# Ranks


@pytest.mark.parametrize(
    ("lines", "kicker", "headline", "subtitle"),
    [
        (
            "今起云江路半幅封闭\n两座桥改道",
            "",
            "今起云江路半幅封闭",
            "两座桥改道",
        ),
        (
            "昨日的一碗热饭\n三家食堂开门迎客",
            "昨日的一碗热饭",
            "三家食堂开门迎客",
            "",
        ),
        (
            "老年食堂开门迎客\n7条街受益，工期45天",
            "",
            "老年食堂开门迎客",
            "7条街受益，工期45天",
        ),
        (
            "投资增长18.7% 外贸增长21%\n云江经济稳中向好",
            "投资增长18.7% 外贸增长21%",
            "云江经济稳中向好",
            "",
        ),
        (
            "市政府召开常务会议\n研究老年食堂建设",
            "",
            "市政府召开常务会议",
            "研究老年食堂建设",
        ),
        (
            "下楼有热饭\n城北街道养老服务综述",
            "",
            "下楼有热饭",
            "城北街道养老服务综述",
        ),
        ("炉前灯下\n师傅的一把卡尺", "炉前灯下", "师傅的一把卡尺", ""),
        (
            "云江日报社论\n凝聚起建设新云江的磅礴力量",
            "云江日报社论",
            "凝聚起建设新云江的磅礴力量",
            "",
        ),
        (
            "聚焦市两会\n代表热议政府工作报告",
            "聚焦市两会",
            "代表热议政府工作报告",
            "",
        ),
        (
            "走基层·一线见闻\n这个村的路通了",
            "走基层·一线见闻",
            "这个村的路通了",
            "",
        ),
        (
            "市民刘先生:\n这条路何时能修好?",
            "市民刘先生:",
            "这条路何时能修好?",
            "",
        ),
        (
            "市党代会开幕\n周敏主持\n王磊等在主席台就座",
            "",
            "市党代会开幕",
            "周敏主持 王磊等在主席台就座",
        ),
        ("最美邻居名单\n(共10名)", "", "最美邻居名单", "(共10名)"),
    ],
)
def test_two_lines_are_ranked_by_what_they_say(
    lines: str, kicker: str, headline: str, subtitle: str
) -> None:
    assert headings(read(f"{lines}\n本报讯(记者 王磊) {ONE}", TWO)) == [
        (kicker, headline, subtitle)
    ]


def test_a_line_that_hands_over_is_no_heading() -> None:
    first, second = read(
        "老街改造完成", f"本报讯 {ONE}", "名单如下:", *NEXT.split("\n")
    )
    assert (texts(first), second.kicker) == ([ONE, "名单如下:"], "")


# Sections

LETTER = ("编辑同志:", TWO)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("便民信息", "明日沿河街停水", ONE, "盼好心人提供线索", TWO),
            ["", ""],
        ),
        (
            ("便民信息", "明日沿河街停水", ONE, "短评", "水也要省着用", TWO),
            ["便民信息", "短评"],
        ),
        (
            ("读者来信", "站牌躲在树后", *LETTER, "为小伙点个赞", *LETTER),
            ["", ""],
        ),
        (
            ("读者来信", "站牌躲在树后", *LETTER, "", "停水公告", ONE),
            ["读者来信", ""],
        ),
        (
            (
                "乡镇传真",
                "茶场镇:炒茶能手斗技",
                f"本报讯 {ONE}",
                "石门乡:环境整治见效",
                f"本报讯 {TWO}",
            ),
            ["", ""],
        ),
        (
            (
                "乡镇传真",
                "炒茶能手同台斗技",
                f"本报讯 {ONE}",
                "环境整治今见成效",
                f"本报讯 {TWO}",
            ),
            ["乡镇传真", ""],
        ),
        (
            (
                "短评",
                "一碗热饭里的民生",
                "王磊",
                TWO,
                f"(下转第三版)\n\n本报讯 {ONE}",
            ),
            ["短评", ""],
        ),
    ],
)
def test_the_head_of_a_section_is_the_kicker_of_none(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert [one.kicker for one in read(*lines)] == expected
