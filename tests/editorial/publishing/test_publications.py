"""What a publication holds, and what readers see while the desk goes on."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Article, Publication, PublicPhoto
from editorial.correcting import correct
from editorial.models import Review
from editorial.publishing import publish, withdraw
from editorial.reviewing import sign
from events.models import FieldEvidence, PublicEvent, Statement
from people.models import PublicPerson
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_photo,
    make_user,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewers():
    return [make_user(username=step, superuser=True) for step in "abcd"]


def sign_all(article: Article, reviewers) -> None:
    for step, by in zip(Review.Step.values, reviewers, strict=False):
        sign(
            article,
            step=step,
            decision="approved",
            opinion="可。",
            by=by,
            version=article.version,
        )


def told(article: Article):
    """Give an article a person, a photo and an event at which the person presided."""
    person = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=person)
    make_photo(article=article, caption="大会现场。")
    words = make_evidence(article=article, words="柏松主持大会")
    event = make_event(title="开幕大会", evidence=words, place="会议中心")
    make_participation(event=event, person=person, evidence=words)
    return person, event


@pytest.fixture
def article() -> Article:
    return make_article(headline="开幕", body="柏松主持大会。")


def test_published_words_and_facts_are_kept_and_listed(article, reviewers):
    person, event = told(article)
    sign_all(article, reviewers)
    publication = publish(article, reviewers[3])
    assert publication.number == 1
    assert publication.content["body"] == "柏松主持大会。"
    row = PublicEvent.objects.get()
    assert (row.pk, row.title, row.place) == (event.pk, "开幕大会", "会议中心")
    assert PublicPerson.objects.get().pk == person.pk
    assert PublicPhoto.objects.get().caption == "大会现场。"
    named = Statement.objects.naming(person.pk).get()
    assert (named.exact, named.suffix) == ("柏松", "主持大会。")


def test_a_correction_in_progress_changes_nothing_that_readers_see(
    article, reviewers
):
    told(article)
    sign_all(article, reviewers)
    publish(article, reviewers[3])
    correct(
        article,
        texts={"body": "柏松主持。"},
        by=reviewers[3],
        version=article.version,
    )
    assert article.status == Article.Status.IMPORTED
    current = Publication.objects.current().get()
    assert current.content["body"] == "柏松主持大会。"
    assert PublicEvent.objects.count() == PublicPerson.objects.count() == 1


def test_the_next_publication_takes_its_place_and_the_first_stays(
    article, reviewers
):
    told(article)
    sign_all(article, reviewers)
    first = publish(article, reviewers[3])
    correct(
        article,
        texts={"headline": "开会"},
        by=reviewers[3],
        version=article.version,
    )
    sign_all(article, reviewers)
    second = publish(article, reviewers[3])
    first.refresh_from_db()
    assert [first.is_current, second.is_current] == [False, True]
    assert (second.number, second.first_at) == (2, first.at)
    assert first.content["headline"] == "开幕"
    assert Statement.objects.exclude(publication=second).count() == 0


def test_a_fact_changed_after_signing_is_signed_again(article, reviewers):
    _person, event = told(article)
    sign_all(article, reviewers)
    event.place = "大礼堂"
    event.save()
    with pytest.raises(ValidationError):
        publish(article, reviewers[3])
    assert not Publication.objects.exists()


def test_withdrawing_takes_the_facts_of_that_article_and_no_others(
    article, reviewers
):
    person, event = told(article)
    sign_all(article, reviewers)
    publish(article, reviewers[3])
    other = make_article(body="柏松到会，大会开幕。", published=True)
    make_mention(article=other, name="柏松", person=person)
    words = make_evidence(article=other, words="大会开幕")
    FieldEvidence.objects.create(
        event=event, field="title", value="大会开幕", evidence=words
    )
    event.evidence.add(words)
    withdraw(article, reviewers[3], "有误，已撤。")
    assert not Publication.objects.current().filter(article=article).exists()
    assert PublicPerson.objects.filter(pk=person.pk).exists()
    assert not PublicEvent.objects.exists()
    withdrawn = Publication.objects.get(article=article)
    assert withdrawn.withdrawal_note == "有误，已撤。"
    assert withdrawn.reach == Publication.Reach.CURRENT


def test_a_stored_publication_is_never_changed(article, reviewers):
    sign_all(article, reviewers)
    publication = publish(article, reviewers[3])
    publication.headline = "别的"
    with pytest.raises(ValidationError):
        publication.save()
    with pytest.raises(ValidationError):
        publication.save(update_fields=["content"])


def test_only_who_may_publishes(article, reviewers):
    sign_all(article, reviewers)
    with pytest.raises(PermissionDenied):
        publish(article, make_user(username="nobody"))


def test_a_place_that_only_an_unpublished_article_tells_is_not_stated():
    public = make_article(body="柏松主持大会。", published=True)
    hidden = make_article(body="大会在大礼堂举行。")
    event = make_event(
        title="大会",
        place="大礼堂",
        evidence=make_evidence(article=hidden, words="大会在大礼堂举行"),
    )
    FieldEvidence.objects.create(
        event=event,
        field="place",
        value="大礼堂",
        evidence=hidden.evidence.get(),
    )
    event.evidence.add(make_evidence(article=public, words="柏松主持大会"))
    show_as_it_stands(public)
    assert PublicEvent.objects.get().place == ""
