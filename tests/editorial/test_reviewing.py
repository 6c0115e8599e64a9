"""Three reviews by three people, none of them the last editor; then publishing and withdrawing."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Article
from editorial.correcting import correct
from editorial.models import Review
from editorial.publishing import publish, withdraw
from editorial.reviewing import sign, step_to_sign
from search.models import Entry
from tests.builders import make_article, make_photo, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def approve(article, step, by, **fields):
    fields = {
        "decision": "approved",
        "opinion": "同意。",
        "version": article.version,
        **fields,
    }
    return sign(article, step=step, by=by, **fields)


def test_three_people_sign_in_turn(reviewers):
    article = make_article()
    first, second, final = reviewers
    assert step_to_sign(article, first) == "first"
    approve(article, "first", first)
    assert (article.status, step_to_sign(article, second)) == (
        Article.Status.FIRST_REVIEWED,
        "second",
    )
    approve(article, "second", second)
    assert (article.status, step_to_sign(article, final)) == (
        Article.Status.SECOND_REVIEWED,
        "final",
    )
    review = approve(article, "final", final, opinion="签发。")
    assert (article.status, step_to_sign(article, first)) == (
        Article.Status.FINAL_REVIEWED,
        None,
    )
    assert (review.by, review.version, review.opinion) == (final, 1, "签发。")


@pytest.mark.parametrize("again", ["first", "second"])
def test_any_two_steps_need_two_people(reviewers, again):
    article = make_article()
    approve(article, "first", reviewers[0])
    if again == "second":
        approve(article, "second", reviewers[1])
    with pytest.raises(ValidationError, match="two people"):
        approve(
            article, "second" if again == "first" else "final", reviewers[0]
        )


def test_nobody_approves_their_own_text(editor, reviewers):
    article = make_article(body="甲。")
    correct(article, texts={"body": "乙。"}, by=reviewers[0], version=1)
    with pytest.raises(ValidationError, match="have changed"):
        approve(article, "first", reviewers[0])
    approve(article, "first", reviewers[1])


def test_who_edited_before_somebody_else_did_may_not_sign_either(
    editor, reviewers
):
    article = make_article(body="甲。")
    correct(article, texts={"body": "乙。"}, by=reviewers[0], version=1)
    correct(article, texts={"body": "丙。"}, by=editor, version=2)
    with pytest.raises(ValidationError, match="have changed"):
        approve(article, "first", reviewers[0])


@pytest.mark.parametrize("step", ["second", "final"])
def test_a_step_out_of_turn_is_refused(reviewers, step):
    with pytest.raises(ValidationError, match="turn"):
        approve(make_article(), step, reviewers[0])


def test_a_text_that_changed_since_it_was_read_cannot_be_signed(
    editor, reviewers
):
    article = make_article(body="甲。")
    correct(article, texts={"body": "乙。"}, by=editor, version=1)
    with pytest.raises(ValidationError, match="changed since"):
        approve(article, "first", reviewers[0], version=1)


@pytest.mark.parametrize("decision", ["approved", "returned"])
def test_a_review_needs_an_opinion(reviewers, decision):
    with pytest.raises(ValidationError, match="opinion"):
        approve(
            make_article(),
            "first",
            reviewers[0],
            decision=decision,
            opinion="  ",
        )


@pytest.mark.parametrize("step", ["first", "no such step"])
def test_each_step_needs_its_permission(step):
    with pytest.raises(PermissionDenied):
        approve(make_article(), step, make_user())


def test_a_return_sends_the_article_back_to_the_desk(reviewers, sign_all):
    article = make_article()
    approve(article, "first", reviewers[0])
    approve(
        article,
        "second",
        reviewers[1],
        decision="returned",
        opinion="引文请核对。",
    )
    assert article.status == Article.Status.IMPORTED
    assert list(
        article.reviews.standing().values_list("decision", flat=True)
    ) == ["returned"]
    sign_all(article)
    assert article.status == Article.Status.FINAL_REVIEWED


def test_a_published_article_is_not_reviewed_again(reviewers):
    article = make_article(published=True)
    assert step_to_sign(article, reviewers[0]) is None
    with pytest.raises(ValidationError, match="published"):
        approve(article, "first", reviewers[0])


def test_only_what_passed_the_final_review_is_published(reviewers, sign_all):
    article = make_article()
    approve(article, "first", reviewers[0])
    with pytest.raises(ValidationError, match="final review"):
        publish(article, reviewers[0])
    article = sign_all(make_article())
    publish(article, reviewers[0])
    assert article.is_published
    assert Entry.objects.filter(pk=article.pk).exists()


def test_an_article_without_a_word_is_not_published(reviewers, sign_all):
    article = sign_all(make_article(headline="", body=""))
    assert str(article) == "Article 1"
    with pytest.raises(ValidationError, match="without headline and body"):
        publish(article, reviewers[0])
    make_photo(article=article)
    with pytest.raises(ValidationError, match="have changed"):
        publish(article, reviewers[0])
    publish(sign_all(article), reviewers[0])


def test_a_status_without_standing_reviews_does_not_publish(
    reviewers, sign_all
):
    article = sign_all(make_article())
    Review.objects.filter(step="second").update(voided=True)
    with pytest.raises(ValidationError, match="final review"):
        publish(article, reviewers[0])


def test_withdrawing_needs_a_note_and_takes_the_article_out(
    reviewers, sign_all
):
    article = sign_all(make_article())
    with pytest.raises(ValidationError, match="published"):
        withdraw(article, reviewers[0], "误刊。")
    publish(article, reviewers[0])
    with pytest.raises(ValidationError, match="note"):
        withdraw(article, reviewers[0], " ")
    withdraw(article, reviewers[0], "误刊，更正后再发。")
    assert article.status == Article.Status.WITHDRAWN
    withdrawn = article.publications.get()
    assert withdrawn.withdrawal_note == "误刊，更正后再发。"
    assert not Entry.objects.filter(pk=article.pk).exists()
    with pytest.raises(ValidationError):
        publish(article, reviewers[0])
    sign_all(article)
    publish(article, reviewers[0])
    assert article.publications.current().get().number == 2


@pytest.mark.parametrize(
    "verb", [publish, lambda article, by: withdraw(article, by, "误刊。")]
)
def test_publishing_needs_the_permission(editor, verb, sign_all):
    with pytest.raises(PermissionDenied):
        verb(sign_all(make_article()), editor)


def test_a_refusal_says_one_thing_in_words(reviewers):
    article = make_article()
    approve(article, "first", reviewers[0])
    for opinion, step, message in [
        ("同意。", "first", "turn"),
        ("", "second", "opinion"),
    ]:
        with pytest.raises(ValidationError) as refused:
            approve(article, step, reviewers[1], opinion=opinion)
        assert len(refused.value.messages) == 1
        assert message in refused.value.messages[0]
