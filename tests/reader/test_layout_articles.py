"""Headings are ranked and articles told apart."""

from __future__ import annotations

import pytest

from tests.reader.one_layout import LONG, ONE, TWO, only, read, texts


@pytest.mark.parametrize(
    ("lines", "kicker", "headline", "subtitle"),
    [
        ("老年食堂开张", "", "老年食堂开张", ""),
        ("老年食堂开张了吗?", "", "老年食堂开张了吗?", ""),
        ("“下楼就有热饭吃”", "", "“下楼就有热饭吃”", ""),
        (
            "曹德明在城北调研时强调\n办好老年食堂 守住一碗热饭",
            "曹德明在城北调研时强调",
            "办好老年食堂 守住一碗热饭",
            "",
        ),
        ("曹德明强调：\n办好老年食堂", "曹德明强调：", "办好老年食堂", ""),
        (
            "老年食堂开张\n——城北街道养老服务见闻",
            "",
            "老年食堂开张",
            "——城北街道养老服务见闻",
        ),
        (
            "全市养老服务现场会召开\n曹德明出席并讲话",
            "",
            "全市养老服务现场会召开",
            "曹德明出席并讲话",
        ),
        (
            "曹德明周敏等参加座谈\n一碗热饭 一份牵挂",
            "曹德明周敏等参加座谈",
            "一碗热饭 一份牵挂",
            "",
        ),
        (
            "下楼就有热饭吃\n全市老年食堂今日开张\n曹德明揭牌 周敏主持",
            "下楼就有热饭吃",
            "全市老年食堂今日开张",
            "曹德明揭牌 周敏主持",
        ),
        ("评论员文章\n一碗热饭里的民生", "评论员文章", "一碗热饭里的民生", ""),
        ("【短评】\n一碗热饭里的民生", "【短评】", "一碗热饭里的民生", ""),
        (
            "五一特别报道\n一碗热饭里的民生",
            "五一特别报道",
            "一碗热饭里的民生",
            "",
        ),
        (
            "评论员文章\n下楼就有热饭吃\n——三论养老服务",
            "评论员文章",
            "下楼就有热饭吃",
            "——三论养老服务",
        ),
        (
            "养老服务条例\n(2021年12月1日市人大常委会通过)",
            "",
            "养老服务条例",
            "(2021年12月1日市人大常委会通过)",
        ),
        (
            "曹德明在城北调研时强调\n守住一碗热饭 暖在百姓心头\n办好一件实事 托起幸福晚年",
            "曹德明在城北调研时强调",
            "守住一碗热饭 暖在百姓心头 办好一件实事 托起幸福晚年",
            "",
        ),
        (
            "一碗热饭\n两个街道\n三家食堂\n——养老服务见闻",
            "一碗热饭",
            "两个街道 三家食堂",
            "——养老服务见闻",
        ),
        (
            "老年食堂\n城北街道三家老年食堂昨日同时开张迎来首批街坊",
            "",
            "老年食堂",
            "城北街道三家老年食堂昨日同时开张迎来首批街坊",
        ),
        ("一碗热饭\n两个街道\n三家食堂", "一碗热饭", "两个街道", "三家食堂"),
        (
            "老年食堂昨日开张\n最快十分钟吃上热饭",
            "",
            "老年食堂昨日开张",
            "最快十分钟吃上热饭",
        ),
        (
            "市委全会召开\n曹德明作报告\n周敏主持",
            "",
            "市委全会召开",
            "曹德明作报告 周敏主持",
        ),
    ],
)
def test_heading_lines_are_ranked(
    lines: str, kicker: str, headline: str, subtitle: str
) -> None:
    for separator in ("\n", "\n\n"):
        article = only(
            lines.replace("\n", separator)
            + f"{separator}本报讯(记者 王磊) {ONE}{separator}{TWO}\n"
        )
        assert (article.kicker, article.headline, article.subtitle) == (
            kicker,
            headline,
            subtitle,
        )
        assert texts(article) == [ONE, TWO]


def test_a_colon_may_stand_in_a_headline() -> None:
    article = only(
        f"党代表风采\n马春花:把课堂搬到田埂上\n本报记者 王磊\n{ONE}\n{TWO}"
    )
    assert (article.kicker, article.headline) == (
        "党代表风采",
        "马春花:把课堂搬到田埂上",
    )


def test_short_articles_under_one_label_have_their_own_headlines() -> None:
    layout = read(
        f"第一条消息\n\n本报讯 {ONE}\n\n会场花絮\n\n电梯礼让成风景\n\n{TWO}\n\n手语翻译上台\n\n{LONG}好。\n\n第四条\n\n本报讯 {ONE}"
    )
    assert [(one.kicker, one.headline) for one in layout.articles] == [
        ("", "第一条消息"),
        ("", "电梯礼让成风景"),
        ("", "手语翻译上台"),
        ("", "第四条"),
    ]


def test_a_line_in_brackets_closes_a_document() -> None:
    text = f"(上接第一版)\n\n{ONE}\n\n(2021年12月1日市人大常委会通过)\n\n"
    text += (
        f"新华时评\n让诚信者受益\n新华社记者 王磊\n{TWO}\n(新华社北京12月2日电)"
    )
    law, comment = read(text).articles
    assert texts(law)[1] == "(2021年12月1日市人大常委会通过)"
    assert (comment.kicker, comment.headline, comment.dateline.place) == (
        "新华时评",
        "让诚信者受益",
        "北京",
    )


def test_open_ranks_keep_both_readings() -> None:
    layout = read(f"下楼就有热饭吃\n全市老年食堂今日开张\n本报讯 {ONE}")
    (article,) = layout.articles
    assert (article.kicker, article.headline) == (
        "下楼就有热饭吃",
        "全市老年食堂今日开张",
    )
    assert article.heading_alternatives == (
        ("", "下楼就有热饭吃", "全市老年食堂今日开张"),
    )
    (doubt,) = [
        finding
        for finding in layout.findings
        if finding.rule == "doubtful_heading"
    ]
    assert layout.blocks[0].start == doubt.start
    assert layout.blocks[1].end == doubt.end


def test_articles_are_told_apart() -> None:
    layout = read(
        f"第一条消息\n\n本报讯 {ONE}\n\n第二条消息\n\n本报记者 王磊\n\n{TWO}\n\n短评\n\n第三条\n\n{LONG}人人称好。"
    )
    assert [article.headline for article in layout.articles] == [
        "第一条消息",
        "第二条消息",
        "第三条",
    ]
    assert [block.article for block in layout.blocks] == sorted(
        block.article or 0 for block in layout.blocks
    )


def test_briefs_without_headlines_are_articles_of_their_own() -> None:
    layout = read(
        f"本报讯 {ONE}\n\n本报讯 {TWO}\n\n新华社北京12月2日电 {LONG}人人称好。"
    )
    assert [texts(article) for article in layout.articles] == [
        [ONE],
        [TWO],
        [f"{LONG}人人称好。"],
    ]


def test_a_wide_gap_or_a_closing_byline_lets_an_unsigned_article_begin() -> (
    None
):
    text = f"第一条消息\n\n本报讯 {ONE}\n\n{TWO}\n\n\n\n第二条消息\n\n{LONG}人人称好。(王磊整理)\n\n第三条消息\n\n{TWO}"
    assert [article.headline for article in read(text).articles] == [
        "第一条消息",
        "第二条消息",
        "第三条消息",
    ]
