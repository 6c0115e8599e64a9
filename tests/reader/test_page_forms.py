"""Every printed form of a jump line and of furniture."""

from __future__ import annotations

import pytest

from reader.layout import lay_out
from reader.results import BlockKind, PageContext, PageError
from tests.reader.one_article import CONTEXT, HEAD, TEXT, only


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        (" >>> 下转 C3版", "C3"),
        ("(下转A3版)", "A3"),
        ("（下转第三版）", "3"),
        ("下转02版①", "02"),
        ("(下转第十二版)", "12"),
        ("(下转2版)", "2"),
        ("(详见A2、A3版)", "A2、A3"),
        ("\n\n(下转A3版)", "A3"),
        ("\n▶▶▶下转3版", "3"),
    ],
)
def test_the_text_goes_on_elsewhere(printed: str, label: str) -> None:
    layout = lay_out(
        f"{HEAD}\n\n本报讯 {TEXT}\n\n下一步,还将{printed}\n\n另一条消息\n\n本报讯 {TEXT}",
        CONTEXT,
    )
    assert layout.articles[0].continues_on == label
    assert [one.text for one in layout.articles[0].paragraphs] == [
        TEXT,
        "下一步,还将",
    ]
    assert len(layout.articles) == 2
    assert {"jump_line", "missing_text"} <= {
        finding.rule for finding in layout.findings
    }


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("(上接A1版)", "A1"),
        ("上接第一版\n\n", "1"),
        ("（紧接A1版）", "A1"),
        (">>> 上接 C1版\n\n", "C1"),
        ("(上接1版)", "1"),
        ("(接第二版)", "2"),
    ],
)
def test_the_text_began_elsewhere(printed: str, label: str) -> None:
    layout = lay_out(
        f"{HEAD}\n\n本报讯 {TEXT}\n\n{printed}的老人优先。{TEXT}", CONTEXT
    )
    assert [one.continued_from for one in layout.articles] == [None, label]
    assert layout.articles[1].headline == ""
    assert layout.articles[1].paragraphs[0].text == f"的老人优先。{TEXT}"


@pytest.mark.parametrize(
    "words",
    [
        "电梯由下转上,老人先行。",
        "无人机上接天线,下接地气。",
        "他从一线转二线三年了。",
    ],
)
def test_words_that_are_no_jump_line(words: str) -> None:
    article = only(f"{HEAD}\n\n本报讯 {words}")
    assert (
        article.continues_on,
        article.continued_from,
        article.paragraphs[0].text,
    ) == (
        None,
        None,
        words,
    )


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑:王磊 美术编辑:李芳 校对:张强",
        "责任编辑：王磊　版式设计：李芳　校对：张强",
        "责编 王磊 校对 张强",
        "今日值班编委 王磊 责任编辑 李芳 校对 张强",
        "值班编委:王磊 责编/李芳 版式/张强 审读/周敏",
        "版权所有 未经书面授权不得转载",
        "上一篇:老年食堂开张",
        "下一篇：食堂涨价了吗",
        "上一版  下一版",
        "返回目录",
        "来源：云江日报　发布时间：2021-12-03 08:00",
        "作者:",
        "来源:云江日报 作者:云江发布 编辑:李芳",
        "印刷:云江印刷厂 准印证号:(云)字第0127号",
        "投稿须知:来稿请勿一稿多投,两月内未见刊用可自行处理。",
        "本版编辑 王磊 地址:云江市解放路十八号 电话:二二三四一",
        "◀上一版 下一版▶",
        "第01版:要闻 第02版:时政 第03版:综合",
        "责编:王磊",
        "(完)",
        "- 3 -",
        "国内统一连续出版物号 CN 43-0003 邮发代号 41-9",
        "新闻热线:0999-6123456",
        "投稿邮箱:tougao@example.cn",
        "http://www.example.cn/paper/2021-12/03/node_2.htm",
    ],
)
def test_furniture_belongs_to_no_article(line: str) -> None:
    layout = lay_out(
        f"{HEAD}\n\n本报讯 {TEXT}\n\n{line}\n\n另一条消息\n\n本报讯 {TEXT}",
        CONTEXT,
    )
    (block,) = [
        block for block in layout.blocks if block.kind is BlockKind.FURNITURE
    ]
    assert block.article is None
    assert [len(one.paragraphs) for one in layout.articles] == [1, 1]


@pytest.mark.parametrize(
    "tail",
    ["(完)", "　（责任编辑：王磊）", " 责任编辑:王磊", "【责任编辑:王磊】"],
)
def test_furniture_behind_the_text(tail: str) -> None:
    assert only(f"{HEAD}\n\n本报讯 {TEXT}{tail}").paragraphs[0].text == TEXT


@pytest.mark.parametrize("text", ["", "\n\n", "　\n \t"])
def test_a_page_without_text_is_refused(text: str) -> None:
    with pytest.raises(PageError, match="no text"):
        lay_out(text, PageContext())
