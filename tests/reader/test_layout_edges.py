"""What stands at the edges of a page, and labels and names that look like something else."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.layout import lay_out
from reader.results import PageContext
from tests.reader.one_layout import LONG, ONE, TWO, only, read, texts


def test_marks_without_width_become_furniture() -> None:
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\u200b\n{TWO}"
    layout = read(text)
    assert layout.coverage == 1.0
    assert [
        text[block.start : block.end]
        for block in layout.blocks
        if block.kind == "furniture"
    ] == ["\u200b"]


def test_marks_without_width_may_begin_and_end_a_page() -> None:
    text = f"\u200b老年食堂开张\n\n本报讯 {ONE}\n\u200b"
    first, *_, last = read(text).blocks
    assert (first.start, first.end) == (0, 1)
    assert (last.start, last.end) == (len(text) - 1, len(text))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "云江日报\n2021年12月3日 星期五 第2版",
            ("云江日报", dt.date(2021, 12, 3), "2"),
        ),
        (
            f"时政\n2021年12月3日 星期五\n\n老年食堂开张\n\n本报讯 {ONE}",
            (None, dt.date(2021, 12, 3), None),
        ),
        (
            f"老年食堂开张\n\n本报讯 {ONE}\n\n云江日报 2021年12月3日 第2版",
            ("云江日报", dt.date(2021, 12, 3), "2"),
        ),
        (f"2021年13月3日\n\n老年食堂开张\n\n本报讯 {ONE}", (None, None, None)),
    ],
)
def test_facts_at_the_head_and_foot_of_a_page(
    text: str, facts: tuple[str | None, dt.date | None, str | None]
) -> None:
    layout = lay_out(text, PageContext())
    assert (layout.newspaper, layout.date, layout.page) == facts


def test_a_long_line_about_editors_is_text() -> None:
    line = "责任编辑:王磊 " + LONG * 4 + "好。"
    assert texts(only(f"老年食堂开张\n\n本报讯 {ONE}\n\n{line}"))[1] == line


def test_roles_and_names_may_be_run_together() -> None:
    article = only(f"老年食堂开张\n\n本报讯(记者王磊通讯员李芳欧阳明) {ONE}")
    assert [(one.name, one.role.value) for one in article.byline] == [
        ("王磊", "reporter"),
        ("李芳", "correspondent"),
        ("欧阳明", "correspondent"),
    ]


@pytest.mark.parametrize("line", ["通讯员", "记者", "本报记者"])
def test_a_role_without_a_name_signs_nothing(line: str) -> None:
    assert only(f"老年食堂开张\n\n{line}\n\n本报讯 {ONE}").byline == ()


@pytest.mark.parametrize(
    "lines",
    ["短评\n链接\n一碗热饭里的民生", "短评\n一碗热饭\n链接\n一碗热饭里的民生"],
)
def test_several_labels_are_headings_all(lines: str) -> None:
    layout = read(f"{lines}\n{TWO}\n{ONE}")
    assert {"短评", "链接"} <= set(
        " ".join(
            f"{one.kicker} {one.headline}" for one in layout.articles
        ).split()
    )
    assert layout.coverage == 1.0


def test_a_label_with_an_editor_behind_it_is_text() -> None:
    assert (
        read(
            f"老年食堂开张\n\n本报讯 {ONE}\n\n链接(责任编辑:王磊)\n\n{TWO}"
        ).coverage
        == 1.0
    )


def test_a_headline_broken_behind_the_body_that_acts_is_one() -> None:
    article = only(
        f"中共云江市第七届委员会\n第二次全体会议公报\n(2021年12月1日全体会议通过)\n\n{LONG}好。\n\n{TWO}"
    )
    assert article.headline == "中共云江市第七届委员会 第二次全体会议公报"
    assert article.subtitle == "(2021年12月1日全体会议通过)"


def test_who_gave_the_pictures_may_stand_in_the_byline() -> None:
    article = only(
        f"老年食堂开张\n文/王磊 图/受访单位提供\n{TWO}\n▲老人就餐。\n{ONE}"
    )
    assert (
        [one.name for one in article.byline],
        len(article.photos),
        len(article.paragraphs),
    ) == (
        ["王磊"],
        1,
        2,
    )


def test_small_advertisements_are_no_captions() -> None:
    text = f"老年食堂开张\n\n本报讯 {ONE}\n\n遗失声明\n\n▲王磊遗失身份证,声明作废。"
    news, notice = read(text).articles
    assert (news.photos, notice.headline, notice.photos) == ((), "遗失声明", ())


def test_a_text_may_go_on_right_behind_its_end() -> None:
    article = only(f"老年食堂开张\n\n本报讯 {ONE}(紧接第2版)")
    assert (article.continues_on, article.continued_from, texts(article)) == (
        "2",
        None,
        [ONE],
    )


def test_no_more_captions_than_a_page_holds_share_a_credit() -> None:
    lines = "\n".join(f"第{number}张照片里的人" for number in range(12))
    layout = read(
        f"老年食堂开张\n\n本报讯 {ONE}\n\n{TWO}\n\n\n{lines}\n王磊 摄"
    )
    assert sum(len(article.photos) for article in layout.articles) == 8
