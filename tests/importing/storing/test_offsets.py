"""Page offsets to the offsets of an article's parts."""

import pytest

from importing.storing.offsets import Offsets, Place
from reader.results import Paragraph, ReadArticle, ReadPage, ReadPhoto

TEXT = "标题一行\n标题二行\n正文开头被分\n图片说明。石磊摄\n栏截断。\n第二段。"


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.fixture
def places() -> Offsets:
    cut = span("正文开头被分"), span("栏截断。")
    article = ReadArticle(
        span=(0, len(TEXT)),
        headline="标题一行 标题二行",
        heading_sources={"headline": (span("标题一行"), span("标题二行"))},
        paragraphs=(
            Paragraph("正文开头被分栏截断。", cut),
            Paragraph("第二段。", (span("第二段。"),)),
        ),
        photos=(
            ReadPhoto(
                "图片说明。",
                ("石磊",),
                "",
                span("图片说明。石磊摄"),
                span("图片说明。"),
            ),
        ),
    )
    return Offsets(ReadPage(TEXT, None, None, None, 1.0, (), (article,)))


BODY = "正文开头被分栏截断。\n第二段。"


@pytest.mark.parametrize(
    ("page", "part", "text"),
    [
        (span("标题二行"), "headline", "标题二行"),
        ((0, 9), "headline", "标题一行 标题二行"),
        (span("开头"), "body", "开头"),
        ((span("被分")[0], span("栏截")[1]), "body", "被分栏截"),
        (span("第二段。"), "body", "第二段。"),
        (
            (span("栏截断。")[0], span("第二段。")[1]),
            "body",
            "栏截断。\n第二段。",
        ),
        (span("说明"), "caption", "说明"),
        ((span("被分")[1],) * 2, "body", ""),
    ],
)
def test_words_are_found_in_the_part_that_holds_them(places, page, part, text):
    place = places.find(page)
    whole = {
        "headline": "标题一行 标题二行",
        "body": BODY,
        "caption": "图片说明。",
    }[part]
    assert place.part == part
    assert (place.photo is None) == (part != "caption")
    assert whole[place.start : place.end] == text
    if text:
        assert places.on_page(place) == page


@pytest.mark.parametrize(
    "page",
    [
        span("石磊"),
        (span("二行")[0], span("正文")[1]),
        (span("正文")[0], span("图片")[1]),
        (4, 5),
    ],
)
def test_words_across_parts_or_in_none_have_no_place(places, page):
    assert places.find(page) is None
    assert places.article_at(page) == 0


def test_a_part_without_sources_stands_where_its_article_begins(places):
    assert places.on_page(Place(0, "kicker", None, 0, 2)) == (0, 0)
    assert places.article_at((0, len(TEXT) + 1)) is None
