"""Pictures, their captions, and where a text goes on."""

from __future__ import annotations

import pytest

from tests.reader.one_layout import LONG, ONE, TWO, only, read, texts


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
