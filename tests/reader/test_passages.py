"""An article is laid out once: headings, paragraphs, captions, each character with its place."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from reader.passages import lay_out_passages
from reader.results import ReadArticle, ReadMention, ReadPhoto
from reader.vocabulary import BlockKind
from tests.reader.articles import compose


def test_passages_stand_in_reading_order_with_their_names() -> None:
    page, article = compose(
        paragraphs=["沈岸到会。", "宗|岱讲话。"],
        names="沈岸 宗岱",
        headline="沈岸致辞",
        caption="图为宗岱。",
    )
    laid_out = lay_out_passages(page, article)
    assert [
        (one.kind.value, one.text, [name.name for name in one.names])
        for one in laid_out.passages
    ] == [
        ("headline", "沈岸致辞", ["沈岸"]),
        ("paragraph", "沈岸到会。", ["沈岸"]),
        ("paragraph", "宗岱讲话。", ["宗岱"]),
        ("caption", "图为宗岱。", ["宗岱"]),
    ]
    for passage in laid_out.passages:
        for name in passage.names:
            assert passage.text[name.start : name.end] == name.name
            start, end = passage.on_page(name.start, name.end)
            assert "".join(page[start:end].split()) == name.name


def test_names_are_added_to_what_is_laid_out() -> None:
    page, article = compose(paragraphs=["沈岸到会。"])
    bare = lay_out_passages(page, article)
    assert bare.passages[0].names == ()
    known = replace(article, mentions=(ReadMention("沈岸", (1, 3)),))
    assert bare.named(known) == lay_out_passages(page, known)


def pictured(page: str, caption: str) -> ReadArticle:
    span = (0, len(page))
    return ReadArticle(
        span=span, photos=(ReadPhoto(caption, (), "", span, span),)
    )


def test_a_wrapped_caption_is_one_text_with_true_places() -> None:
    page = "图为志愿者在江\n  边捡拾垃圾。"
    laid_out = lay_out_passages(
        page, pictured(page, "图为志愿者在江边捡拾垃圾。")
    )
    (caption,) = laid_out.passages
    assert caption.text == "图为志愿者在江边捡拾垃圾。"
    start, end = caption.on_page(7, 10)
    assert page[start:end] == "边捡拾"


def test_a_caption_that_is_no_joined_text_is_what_the_page_prints() -> None:
    page = "图为志愿者\n在江边。"
    (caption,) = lay_out_passages(page, pictured(page, "志愿者")).passages
    assert (caption.text, caption.sources) == (page, ((0, len(page)),))


def test_a_credit_alone_names_people_and_tells_nothing() -> None:
    page = "沈岸 摄"
    laid_out = lay_out_passages(page, pictured(page, ""))
    assert [(one.kind, one.text) for one in laid_out.passages] == [
        (BlockKind.CREDIT, page)
    ]
    assert laid_out.told == laid_out.captions == []


def test_times_go_on_from_paragraph_to_paragraph() -> None:
    page, article = compose(paragraphs=["9月26日,报到。", "次日,开会。"])
    laid_out = lay_out_passages(page, article, dt.date(2021, 9, 28))
    assert [[one.edtf for one in told] for told in laid_out.moments] == [
        ["2021-09-26"],
        ["2021-09-27"],
    ]
    assert laid_out.moments is laid_out.moments
