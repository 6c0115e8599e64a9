"""Alternative text: required before a step is signed, given as a step with its inverse."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Photo
from editorial.models import Step
from editorial.photos.describing import describe_photo
from editorial.publishing import publish
from editorial.publishing.signed.article_content import signed_digest
from editorial.reviewing import sign
from editorial.steps.undoing import undo
from tests.builders import make_article, make_photo
from tests.conftest import with_permissions
from tests.published import picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def photo():
    photo = make_photo(article=make_article())
    photo.image.save("a.png", picture())
    return photo


@pytest.fixture
def describer(editor):
    return with_permissions(editor, "change_photo")


def test_no_step_is_approved_while_a_picture_is_undescribed(
    photo, describer, sign_all, reviewers
):
    article = photo.article
    with pytest.raises(ValidationError, match="1 picture has no alternative"):
        sign_all(article)
    describe_photo(photo, "两名农技人员蹲在田边。", describer)
    article.refresh_from_db()
    sign_all(article)
    assert publish(article, reviewers[-1]).content["photos"][0]["alt_text"]


def test_an_article_with_an_undescribed_picture_is_returned_all_the_same(
    photo, reviewers
):
    review = sign(
        photo.article,
        step="first",
        decision="returned",
        opinion="请补图片替代文字。",
        by=reviewers[0],
        version=photo.article.version,
    )
    assert review.decision == "returned"


def test_a_photo_without_a_picture_needs_no_words(sign_all):
    photo = make_photo(article=make_article())
    assert sign_all(photo.article).status == "final_reviewed"


def test_a_picture_that_comes_after_the_signatures_is_not_published(
    sign_all, reviewers, describer
):
    photo = make_photo(article=make_article())
    article = sign_all(photo.article)
    Photo.objects.filter(pk=photo.pk).update(image="photos/late.png")
    article.reviews.approving().update(sha256=signed_digest(article))
    with pytest.raises(ValidationError, match="no alternative text"):
        publish(article, reviewers[-1])


def test_describing_is_one_step_that_is_undone(photo, describer, reviewers):
    describe_photo(photo, " 两人 蹲在\n田边 ", describer)
    photo.refresh_from_db()
    assert photo.alt_text == "两人 蹲在 田边"
    step = Step.objects.get()
    assert (step.kind, step.by, step.article) == (
        "photo",
        describer,
        photo.article,
    )
    undo(step, describer)
    photo.refresh_from_db()
    assert photo.alt_text == ""


def test_words_are_needed_and_the_right_to_photos(photo, describer, reviewers):
    with pytest.raises(ValidationError, match="Say in words"):
        describe_photo(photo, " \n", describer)
    with pytest.raises(PermissionDenied):
        describe_photo(photo, "田边", reviewers[0])
    assert not Step.objects.exists()


def test_what_was_signed_of_another_description_is_signed_again(
    photo, describer, sign_all
):
    describe_photo(photo, "两人蹲在田边", describer)
    article = sign_all(photo.article)
    describe_photo(photo, "两人站在田边", describer)
    article.refresh_from_db()
    assert article.status == "imported"
