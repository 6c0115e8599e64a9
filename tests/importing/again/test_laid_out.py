"""A page that people have laid out is read again: what they moved, parted, joined and left out
stays so.
"""

from __future__ import annotations

import pytest

from articles.composing import GAP
from articles.models import Article, Mention, Photo
from editorial.blocks.laying_out import lay_out_block
from editorial.models import Finding, Step
from editorial.steps.undoing import undo
from tests.builders import make_user
from tests.editorial.blocks.laid_out import (
    block_saying,
    blocks_make_up_the_texts,
    every_character_is_in_one_block,
    marks_show_their_words,
)
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db
CHANGED = FRONT.replace("奏唱国歌", "高唱国歌").replace(
    "3月14日下午", "3月14日傍晚"
)


@pytest.fixture
def page():
    return deliver(FRONT).page


@pytest.fixture
def by():
    return make_user(username="by", superuser=True)


def texts() -> dict[int, tuple[str, ...]]:
    """Return the texts of the articles that have words, by their keys."""
    return {
        article.pk: (article.kicker, article.headline, article.body)
        for article in Article.objects.all()
    }


def laid_out(page, by) -> None:
    """Begin an article, move a paragraph, join two, leave one out and mark a gap."""
    words = Article.objects.get(position=1).paragraphs
    last = Article.objects.get(position=2).paragraphs[-1]
    lay_out_block(page, block_saying(words[3]).pk, "begin", by=by)
    lay_out_block(page, block_saying(last).pk, "move", "1", by=by)
    lay_out_block(page, block_saying(words[1]).pk, "join", by=by)
    lay_out_block(page, block_saying(words[2]).pk, "drop", by=by)
    lay_out_block(page, block_saying(last).pk, "gap", by=by)
    lay_out_block(page, block_saying(last).pk, "kind", "crosshead", by=by)


def holds(page) -> None:
    page.refresh_from_db()
    blocks_make_up_the_texts()
    marks_show_their_words()
    every_character_is_in_one_block(page)


def test_the_same_words_read_again_change_nothing(page, by):
    laid_out(page, by)
    before = texts()
    names = set(Mention.objects.standing())
    kinds = set(page.blocks.values_list("pk", "kind", "article", "removed"))
    deliver(FRONT, again=True)
    holds(page)
    assert texts() == before
    assert set(Mention.objects.standing()) == names
    after = page.blocks.values_list("pk", "kind", "article", "removed")
    assert set(after) == kinds
    assert Photo.objects.count() == 1
    assert not Finding.objects.filter(rule__contains="read").exists()


def test_other_words_come_in_where_people_put_them(page, by):
    laid_out(page, by)
    before = texts()
    deliver(CHANGED)
    holds(page)
    told = {
        key: tuple(
            text.replace("奏唱国歌", "高唱国歌").replace("下午", "傍晚")
            for text in of_article
        )
        for key, of_article in before.items()
    }
    assert texts() == told
    assert any(GAP in body for _kicker, _headline, body in texts().values())


def test_a_joined_article_stays_joined(page, by):
    block = block_saying("举行第一次会议。会议由")
    lay_out_block(page, block.pk, "fold", by=by)
    before = texts()
    deliver(FRONT, again=True)
    holds(page)
    assert texts() == before
    assert Article.objects.count() == 1


def test_what_is_new_on_the_page_stands_where_it_is_printed(page, by):
    words = Article.objects.get(position=1).paragraphs[2]
    lay_out_block(page, block_saying(words).pk, "begin", by=by)
    added = "大会期间,代表们分组讨论了工作报告,并提出了意见和建议。"
    deliver(FRONT.replace("\n代表们步入会场", f"\n{added}\n\n代表们步入会场"))
    holds(page)
    bodies = [body for _kicker, _headline, body in texts().values()]
    assert sum(added in body for body in bodies) == 1


def test_a_new_article_takes_no_place_of_one_without_words(page, by):
    words = Article.objects.get(position=2).paragraphs[-1]
    lay_out_block(page, block_saying(words).pk, "begin", by=by)
    undo(Step.objects.get(), by)
    extra = (
        "今春第一批早稻完成育秧\n\n本报讯(记者 钟鸣) 3月13日,"
        "南湖县第一批早稻在连栋大棚里完成育秧。\n\n\n"
    )
    deliver(extra + FRONT)
    holds(page)
    added = Article.objects.get(headline="今春第一批早稻完成育秧")
    assert added.position == 4


def test_a_layout_that_was_undone_does_not_stand(page, by):
    before = texts()
    laid_out(page, by)
    for step in Step.objects.filter(undone_by=None).newest_first():
        undo(step, by)
    deliver(FRONT, again=True)
    holds(page)
    assert texts() == before
