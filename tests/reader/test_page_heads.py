"""Every printed form of a page head: paper, day, label and edition."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.layout import lay_out
from reader.layout.page_head.page_labels import (
    double_label,
    number,
    page_label,
)
from reader.results import PageContext, PageError
from reader.vocabulary import LayoutRule
from tests.reader.one_article import HEAD, TEXT

DAY = dt.date(2021, 12, 3)


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (
            "云江日报 2021年12月3日 星期五 C2版 要闻",
            ("云江日报", dt.date(2021, 12, 3), "C2"),
        ),
        (
            "云江日报\n2021-12-03 星期五\n第02版：时政",
            ("云江日报", dt.date(2021, 12, 3), "02"),
        ),
        (
            "二〇二一年十二月三日 星期五 农历辛丑年十月廿九",
            (None, dt.date(2021, 12, 3), None),
        ),
        ("A2 要闻", (None, None, "A2")),
        (
            "02 时事·本市 云江日报 2021.12.3 星期五",
            ("云江日报", dt.date(2021, 12, 3), "02"),
        ),
        ("第三版", (None, None, "3")),
        ("云江重工报  综合新闻  第二版", ("云江重工报", None, "2")),
        (
            "云江日报 YUNJIANG DAILY\n要闻\nA2\n2021年12月3日",
            ("云江日报", dt.date(2021, 12, 3), "A2"),
        ),
        (
            "2021年12月3日 星期五 准印证号:(云)内字第0036号",
            (None, dt.date(2021, 12, 3), None),
        ),
        (
            "责任编辑/王磊 电话/0745-5523118 综合新闻 ·3· 云江周报",
            ("云江周报", None, None),
        ),
        (
            "2021/12/03 星期五\n6\n\n版 经济·体育\n\n云江商报",
            ("云江商报", dt.date(2021, 12, 3), "6"),
        ),
        ("云江日报\n版 经济", ("云江日报", None, None)),
        (
            "2 聚焦市党代会\n云江日报 2021年12月3日",
            ("云江日报", dt.date(2021, 12, 3), "2"),
        ),
        (
            "04 云江日报\n身边的故事\n2021年12月3日 星期五",
            ("云江日报", dt.date(2021, 12, 3), "04"),
        ),
        (
            "云江日报 2021年12月3日\n上一版:A01 下一版:A03\n版次:02 版名:文旅",
            ("云江日报", dt.date(2021, 12, 3), "02"),
        ),
        (
            "云江日报 2021年12月3日 星期五 版次:07 版名:文旅",
            ("云江日报", dt.date(2021, 12, 3), "07"),
        ),
        (
            "第01版 第02版\n云江日报 2021年12月3日",
            ("云江日报", dt.date(2021, 12, 3), None),
        ),
        ("云江日报 2021年12月3日 第4-5版", ("云江日报", DAY, "4-5")),
        ("云江日报 2021年12月3日 04—05版 要闻", ("云江日报", DAY, "04-05")),
        ("云江日报 2021年12月3日 第四、五版", ("云江日报", DAY, "4-5")),
        ("云江日报 2021年12月3日 第4版·第5版", ("云江日报", DAY, "4-5")),
        ("云江日报 2021年12月3日 A2/A3", ("云江日报", DAY, "A2-A3")),
        ("云江日报 2021年12月3日 A2-3", ("云江日报", DAY, "A2-A3")),
        # no page and the next
        ("云江日报 2021年12月3日 1-8版", ("云江日报", DAY, None)),
        ("云江日报 2021年12月3日 A2/B3", ("云江日报", DAY, None)),
        ("云江日报 2021-12-3 版", ("云江日报", DAY, None)),
        (
            "B2 身边　2021年12月3日　编辑/王磊 版式/李芳",
            (None, dt.date(2021, 12, 3), "B2"),
        ),
    ],
)
def test_page_heads(
    head: str, facts: tuple[str | None, dt.date | None, str | None]
) -> None:
    layout = lay_out(f"{head}\n\n{HEAD}\n\n本报讯 {TEXT}", PageContext())
    assert (layout.newspaper, layout.date, layout.page) == facts
    assert [one.headline for one in layout.articles] == [HEAD]


@pytest.mark.parametrize(
    "line", ["G60 科创走廊再添新军", "周三起公交换线", "2021年12月31日截止"]
)
def test_headings_that_only_look_like_page_heads(line: str) -> None:
    layout = lay_out(f"{line}\n\n本报讯 {TEXT}", PageContext())
    assert (layout.page, layout.date, layout.articles[0].headline) == (
        None,
        None,
        line,
    )


@pytest.mark.parametrize(
    ("context", "what"),
    [
        (PageContext("山南晚报"), "newspaper"),
        (PageContext("云江日报", dt.date(2021, 12, 4)), "date"),
        (PageContext("云江日报", dt.date(2021, 12, 3), "C3"), "page"),
        (PageContext("云江日报", dt.date(2021, 12, 3), "A2"), "page"),
    ],
)
def test_a_page_head_that_contradicts_what_was_given_is_refused(
    context: PageContext, what: str
) -> None:
    with pytest.raises(PageError, match=f"prints the {what}"):
        lay_out(
            f"云江日报 2021年12月3日 星期五 C2版\n\n{HEAD}\n\n本报讯 {TEXT}",
            context,
        )


@pytest.mark.parametrize("words", ["要闻-副刊", "4-副刊", "4-5-6", "4", "5-4"])
def test_other_words_are_no_double_page(words: str) -> None:
    assert double_label(words) is None


@pytest.mark.parametrize("given", ["4-5", "04-05", "A4-A5"])
def test_a_double_page_may_be_given_in_another_form(given: str) -> None:
    layout = lay_out(
        f"第四、五版\n\n{HEAD}\n\n本报讯 {TEXT}", PageContext(page=given)
    )
    assert layout.page == given


@pytest.mark.parametrize("given", ["4", "5", "4-6", "5-6"])
def test_a_double_page_is_neither_half(given: str) -> None:
    with pytest.raises(PageError, match="prints the page"):
        lay_out(
            f"第四、五版\n\n{HEAD}\n\n本报讯 {TEXT}",
            PageContext(page=given),
        )


@pytest.mark.parametrize("given", ["C2", "2", "02", "第二版"])
def test_a_page_label_may_be_given_in_another_form(given: str) -> None:
    layout = lay_out(
        f"C2版\n\n{HEAD}\n\n本报讯 {TEXT}", PageContext(page=given)
    )
    assert layout.page == given


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百零三", 103),
        ("二〇二一", 2021),
        ("7", 7),
        ("版", None),
    ],
)
def test_numerals(numeral: str, value: int | None) -> None:
    assert number(numeral) == value


@pytest.mark.parametrize(
    ("printed", "label"),
    [("第四版", "4"), (" C3版", "C3"), ("第 02 版", "02"), ("特刊", "特刊")],
)
def test_page_labels_are_as_printed_with_numerals_as_digits(
    printed: str, label: str
) -> None:
    assert page_label(printed) == label


# Editions

BODY = f"{HEAD}\n\n本报讯 {TEXT}"


@pytest.mark.parametrize(
    "head",
    ["云江日报 2021年12月3日 号外 A1版", "云江日报 2021年12月3日 A1版\n号外"],
)
def test_a_head_names_the_edition_of_its_day(head: str) -> None:
    layout = lay_out(f"{head}\n\n{BODY}", PageContext())
    assert layout.edition == "号外"
    assert not layout.findings


def test_the_edition_that_was_given_is_kept_beside_a_silent_head() -> None:
    layout = lay_out(
        f"云江日报 2021年12月3日 A1版\n\n{BODY}", PageContext(edition="下午版")
    )
    assert layout.edition == "下午版"


def test_the_edition_that_was_given_may_be_printed() -> None:
    layout = lay_out(
        f"云江日报 2021年12月3日 下午版 A1版\n\n{BODY}",
        PageContext(edition="下午版"),
    )
    assert layout.edition == "下午版"


def test_another_edition_than_was_given_is_refused() -> None:
    with pytest.raises(PageError, match="prints the edition 号外"):
        lay_out(
            f"云江日报 2021年12月3日 号外 A1版\n\n{BODY}",
            PageContext(edition="下午版"),
        )


def test_a_section_that_may_be_an_edition_is_doubted() -> None:
    text = f"云江日报 2021年12月3日 城市版 A1版\n\n{BODY}"
    layout = lay_out(text, PageContext())
    (finding,) = layout.findings
    assert layout.edition is None
    assert finding.rule == LayoutRule.DOUBTFUL_EDITION
    assert text[finding.start : finding.end] == "城市版"
