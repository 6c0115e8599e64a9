"""What lines are among their neighbours: headings and their ranks, cuts, captions between, verse,
letters, columns.
"""

from __future__ import annotations

import datetime as dt

import pytest

from reader.layout import Layout, lay_out
from reader.results import PageContext, ReadArticle

CONTEXT = PageContext("云江日报", dt.date(2021, 12, 3))
ONE = "市民政局昨天宣布,城区新设三处老年食堂,由街道自办。"
TWO = "食堂中午开两小时,老人凭卡就餐,一荤两素八元钱。"
LONG = "住在城北的周阿姨说,过去中午一个人懒得开火,常常拿早上的剩粥对付,如今下楼走两百步就能吃上热饭,"


def read(text: str) -> Layout:
    return lay_out(text, CONTEXT)


def only(text: str) -> ReadArticle:
    (article,) = read(text).articles
    return article


def texts(article: ReadArticle) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def rules(text: str) -> list[str]:
    return [finding.rule for finding in read(text).findings]


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


def test_a_picture_story_has_a_heading_and_no_text() -> None:
    text = f"下楼就有热饭吃\n\n12月2日,老人在城北食堂就餐。本报记者 王磊 摄\n\n第二条消息\n\n本报讯 {ONE}"
    story, news = read(text).articles
    assert (
        story.headline,
        story.paragraphs,
        story.photos[0].photographers,
    ) == (
        "下楼就有热饭吃",
        (),
        ("王磊",),
    )
    assert news.headline == "第二条消息"


def test_pictures_at_the_top_of_the_page_wait_for_their_article() -> None:
    article = only(
        f"▲老人在食堂就餐。(王磊 摄)\n\n老年食堂开张\n\n本报讯 {ONE}"
    )
    assert (article.headline, len(article.photos)) == ("老年食堂开张", 1)


def test_captions_run_on_one_line_are_taken_apart() -> None:
    article = only(
        f"老年食堂开张\n\n本报讯 {ONE}\n\n图①:老人就餐。图②:志愿者送餐。图③:后厨。王磊 摄"
    )
    assert [(one.caption, one.photographers) for one in article.photos] == [
        ("图①:老人就餐。", ("王磊",)),
        ("图②:志愿者送餐。", ("王磊",)),
        ("图③:后厨。", ("王磊",)),
    ]


def test_the_byline_credits_pictures_that_have_no_credit() -> None:
    article = only(
        f"老年食堂开张\n\n文/王磊 图/李芳\n\n{ONE}\n\n▲老人在食堂就餐。\n\n▼后厨。周敏 摄"
    )
    assert [one.photographers for one in article.photos] == [
        ("李芳",),
        ("周敏",),
    ]


def test_who_photographed_and_reported_under_a_headline_signs_the_text() -> (
    None
):
    article = only(f"老年食堂开张\n\n本报记者 王磊 摄影报道\n\n{ONE}\n\n{TWO}")
    assert [one.name for one in article.byline] == ["王磊"]
    assert article.photos == ()


@pytest.mark.parametrize(
    "line", ["老年食堂开张(全文见A2版)", "老年食堂开张（下转A2版）"]
)
def test_a_headline_may_lead_to_another_page(line: str) -> None:
    layout = read(f"{line}\n\n第二条消息\n\n本报讯 {ONE}")
    assert next(
        (one.headline, one.continues_on) for one in layout.articles
    ) == (
        "老年食堂开张",
        "A2",
    )


def test_a_headline_may_say_where_its_text_began() -> None:
    article = only(f"老年食堂开张(上接A1版)\n\n的老人优先。{ONE}\n\n{TWO}")
    assert (article.headline, article.continued_from) == ("老年食堂开张", "A1")


def test_a_narrow_column_is_put_together_without_findings() -> None:
    body = f"　　本报讯 {ONE}", f"　　{LONG}人人称好。", f"　　{TWO}"
    lines = [
        text[at : at + 15] for text in body for at in range(0, len(text), 15)
    ]
    layout = read("老年食堂开张\n" + "\n".join(lines) + "\n")
    assert texts(layout.articles[0]) == [ONE, f"{LONG}人人称好。", TWO]
    assert [finding.rule for finding in layout.findings] == []


def test_paragraphs_on_one_line_are_taken_apart_at_their_indents() -> None:
    article = only(f"老年食堂开张　　本报讯（记者　王磊）　{ONE}　　{TWO}")
    assert (article.headline, texts(article)) == ("老年食堂开张", [ONE, TWO])


def test_names_under_a_label_are_no_byline_and_a_title_may_look_like_a_name() -> (
    None
):
    article = only(
        "诗歌\n秋收帖\n林晚舟\n\n稻子把头低下来\n低到泥土听得见的地方\n父亲弯腰\n像另一株稻子"
    )
    assert (
        article.kicker,
        article.headline,
        [one.name for one in article.byline],
    ) == (
        "诗歌",
        "秋收帖",
        ["林晚舟"],
    )


def test_a_half_that_cannot_begin_a_paragraph_goes_on_with_the_one_before() -> (
    None
):
    assert texts(only(f"老年食堂开张\n\n本报讯 {ONE}\n\n,次日正式营业。")) == [
        f"{ONE},次日正式营业。"
    ]


def test_a_copy_that_begins_a_sentence_hides_no_gap() -> None:
    run = "还能和老邻居拉拉家常,说说孙子的功课,比比谁家的腌菜香,一顿饭能吃上一个钟头,食堂的人也不催,还给续上一碗热汤,一直坐到日头偏西。"
    found = [
        one
        for one in read(f"老年食堂开张\n\n本报讯 {ONE}{run}\n\n{run}").findings
        if one.rule != "missing_image"
    ]
    assert [one.rule for one in found] == ["repeated_run"]
    found = read(
        f"老年食堂开张\n\n本报讯 {ONE}{run}{TWO}\n\n{run}{LONG}好。"
    ).findings
    assert [one.rule for one in found] == ["repeated_run", "repeated_run"]


def test_a_credit_below_a_report_without_a_caption_signs_nothing_of_it() -> (
    None
):
    article = only(f"老年食堂开张\n\n本报讯 {ONE}\n\n(资料图)")
    assert (texts(article), [one.credit for one in article.photos]) == (
        [ONE],
        ["资料图"],
    )


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
