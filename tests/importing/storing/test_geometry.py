"""Where lines stand on a page is kept with it, and an article is published with its places."""

from __future__ import annotations

import pytest

from articles.models import Article, Page, PageGeometry, Publication
from importing.one_page import load_page
from tests.builders import show_as_it_stands
from tests.importing.delivered import FRONT
from tests.importing.printed import Words, column, pdf

pytestmark = pytest.mark.django_db
NAME = "滨江日报_2019-03-15_A1.pdf"
REPORT = "本报讯（记者 钟鸣）三月十三日，南湖县第一批早稻在连栋大棚里完成育秧，比去年早了五天。"
SECOND = "本报讯（记者 石磊）修缮后的老街三月十四日重新开放，街坊们又坐在了一起，说起从前的日子。"


def printed() -> bytes:
    return pdf(
        [
            Words("今春第一批早稻完成育秧", 60, 740, 30),
            *column(REPORT, 60, 690),
            Words("老街修缮完工", 60, 440, 30),
            *column(SECOND, 60, 400),
        ]
    )


def load(data: bytes, name: str = NAME) -> Page:
    return load_page(data, source_name=name).page


def published() -> list[Publication]:
    articles = Article.objects.order_by("position")
    articles.update(status=Article.Status.PUBLISHED)
    show_as_it_stands(*articles.all())
    return list(Publication.objects.current().in_order())


def test_the_lines_of_a_page_are_kept_in_the_order_of_its_text():
    page = load(printed())
    lines = page.geometry.lines
    words = [page.text[start:end] for start, end, *_edges in lines]
    assert words[0] == "今春第一批早稻完成育秧"
    assert "".join(words) == page.text.replace("\n", "")
    assert lines == sorted(lines)


def test_a_text_has_no_places():
    load(FRONT.encode(), "滨江日报_2019-03-15_A1.txt")
    assert not PageGeometry.objects.exists()
    assert published()[0].regions == []


def test_another_file_of_the_page_brings_its_own_places():
    page = load(printed())
    moved = printed().replace(b" 740 ", b" 745 ")
    assert len(moved) == len(printed())
    load(moved)
    [geometry] = PageGeometry.objects.all()
    assert geometry.lines != page.geometry.lines
    load(page.text.encode(), "滨江日报_2019-03-15_A1.txt")
    assert not PageGeometry.objects.exists()


def test_an_article_is_published_with_the_places_of_its_words():
    load(printed())
    first, second = published()
    assert len(first.regions) == len(second.regions) == 2
    bottoms = [bottom for _left, _top, _right, bottom in first.regions]
    tops = [top for _left, top, _right, _bottom in second.regions]
    assert max(bottoms) < min(tops)
    assert first.regions[0][0] == second.regions[0][0] == 1000


def test_words_taken_out_have_no_place():
    load(printed())
    first, _second = published()
    [paragraph] = first.article.blocks.filter(kind="paragraph")
    paragraph.removed = True
    paragraph.save()
    again = published()[0]
    # The line that the dateline begins stays.
    assert again.regions[0] == first.regions[0]
    assert again.regions[1][3] < first.regions[1][3]


def test_a_list_of_articles_loads_no_places():
    load(printed())
    published()
    first = Publication.objects.listed().first()
    assert "regions" in first.get_deferred_fields()
    placed = Publication.objects.placed().first()
    assert "regions" not in placed.get_deferred_fields()
    assert "content" in placed.get_deferred_fields()


def test_another_file_moves_what_is_public_on_the_picture():
    page = load(printed())
    before = published()
    load(printed().replace(b" 740 ", b" 745 "))
    after = list(Publication.objects.current().in_order())
    assert [one.pk for one in after] == [one.pk for one in before]
    assert after[0].regions[0] != before[0].regions[0]
    assert after[1].regions == before[1].regions
    load(page.text.encode(), "滨江日报_2019-03-15_A1.txt")
    assert [one.regions for one in Publication.objects.current()] == [[], []]


def test_a_withdrawn_article_gets_no_other_places():
    load(printed())
    first, _second = published()
    Publication.objects.filter(pk=first.pk).update(is_current=False)
    load(printed().replace(b" 740 ", b" 745 "))
    again = Publication.objects.get(pk=first.pk)
    assert again.regions == [list(each) for each in first.regions]
