"""Laying a page out: words move with all that is marked in them, and each act can be undone."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.composing import GAP
from articles.models import Article, Block, Evidence, Mention, Photo
from editorial.blocks.laying_out import digest_of_block, lay_out_block
from editorial.correcting import correct
from editorial.models import Step
from editorial.steps.in_the_way import StepInTheWay
from editorial.steps.undoing import undo
from tests.builders import make_user
from tests.editorial.blocks.laid_out import (
    block_saying,
    blocks_make_up_the_texts,
    blocks_make_up_what_was_read,
    every_character_is_in_one_block,
    marks_show_their_words,
    whole_with_blocks,
)
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return deliver(FRONT).page


@pytest.fixture
def by():
    return make_user(username="by", superuser=True)


def holds(page) -> None:
    blocks_make_up_the_texts()
    blocks_make_up_what_was_read()
    marks_show_their_words()
    every_character_is_in_one_block(page)


def tries(page, by, words: str, verb: str, value: str = "") -> Block:
    """Carry a verb out, and see that it is one step, that undoing it leaves all as it was, and
    doing it again as it then was.
    """
    block = block_saying(words)
    before = whole_with_blocks()
    count = Step.objects.count()
    shown = lay_out_block(page, block.pk, verb, value, by=by)
    holds(page)
    after = whole_with_blocks()
    assert after != before
    step = Step.objects.get(kind=Step.Kind.LAYOUT)
    assert Step.objects.count() == count + 1
    undone = undo(step, by)
    holds(page)
    husks = {
        ("article", key)
        for key in Article.every.exclude(joined_to=None).values_list(
            "pk", flat=True
        )
    }
    assert {
        k: v for k, v in whole_with_blocks().items() if k in before
    } == before
    assert whole_with_blocks().keys() - before.keys() <= husks
    undo(undone, by)
    holds(page)
    assert whole_with_blocks() == after
    return shown


def lines(position: int) -> list[str]:
    return Article.objects.get(position=position).paragraphs


def test_paragraphs_are_joined(page, by):
    first, second = lines(1)[:2]
    standing = Mention.objects.standing().count()
    tries(page, by, second, "join")
    assert lines(1)[0] == first + second
    assert Mention.objects.standing().count() == standing
    assert Evidence.objects.filter(check_again=True).count() == 0


def test_a_paragraph_is_parted(page, by):
    words = "沈立秋同志主持大会"
    at = block_saying(words).text.index(words)
    tries(page, by, words, "split", str(at))
    assert any(line.startswith(words) for line in lines(1))


def test_an_article_begins_at_a_block(page, by):
    words = lines(1)[2]
    tail = lines(1)[2:]
    tries(page, by, words, "begin")
    assert lines(2) == tail
    assert Article.objects.get(position=2).address_number == 3
    assert Article.objects.get(position=3).address_number == 2


def test_an_article_is_joined_to_the_one_above(page, by):
    every = [*lines(1), *lines(2)]
    count = Mention.objects.standing().count()
    block = block_saying("举行第一次会议。会议由")
    swallowed = block.article
    names = list(swallowed.bylines.values_list("name", flat=True))
    tries(page, by, "举行第一次会议。会议由", "fold")
    assert lines(1) == every
    (article,) = Article.objects.all()
    assert Article.every.get(pk=swallowed.pk).joined_to == article
    assert set(names) < set(article.bylines.values_list("name", flat=True))
    assert Mention.objects.standing().count() == count


def test_a_block_moves_to_another_article(page, by):
    words = lines(2)[-1]
    tries(page, by, words, "move", "1")
    assert lines(1)[-1] == words
    assert words not in lines(2)


def test_a_caption_moves_with_its_photo(page, by):
    photo = Photo.objects.get()
    to = 1 if photo.article.position == 2 else 2
    tries(page, by, photo.caption, "move", str(to))
    photo.refresh_from_db()
    assert photo.article.position == to
    assert {block.article for block in photo.blocks.all()} == {photo.article}


@pytest.mark.parametrize("kind", ["kicker", "crosshead", "byline", "caption"])
def test_words_are_of_another_kind(page, by, kind):
    words = lines(2)[-1]
    tries(page, by, words, "kind", kind)
    assert (words in lines(2)) == (kind == "crosshead")


def test_a_caption_is_a_paragraph(page, by):
    photo = Photo.objects.get()
    Photo.objects.update(creators="")
    tries(page, by, photo.caption, "kind", "paragraph")
    assert not Photo.objects.exists()
    assert any(
        photo.caption in article.body for article in Article.objects.all()
    )


def test_kicker_and_headline_change_places_and_keep_their_marks(page, by):
    article = Article.objects.get(position=1)
    old = (article.kicker, article.headline)
    blocks = {block.kind: block for block in article.blocks.all()}
    count = Mention.objects.standing().count()
    lay_out_block(page, blocks["kicker"].pk, "kind", "subtitle", by=by)
    lay_out_block(page, blocks["headline"].pk, "kind", "kicker", by=by)
    lay_out_block(page, blocks["kicker"].pk, "kind", "headline", by=by)
    article.refresh_from_db()
    assert (article.headline, article.kicker) == old
    holds(page)
    assert Mention.objects.standing().count() == count


@pytest.mark.parametrize("verb", ["drop", "aside"])
def test_words_are_left_out_and_come_back_with_their_marks(page, by, verb):
    words = lines(1)[1]
    block = block_saying(words)
    standing = set(Mention.objects.standing())
    tries(page, by, words, verb)
    assert words not in lines(1)
    assert set(Mention.objects.standing()) < standing
    lay_out_block(page, block.pk, "restore", by=by)
    holds(page)
    assert lines(1)[1] == words
    assert set(Mention.objects.standing()) == standing


@pytest.mark.parametrize(("verb", "at"), [("up", 1), ("down", 3)])
def test_a_block_changes_places_with_its_neighbour(page, by, verb, at):
    words = lines(1)[2]
    tries(page, by, words, verb)
    assert lines(1)[at] == words


def test_a_gap_is_shown_and_removed(page, by):
    words = lines(1)[0]
    gap = tries(page, by, words, "gap")
    assert lines(1)[1] == GAP
    assert Article.objects.get(position=1).read_body.count(GAP) == 0
    lay_out_block(page, gap.pk, "drop", by=by)
    assert GAP not in lines(1)


def test_words_typed_before_are_undone_after_what_moved_them(page, by):
    article = Article.objects.get(position=1)
    old = lines(1)[2]
    body = article.body.replace("奏唱国歌", "高唱国歌")
    correct(article, texts={"body": body}, by=by, version=article.version)
    typed = Step.objects.get()
    lay_out_block(page, block_saying("高唱国歌").pk, "move", "2", by=by)
    moved = Step.objects.get(kind=Step.Kind.LAYOUT)
    with pytest.raises(StepInTheWay) as refusal:
        undo(typed, by)
    assert refusal.value.step == moved
    undo(moved, by)
    undo(typed, by)
    assert lines(1)[2] == old
    holds(page)


def test_words_typed_since_stay_when_a_layout_is_undone(page, by):
    words = lines(1)[2]
    lay_out_block(page, block_saying(words).pk, "move", "2", by=by)
    moved = Step.objects.get()
    article = Article.objects.get(position=2)
    body = article.body.replace("奏唱国歌", "高唱国歌")
    correct(article, texts={"body": body}, by=by, version=article.version)
    undo(moved, by)
    assert lines(1)[2] == words.replace("奏唱国歌", "高唱国歌")
    holds(page)


def test_who_saw_another_block_is_refused(page, by):
    block = block_saying(lines(1)[0])
    seen = digest_of_block(block)
    lay_out_block(page, block.pk, "kind", "crosshead", by=by, seen=seen)
    before = whole_with_blocks()
    with pytest.raises(ValidationError, match="同事"):
        lay_out_block(page, block.pk, "drop", by=by, seen=seen)
    assert whole_with_blocks() == before


@pytest.mark.parametrize(
    ("position", "line", "verb", "value"),
    [
        (1, 0, "join", ""),
        (1, 0, "fold", ""),
        (1, 0, "move", "1"),
        (1, 0, "move", "7"),
        (1, 0, "split", "0"),
        (1, 0, "split", "x"),
        (1, 0, "kind", "gap"),
        (1, 0, "kind", "poem"),
        (1, 0, "restore", ""),
        (1, 0, "fly", ""),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    page, by, position, line, verb, value
):
    block = block_saying(lines(position)[line])
    before = whole_with_blocks()
    with pytest.raises(ValidationError):
        lay_out_block(page, block.pk, verb, value, by=by)
    assert whole_with_blocks() == before
    assert not Step.objects.exists()


def test_who_may_not_change_articles_is_refused(page):
    block = block_saying(lines(1)[0])
    with pytest.raises(PermissionDenied):
        lay_out_block(page, block.pk, "drop", by=make_user(username="nobody"))
