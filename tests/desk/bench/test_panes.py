"""What stands in the panes of the workbench, and what leads from one to the other."""

import pytest

from desk.admin.page import blocks_with_articles
from desk.bench.article_blocks import shown_articles
from desk.bench.case_cards import cards_of
from desk.bench.delivered import delivered_pieces
from desk.bench.marked_text import Doubted, NameMark, bits_of
from desk.today import queues
from editorial.casework.deciding_cases import cases_on, words_on_page
from tests.builders import (
    make_article,
    make_block,
    make_finding,
    make_page,
    make_photo,
    make_user,
)
from tests.importing.delivered import FRONT, deliver

pytestmark = [pytest.mark.usefixtures("english")]


def told(bits):
    """Tell of each bit its words, and which doubt and name it has."""
    return [
        (
            bit.text,
            bit.doubt.case if bit.doubt else 0,
            bit.name.mention if bit.name else 0,
        )
        for bit in bits
    ]


def doubted(start, end, case, **more):
    return Doubted(start, end, case, 3, is_open=True, **more)


# Texts cut where something is marked


def test_a_text_is_cut_at_its_marks():
    doubts = [doubted(2, 5, 7)]
    names = [NameMark(0, 3, 9)]
    assert told(bits_of("零一二三四五", doubts, names)) == [
        ("零一", 0, 9),
        ("二", 7, 9),
        ("三四", 7, 0),
        ("五", 0, 0),
    ]


def test_a_paragraph_has_the_marks_that_stand_in_it():
    doubts = [doubted(0, 3, 1), doubted(4, 6, 2), doubted(7, 9, 3)]
    assert told(bits_of("四五六", doubts, [], offset=4)) == [
        ("四五", 2, 0),
        ("六", 0, 0),
    ]


def test_of_overlapping_doubts_the_one_that_begins_last_is_marked():
    doubts = [doubted(0, 4, 1), doubted(1, 2, 2)]
    assert told(bits_of("零一二三", doubts, [])) == [
        ("零", 1, 0),
        ("一", 2, 0),
        ("二三", 1, 0),
    ]


def test_joins_and_gaps_stand_between_words_and_at_the_end():
    doubts = [doubted(1, 1, 1), doubted(2, 2, 2, is_gap=True)]
    bits = bits_of("零一", doubts, [])
    assert [bit.text for bit in bits] == ["零", "", "一", ""]
    seam = bits[1]
    gap = bits[3]
    assert seam.is_seam
    assert not seam.is_gap
    assert gap.is_gap
    assert not gap.is_seam


# The delivered page


@pytest.mark.django_db
def test_a_piece_leads_to_the_block_that_shows_it():
    page = make_page(text="题目\n甲段。\n乙段。\n图说 版头")
    article = make_article(page=page, headline="题目", body="甲段。\n乙段。")
    for kind, *span in [
        ("headline", 0, 2),
        ("paragraph", 3, 6),
        ("paragraph", 7, 10),
    ]:
        make_block(page=page, article=article, kind=kind, span=span)
    caption = make_block(
        page=page, article=article, kind="caption", span=(11, 13)
    )
    make_block(page=page, kind="furniture", span=(13, 14))
    furniture = make_block(page=page, kind="furniture", span=(14, 16))
    own = f"b{article.pk}-"

    def shown():
        pieces = delivered_pieces(page, page.blocks.select_related("article"))
        return [(each.tint, each.block) for each in pieces]

    assert shown() == [
        ("head", f"{own}headline-0"),
        ("body", f"{own}body-0"),
        ("body", f"{own}body-1"),
        ("cap", f"block-{caption.pk}"),
        ("jump", f"block-{furniture.pk}"),
    ]
    first = page.blocks.get(text="甲段。")
    page.blocks.filter(pk=first.pk).update(removed=True)
    assert [block for _tint, block in shown()][1:3] == [
        f"block-{first.pk}",
        f"{own}body-0",
    ]


# The cards


@pytest.mark.django_db
def test_a_card_stands_at_the_block_of_its_words():
    page = make_page(text="长" * 60)
    article = make_article(page=page, body="甲段。\n乙段。")
    photo = make_photo(article=article, start=20, end=30)
    places = {
        "extra_char": {"part": "body", "start": 4, "end": 5, "page_end": 1},
        "weekday": {"part": "headline", "start": 0, "end": 1, "page_end": 2},
        "doubtful_heading": {"page_end": 3},
        "missing_image": {"page_start": 18, "page_end": 20},
        "jump_line": {"page_start": 40, "page_end": 45},
    }
    for rule, place in places.items():
        make_finding(page=page, article=article, rule=rule, **place)
    whole = make_finding(page=page, rule="mojibake", page_end=9)
    words = words_on_page(page)
    cards = {
        each.case.rule: each for each in cards_of(cases_on(page, words), words)
    }
    own = f"b{article.pk}-"
    assert {rule: card.block for rule, card in cards.items()} == {
        "extra_char": f"{own}body-1",
        "weekday": f"{own}headline-0",
        "doubtful_heading": f"{own}headline-0",
        "missing_image": f"{own}caption-{photo.pk}",
        "jump_line": f"{own}body-1",
        "mojibake": "",
    }
    assert cards["mojibake"].case.key == whole.pk
    assert cards["mojibake"].position is None
    assert not cards["weekday"].is_one_of_many


@pytest.mark.django_db
def test_a_long_queue_is_only_said_to_be_long(monkeypatch):
    monkeypatch.setattr(queues, "MOST_COUNTED", 2)
    page = make_page()
    user = make_user()
    rows = {}
    for number in (2, 3):
        while page.articles.count() < number:
            make_article(page=page)
        rows[number] = next(
            row
            for row in queues.queues_of(user)
            if row.label == "To be signed: first review"
        )
    assert (rows[2].shown_count, rows[2].is_long) == (2, False)
    assert (rows[3].shown_count, rows[3].is_long) == (2, True)


def words_shown(page):
    """Return the words of each block of the page's articles, article by article."""
    words = words_on_page(page)
    shown = shown_articles(
        words, cases_on(page, words), blocks_with_articles(page)
    )
    return [[block.words for block in each.blocks] for each in shown]


@pytest.mark.django_db
def test_a_printed_byline_stands_once_above_the_body():
    page = deliver(FRONT).page
    first, *_others = words_shown(page)
    printed = first.index("本报讯(记者 周一鸣 通讯员 何田) ")
    assert first[printed + 1].startswith("3月14日上午")
    assert not any(words.startswith("Reporter") for words in first)


@pytest.mark.django_db
def test_a_byline_that_was_not_printed_so_is_shown_as_it_is_on_record():
    page = deliver(FRONT).page
    article = page.articles.get(position=1)
    article.bylines.filter(name="何田").update(name="何天")
    first, *_others = words_shown(page)
    assert any("周一鸣" in words and "何天" in words for words in first)
