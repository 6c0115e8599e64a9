"""Who changes what was signed lets it be signed again, by others; what readers see stays."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.models import Article
from editorial.merging.merger import merge
from editorial.merging.people import MergingPeople
from editorial.publishing import publish
from editorial.reviewing import sign
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_user,
)
from tests.desk.typed import typed

pytestmark = pytest.mark.django_db

BODY = "柏松主持大会。"


@pytest.fixture
def head(client):
    """A colleague with every right, signed in."""
    user = make_user(username="head", superuser=True)
    client.force_login(user)
    return user


def sign_first(article: Article, by) -> None:
    sign(
        article,
        step="first",
        decision="approved",
        opinion="可。",
        by=by,
        version=article.version,
    )


def save(client, record, **values) -> None:
    """Save a record's page at the desk with these values typed."""
    name = record._meta.model_name
    page = reverse(
        f"admin:{record._meta.app_label}_{name}_change", args=[record.pk]
    )
    fields = typed(client.get(page), f"{name}_form", **values)
    assert client.post(page, fields).status_code == 302


def part_of(article: Article):
    """Return what somebody did at an event, as an article states it."""
    words = make_evidence(article=article, words=BODY.removesuffix("。"))
    event = make_event(title="大会", evidence=words)
    return make_participation(
        event=event, person=make_person(name="柏松"), evidence=words
    )


def status_of(article: Article) -> str:
    article.refresh_from_db()
    return article.status


@pytest.mark.parametrize("signed", [False, True])
def test_who_changed_a_fact_does_not_sign_it(client, head, reviewers, signed):
    article = make_article(body=BODY)
    event = part_of(article).event
    if signed:
        sign_first(article, reviewers[0])
    save(client, event, place="大礼堂")
    assert status_of(article) == Article.Status.IMPORTED
    with pytest.raises(ValidationError):
        sign_first(article, head)
    sign_first(article, reviewers[1])


def test_who_saves_a_fact_as_it_was_may_sign_it(client, head, reviewers):
    article = make_article(body=BODY)
    event = part_of(article).event
    sign_first(article, reviewers[0])
    save(client, event)
    assert status_of(article) == Article.Status.FIRST_REVIEWED


def test_a_part_moved_to_other_words_reopens_both_articles(
    client, head, reviewers
):
    first = make_article(body=BODY)
    part = part_of(first)
    second = make_article(body=BODY)
    words = make_evidence(article=second, words="柏松主持大会")
    for article in (first, second):
        sign_first(article, reviewers[0])
    save(
        client,
        part.event,
        participations__0__evidence=words.pk,
    )
    part.refresh_from_db()
    assert part.evidence == words
    assert status_of(first) == Article.Status.IMPORTED
    assert status_of(second) == Article.Status.IMPORTED


def test_a_refused_publication_is_reviewed_again(reviewers, sign_all):
    article = make_article(body=BODY)
    event = part_of(article).event
    sign_all(article)
    type(event).objects.update(place="大礼堂")
    with pytest.raises(ValidationError, match="重新"):
        publish(article, reviewers[0])
    assert status_of(article) == Article.Status.IMPORTED
    assert not article.reviews.standing().exists()
    publish(sign_all(article), reviewers[0])


def test_a_merge_reopens_what_is_in_review_and_not_what_is_published(
    head, reviewers, sign_all
):
    stays, goes = make_person(name="柏松"), make_person(name="柏松")
    published, signed = make_article(body=BODY), make_article(body=BODY)
    for article in (published, signed):
        make_mention(article=article, name="柏松", person=goes)
    publish(sign_all(published), reviewers[0])
    sign_first(signed, reviewers[0])
    merge(MergingPeople, stays.pk, [goes.pk], by=head, reason="同一人。")
    assert status_of(published) == Article.Status.PUBLISHED
    assert status_of(signed) == Article.Status.IMPORTED
