"""Whatever the text: every character has its block, offsets slice back, nothing raises but
PageError, time is linear.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader import PageContext, PageError, ReadPage, read_page
from reader.layout import Layout, lay_out
from reader.layout.lines import fold_width
from reader.names.weighing.candidate import UNSEEN
from tests.reader.growth import assert_linear

FRAGMENTS = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\n\n\n\n",
        " ",
        "\u3000\u3000",
        "\r\n",
        "\u200b",
        "\ufeff",
        "。",
        ",",
        "，",
        ":",
        "：",
        "?",
        "!",
        "(",
        ")",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "、",
        "·",
        "——",
        "■",
        "▲",
        "①",
        "%",
        ">>> ",
        "【",
        "】",
        "本报讯",
        "(记者 王磊)",
        "新华社北京9月27日电",
        "本报记者 王磊 李芳",
        "本报评论员",
        "文/王磊 图/李芳",
        "王磊",
        "王 磊",
        "通讯员",
        "摄",
        "王磊 摄",
        "供图",
        "(资料图)",
        "图为",
        "图①:",
        "(下转A3版)",
        "(上接第一版)",
        "详见2版",
        "评论员文章",
        "编者按",
        "链接",
        "——写在会后",
        "责任编辑:王磊",
        "版权所有",
        "上一篇",
        "(完)",
        "云江日报",
        "2021年9月28日",
        "星期二",
        "A2版",
        "9月27日上午",
        "市委全会召开",
        "曹德明等出席",
        "会议强调,要抓好落实",
        "云江市第十三次代表大会在市委礼堂开幕,应到代表348名,实到336名。",
        "一、抓紧",
        "问:",
        "尊敬的读者:",
        "此致",
        "敬礼!",
        "十四日",
        "2-3个",
        "⽊",
        "�",
    ]
)
TEXTS = st.one_of(
    st.lists(FRAGMENTS, max_size=60).map("".join),
    st.text(max_size=200),
    st.lists(st.one_of(FRAGMENTS, st.text(max_size=8)), max_size=40).map(
        "\n".join
    ),
)


def check_layout(text: str, layout: Layout | ReadPage) -> None:
    ends = [0, *(block.end for block in layout.blocks)]
    assert layout.coverage == 1.0
    assert all(
        end <= block.start < block.end
        for end, block in zip(ends, layout.blocks, strict=False)
    )
    outside = "".join(
        text[end : block.start]
        for end, block in zip(ends, layout.blocks, strict=False)
    )
    assert not (outside + text[ends[-1] :]).strip()
    for article in layout.articles:
        for paragraph in article.paragraphs:
            assert paragraph.text == "".join(
                text[start:end] for start, end in paragraph.sources
            )
        for rank, spans in article.heading_sources.items():
            assert "".join(getattr(article, rank).split()) == "".join(
                "".join(text[start:end] for start, end in spans).split()
            )
        for one in article.byline:
            # A radical is read as the character that it stands for.
            printed = fold_width(text[slice(*one.span)])
            assert fold_width(one.name) == "".join(printed.split())
        assert all(
            article.span[0] <= photo.span[0] <= photo.span[1] <= article.span[1]
            for photo in article.photos
        )
    assert all(
        0 <= finding.start <= finding.end <= len(text)
        for finding in layout.findings
    )


@settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(TEXTS)
@example("\u200b")
@example("王磊 摄")
@example("(下转A3版)")
@example("本报讯")
@example("链接(完)")
def test_any_text_is_laid_out(text: str) -> None:
    try:
        layout = lay_out(text, PageContext())
    except PageError:
        return
    check_layout(text, layout)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
@example("王磊\u200b王")
def test_any_text_is_read(text: str) -> None:
    try:
        page = read_page(text, PageContext())
    except PageError:
        return
    check_layout(text, page)
    for article in page.articles:
        for mention in article.mentions:
            printed = text[slice(*mention.span)].translate(UNSEEN)
            assert mention.name == "".join(printed.split())


REPEATED = [
    "(",
    "“",
    "《",
    "\n",
    " ",
    "王小明、",
    "王小明李大",
    "记者",
    "日报",
    "图①",
    "下转",
    "9月27日",
    ">",
    "…",
    "1",
    "中",
    "编辑:王 ",
    "责任编辑 王磊 ",
    "王磊 摄\n",
    "本报讯(记者 王磊)\n",
    "大会今日开幕\n\n",
    "。  ",
    "(上接A1版)\n",
    "。(完)",
    "一二三四五六七八九十",
    "云江日报 2021年9月28日 ",
    "短行\n",
    "市委全会召开\n\n本报讯 全会强调,要抓好落实。\n\n",
    "市委全会召开\n\n会议强调,要抓好落实。\n\n",
    "图为会场。王磊 摄\n会议强调,要抓好每一件\n",
    "会议强调,要抓好每一件民生实事的落实工作并且坚持不懈地一件接着一件地做下去不要停也\n",
    "会场内外\n王磊 摄\n",
]


def laid_out(text: str) -> object:
    try:
        return lay_out(text, PageContext())
    except PageError as error:
        return error


@pytest.mark.parametrize("unit", REPEATED)
def test_time_grows_with_the_page(unit: str) -> None:
    assert_linear(laid_out, unit)


@pytest.mark.parametrize("unit", ["(", "\n", "王小明、"])
def test_a_megabyte_of_one_thing_takes_four_times_a_quarter(unit: str) -> None:
    assert_linear(laid_out, unit, 250_000)
