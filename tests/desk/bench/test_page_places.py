"""Blocks on the picture of the page: where the file tells, one link a place."""

import pytest

from articles.models import PageGeometry
from desk.bench.delivered import delivered_pieces, placed_pieces
from tests.builders import make_article, make_block, make_page

pytestmark = pytest.mark.django_db


def test_pieces_stand_on_the_picture_where_the_file_tells():
    page = make_page(text="会议召开\n林向晚主持会议。")
    article = make_article(page=page, body="林向晚主持会议。")
    make_block(page=page, article=article, span=(0, 4), kind="headline")
    make_block(page=page, article=article, span=(5, 13))
    lines = [[0, 4, 1000, 500, 9000, 1500], [5, 13, 1000, 2000, 4000, 2200]]
    PageGeometry.objects.create(page=page, lines=lines)
    without = delivered_pieces(page, page.blocks.select_related("article"))
    assert [piece.rectangles for piece in without] == [[], []]
    page.picture = "pages/aa/a.jpg"
    pieces = delivered_pieces(page, page.blocks.select_related("article"))
    assert [piece.rectangles for piece in pieces] == [
        [(1000, 500, 9000, 1500)],
        [(1000, 2000, 4000, 2200)],
    ]


def test_blocks_in_one_place_are_one_link_that_knows_them_all():
    page = make_page(text="会议召开\n林向晚主持会议。\n短讯")
    page.picture = "pages/aa/a.jpg"
    article = make_article(page=page, body="林向晚主持会议。")
    make_block(page=page, article=article, span=(0, 4), kind="headline")
    make_block(page=page, article=article, span=(5, 13))
    other = make_article(page=page, headline="短讯", position=2)
    make_block(page=page, article=other, span=(14, 16), kind="headline")
    lines = [[0, 13, 0, 0, 9000, 1500], [14, 16, 0, 2000, 4000, 2200]]
    PageGeometry.objects.create(page=page, lines=lines)
    pieces = delivered_pieces(page, page.blocks.select_related("article"))
    first, second = placed_pieces(pieces)
    assert first.piece == pieces[0]
    assert first.blocks == [pieces[0].block, pieces[1].block]
    assert second.blocks == [pieces[2].block]


def test_pieces_without_a_place_are_no_links_on_the_picture():
    page = make_page(text="会议召开")
    article = make_article(page=page)
    make_block(page=page, article=article, span=(0, 4), kind="headline")
    pieces = delivered_pieces(page, page.blocks.select_related("article"))
    assert placed_pieces(pieces) == []


def test_a_byline_is_drawn_over_the_paragraph_whose_first_line_it_begins():
    page = make_page(text="本报讯 记者 钟鸣\n今天，早稻完成育秧。")
    page.picture = "pages/aa/a.jpg"
    article = make_article(page=page, body="今天，早稻完成育秧。")
    make_block(page=page, article=article, span=(4, 9), kind="byline")
    make_block(page=page, article=article, span=(9, 20))
    lines = [[0, 12, 100, 0, 900, 100], [12, 20, 0, 110, 900, 210]]
    PageGeometry.objects.create(page=page, lines=lines)
    pieces = delivered_pieces(page, page.blocks.select_related("article"))
    kinds = [placed.piece.tint for placed in placed_pieces(pieces)]
    assert kinds == ["body", "by"]
