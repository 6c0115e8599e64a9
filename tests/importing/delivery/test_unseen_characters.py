"""Characters that leave no mark on paper: read through, kept as printed, doubted inside words."""

import re
from dataclasses import fields, is_dataclass

import pytest

from articles.models import Article
from editorial.models import Rule
from importing.delivery.delivered_page import Delivery, only_page, read_delivery
from importing.delivery.unseen_characters import (
    BOUNDS,
    PLACE,
    PLACES,
    PLACES_BY_RANK,
    UNSEEN,
    seen_text,
)
from people.models import Person
from reader import results
from tests.importing.delivered import BACK, FRONT, deliver

pytestmark = pytest.mark.usefixtures("english")
NAME = "滨江日报_2019-03-15_A1.txt"
MARKS = {
    "zero-width space": "\u200b",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "thin space": "\u2009",
    "hair spaces": "\u200a\u200a",
    "form of a character": "\U000e0101",
}


def read(text: str) -> results.ReadPage:
    return read_delivery(Delivery(only_page(text.encode(), NAME)))


def strewn(text: str, mark: str) -> str:
    """Put a mark between all Chinese characters that stand beside each other."""
    return re.sub("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", mark, text)


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_a_page_is_read_as_if_they_were_not_there(mark):
    plain = read(FRONT)
    other = read(strewn(FRONT, mark))
    assert other.text == strewn(FRONT, mark)
    assert (other.coverage, len(other.articles)) == (1.0, len(plain.articles))
    for one, two in zip(plain.articles, other.articles, strict=True):
        assert [each.name for each in two.mentions] == [
            each.name for each in one.mentions
        ]
        assert [each.name for each in two.byline] == [
            each.name for each in one.byline
        ]
        assert [(each.title, each.date, each.place) for each in two.events] == [
            (each.title, each.date, each.place) for each in one.events
        ]


def test_each_place_is_where_the_words_stand_in_print():
    page = read(strewn(FRONT, "\u200b"))
    for article in page.articles:
        for mention in article.mentions:
            start, end = mention.span
            assert UNSEEN.sub("", page.text[start:end]) == mention.name
        for paragraph in article.paragraphs:
            pieces = [page.text[start:end] for start, end in paragraph.sources]
            assert "".join(pieces) == paragraph.text
        for rank, spans in article.heading_sources.items():
            lines = [page.text[start:end] for start, end in spans]
            assert " ".join(lines) == getattr(article, rank)
        for photo in article.photos:
            start, end = photo.caption_span
            assert page.text[start:end] == photo.caption
    assert page.blocks[0].start == 0


def test_what_stands_inside_a_word_is_doubted_and_the_word_offered():
    page = read(FRONT.replace("林向晚", "林\u200b向晚", 1) + "\ufeff")
    [doubt] = [each for each in page.findings if each.rule == Rule.MOJIBAKE]
    assert page.text[doubt.start : doubt.end] == "林\u200b向"
    assert doubt.replacement == "林向"
    page = read(strewn(FRONT, "\u200b"))
    [doubt] = [each for each in page.findings if each.rule == Rule.MOJIBAKE]
    assert doubt.replacement is None
    page = read(strewn(FRONT, "\U000e0101"))
    assert not [each for each in page.findings if each.rule == Rule.MOJIBAKE]


def test_a_text_of_nothing_else_and_its_end():
    assert seen_text("\u200b").seen == ""
    seen = seen_text("春\u200b")
    assert seen._span((1, 1)) == (2, 2)
    assert seen._span((0, 0)) == (0, 0)


def test_every_place_in_a_reading_is_known_by_its_name():
    types = [
        each
        for each in vars(results).values()
        if is_dataclass(each) and each.__module__ == results.__name__
    ]
    names = {
        field.name
        for each in types
        for field in fields(each)
        if "Span" in str(field.type)
    }
    assert names == {*PLACE, PLACES, PLACES_BY_RANK}
    numbers = {
        field.name
        for each in types
        for field in fields(each)
        if field.type == "int"
    }
    assert numbers >= BOUNDS


@pytest.mark.django_db
def test_a_person_is_stored_under_the_name_and_the_page_as_printed():
    printed = FRONT.replace("沈立秋", "沈\u200b立秋")
    deliver(printed)
    deliver(BACK, "A2")
    assert Person.objects.filter(name="沈立秋").count() == 1
    assert not Person.objects.filter(name__contains="\u200b").exists()
    bodies = Article.objects.values_list("body", flat=True)
    assert any("沈\u200b立秋" in body for body in bodies)
