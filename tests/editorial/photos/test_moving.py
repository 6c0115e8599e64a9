"""A photo is removed, or moved to another article of its page: one step with its inverse."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Article, Block, Mention, Photo, PublicPhoto
from editorial.blocks.laying_out import lay_out_block
from editorial.correcting import correct
from editorial.models import Correction, Step
from editorial.photos.describing import describe_photo
from editorial.photos.moving import move_photo, remove_photo
from editorial.publishing import publish
from editorial.publishing.checking import unlike_publications
from editorial.steps.undoing import undo
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_participation,
    make_person,
    make_photo,
    make_user,
)
from tests.editorial.blocks.laid_out import (
    blocks_make_up_the_texts,
    every_character_is_in_one_block,
    marks_show_their_words,
    whole_with_blocks,
)
from tests.importing.delivered import FRONT, deliver
from tests.published import picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def page():
    return deliver(FRONT).page


@pytest.fixture
def by():
    return make_user(username="by", superuser=True)


@pytest.fixture
def photo(page, by):
    """A photo whose caption was corrected, with somebody marked in it."""
    photo = Photo.objects.get()
    photo.image.save("hall.png", picture())
    article = photo.article
    correct(
        article,
        texts={},
        captions={photo.pk: "代表林向晚等步入会场。"},
        by=by,
        version=article.version,
    )
    photo.refresh_from_db()
    person = make_person(name="林向晚")
    mention = make_mention(
        article=article,
        name="林向晚",
        person=person,
        part="caption",
        photo=photo,
    )
    words = make_evidence(
        article=article, words="步入会场", part="caption", photo=photo
    )
    event = make_event(evidence=words)
    make_participation(event=event, person=person, evidence=words)
    assert mention.photo == photo
    return photo


def holds(page) -> None:
    blocks_make_up_the_texts()
    marks_show_their_words()
    every_character_is_in_one_block(page)


def tries(page, by, act) -> Step:
    """Carry an act out as one step, and see that undoing it leaves all as it was, and undoing that
    what the act had made.
    """
    before = whole_with_blocks()
    count = Step.objects.count()
    act()
    holds(page)
    after = whole_with_blocks()
    assert Step.objects.count() == count + 1
    step = Step.objects.order_by("pk").last()
    undone = undo(step, by)
    holds(page)
    assert whole_with_blocks() == before
    undo(undone, by)
    holds(page)
    assert whole_with_blocks() == after
    return step


def other_article(photo) -> Article:
    return Article.objects.exclude(pk=photo.article_id).get()


def test_a_photo_with_a_corrected_caption_is_moved_with_all_that_is_marked(
    page, by, photo
):
    source = photo.article
    target = other_article(photo)
    make_photo(article=target, caption="")
    versions = (source.version, target.version)
    step = tries(page, by, lambda: move_photo(photo, target, by, "版面如此"))
    assert (step.kind, step.reason) == ("photo", "版面如此")
    photo = Photo.objects.get(pk=photo.pk)
    assert (photo.article, photo.position) == (target, 2)
    assert photo.caption == "代表林向晚等步入会场。"
    assert {block.article for block in photo.blocks.all()} == {target}
    assert Mention.objects.get(photo=photo).article == target
    assert step.changed.count() == 2
    source.refresh_from_db()
    target.refresh_from_db()
    assert source.version > versions[0]
    assert target.version > versions[1]


def test_a_photo_with_a_corrected_caption_is_removed(page, by, photo):
    words = photo.caption
    step = tries(page, by, lambda: remove_photo(photo, by))
    assert step.kind == "photo"
    assert not Photo.objects.exists()
    left_out = Block.objects.filter(removed=True, text=words)
    assert left_out.get().kind == "caption"
    assert not Correction.objects.exclude(photo=None).exists()
    # What the caption stated waits, hidden, until somebody has looked.
    assert Mention.objects.get(name="林向晚", part="body", check_again=True)


def test_words_of_a_removed_photo_are_put_back_as_a_caption(page, by, photo):
    words = photo.caption
    remove_photo(photo, by)
    block = Block.objects.get(removed=True, text=words)
    lay_out_block(page, block.pk, "restore", by=by)
    assert Photo.objects.get().caption == words
    assert not Mention.objects.filter(check_again=True).exists()
    holds(page)


def test_a_picture_without_words_is_moved_and_removed(page, by):
    first, second = Article.objects.order_by("position")
    photo = make_photo(article=first, caption="")
    photo.image.save("hall.png", picture())
    tries(page, by, lambda: move_photo(photo, second, by))
    photo.refresh_from_db()
    assert photo.article == second
    tries(page, by, lambda: remove_photo(photo, by))
    assert not Photo.objects.filter(pk=photo.pk).exists()


def test_a_picture_without_words_is_moved_to_another_page_of_its_issue(
    page, by
):
    photo = make_photo(article=Article.objects.earliest("pk"), caption="")
    there = make_page(issue=page.issue, label="B9")
    article = make_article(page=there)
    make_photo(article=article, caption="")
    source = photo.article
    versions = (source.version, article.version)
    before = (source.pk, photo.position)
    move_photo(photo, article, by, "版面如此")
    step = Step.objects.get()
    assert (photo.article, photo.position) == (article, 2)
    assert (step.kind, step.changed.count()) == ("photo", 2)
    source.refresh_from_db()
    article.refresh_from_db()
    assert source.version > versions[0]
    assert article.version > versions[1]
    undone = undo(step, by)
    photo.refresh_from_db()
    assert (photo.article_id, photo.position) == before
    undo(undone, by)
    photo.refresh_from_db()
    assert (photo.article, photo.position) == (article, 2)


def test_a_picture_is_not_moved_to_another_issue(by, page):
    photo = make_photo(article=Article.objects.earliest("pk"), caption="")
    issue = make_issue(date=page.issue.date + dt.timedelta(days=1))
    other = make_article(page=make_page(issue=issue, label="B9"))
    with pytest.raises(ValidationError):
        move_photo(photo, other, by)


def test_readers_see_a_moved_photo_where_it_was_until_it_is_signed(
    page, by, photo, sign_all, reviewers
):
    describe_photo(photo, "一行人走进会场", by)
    articles = [photo.article, other_article(photo)]
    for article in articles:
        article.refresh_from_db()
        publish(sign_all(article), reviewers[-1])
    move_photo(photo, articles[1], by)
    shown = PublicPhoto.objects.get()
    assert shown.publication.article == articles[0]
    for article in reversed(articles):
        article.refresh_from_db()
        assert article.status == "imported"
        publish(sign_all(article), reviewers[-1])
        shown = PublicPhoto.objects.get()
        assert shown.publication.article == articles[1]
        assert list(unlike_publications()) == []


@pytest.mark.parametrize("elsewhere", ["here", "another page"])
def test_a_photo_moves_to_another_article_of_its_page_only(page, by, elsewhere):
    photo = Photo.objects.get()
    to = photo.article
    if elsewhere == "another page":
        to = make_article(page=make_page(issue=page.issue, label="B9"))
    with pytest.raises(ValidationError):
        move_photo(photo, to, by)
    assert not Step.objects.exists()


def test_moving_and_removing_ask_for_rights_and_a_photo(page, by, editor):
    photo = Photo.objects.get()
    with pytest.raises(PermissionDenied):
        remove_photo(photo, editor)
    with pytest.raises(PermissionDenied):
        move_photo(photo, other_article(photo), editor)
    same = Photo.objects.get()
    remove_photo(photo, by)
    with pytest.raises(ValidationError, match="no more"):
        remove_photo(same, by)
