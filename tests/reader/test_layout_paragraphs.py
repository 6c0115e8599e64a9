"""Paragraphs are joined, parted and said to be cut."""

from __future__ import annotations

import pytest

from tests.reader.one_layout import LONG, ONE, TWO, only, read, rules, texts


@pytest.mark.parametrize(
    "head",
    ["开张之后", "一、开张之后", "(一)开张之后", "● 开张之后", "1.开张之后"],
)
def test_a_crosshead_is_a_paragraph_and_no_cut(head: str) -> None:
    article = only(f"老年食堂开张\n\n本报讯 {ONE}\n\n{head}\n\n{TWO}")
    assert texts(article) == [ONE, head, TWO]
    assert "cut_paragraph" not in rules(
        f"老年食堂开张\n\n本报讯 {ONE}\n\n{head}\n\n{TWO}"
    )


@pytest.mark.parametrize(
    "between",
    [
        "",
        "老人在食堂就餐。王磊 摄\n\n",
        "\n\n老人在食堂就餐。\n(王磊 摄)\n\n",
        "▲老人在食堂就餐。\n▼志愿者送餐。\n\n",
        "\n\n老人在食堂就餐。\n\n",
        "老人凭卡就餐,一荤两素八元钱\n\n",
        "(下转A3版)\n\n",
    ],
)
def test_a_cut_is_joined_over_whatever_stands_between(between: str) -> None:
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\n{LONG}还能和老邻居\n\n{between}拉拉家常。\n\n{TWO}"
    article = only(text)
    assert texts(article) == [ONE, f"{LONG}还能和老邻居拉拉家常。", TWO]
    (cut,) = [
        finding
        for finding in read(text).findings
        if finding.rule == "cut_paragraph"
    ]
    assert text[: cut.start].endswith("还能和老邻居")
    assert text[cut.end :].startswith("拉拉家常")
    assert cut.replacement == ""


def test_captions_in_the_column_are_taken_out_and_reported() -> None:
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\n{LONG}还能和老邻居\n\n\n\n老人在食堂就餐。王磊 摄\n\n拉拉家常。"
    found = {
        finding.rule: text[finding.start : finding.end]
        for finding in read(text).findings
    }
    assert found["caption_in_column"] == "老人在食堂就餐。王磊 摄"
    assert found["missing_image"] == "\n\n\n\n"


def test_a_quotation_left_open_goes_on_behind_a_full_stop() -> None:
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\n周阿姨说:“热饭热菜都有。\n\n老伴也来了。”她笑起来。\n\n{TWO}"
    assert (
        texts(only(text))[1]
        == "周阿姨说:“热饭热菜都有。老伴也来了。”她笑起来。"
    )


def test_each_paragraph_of_a_long_quotation_may_open_it_again() -> None:
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\n周阿姨说:“热饭热菜都有。\n\n“老伴也来了。”她笑起来。"
    assert len(only(text).paragraphs) == 3


def test_a_line_without_an_indent_goes_on_with_the_paragraph() -> None:
    text = f"老年食堂开张\n　　本报讯 {ONE}\n　　{LONG}人人称好。\n她还带来了老伴。\n　　{TWO}\n　　{ONE[:-1]}的。\n"
    assert texts(only(text))[1] == f"{LONG}人人称好。她还带来了老伴。"


@pytest.mark.parametrize(
    "lines",
    [
        ["食堂提供三种套餐:", "一是八元套餐", "二是十元套餐", "三是病号餐"],
        [
            "尊敬的街坊:",
            f"{LONG}人人称好。",
            "此致",
            "敬礼!",
            "城北街道办事处",
            "2021年12月2日",
        ],
        ["稻子把头低下来", "低到泥土听得见的地方", "父亲弯腰,", "像另一株稻子"],
        ["问：谁可以来吃?", "答：六十岁以上都行。"],
        [
            "周 敏 城北街道",
            "王 芳(女,苗族) 河西街道",
            "欧阳明 城南街道",
            "石 磊 开发区",
        ],
    ],
)
def test_lines_that_stand_alone_are_not_joined(lines: list[str]) -> None:
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\n" + "\n".join(lines) + f"\n\n{TWO}"
    assert texts(only(text)) == [ONE, *lines, TWO]
    assert "cut_paragraph" not in rules(text)


def test_a_tail_printed_twice_is_dropped_and_reported() -> None:
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\n由街道自办。\n\n{TWO}"
    layout = read(text)
    assert texts(layout.articles[0]) == [ONE, TWO]
    (finding,) = [one for one in layout.findings if one.rule == "repeated_run"]
    assert (text[finding.start : finding.end], finding.replacement) == (
        "由街道自办。",
        "",
    )


def test_a_long_run_printed_twice_is_reported_with_the_gap_it_may_hide() -> (
    None
):
    run = LONG + "还能和老邻居拉拉家常,说说孙子的功课。"
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\n据街道统计,{run}\n\n周阿姨笑着说,{run}"
    layout = read(text)
    copies = [
        finding for finding in layout.findings if finding.rule == "repeated_run"
    ]
    assert [text[one.start : one.end] for one in copies] == [run, run]
    assert [
        one.start for one in layout.findings if one.rule == "missing_text"
    ] == [one.start for one in copies]
    assert texts(layout.articles[0])[1:] == [
        f"据街道统计,{run}",
        f"周阿姨笑着说,{run}",
    ]


def test_short_slogans_may_repeat() -> None:
    slogan = "坚持以人民为中心,办好一件件民生实事"
    assert "repeated_run" not in rules(
        f"老年食堂开张\n\n本报讯 {ONE}{slogan}。\n\n他说,{slogan},才有人信。"
    )


def test_text_that_does_not_close_is_reported() -> None:
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\n{LONG}还能和老邻居"
    (gap,) = [
        finding
        for finding in read(text).findings
        if finding.rule == "missing_text"
    ]
    assert gap.start == gap.end == len(text)
