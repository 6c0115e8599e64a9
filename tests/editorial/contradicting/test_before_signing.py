"""What becomes of a contradiction, and the signature that waits for it."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article
from editorial.contradictions import contradictions_of
from editorial.deciding import accept, defer, dismiss
from editorial.models import Finding, Review
from editorial.publishing.reopening import reopen_changed
from events.models import Event
from tests.builders import make_article, make_person
from tests.editorial.contradicting.stated import (
    BODY,
    NINE,
    attend,
    contradict,
    rules,
    signed_twice,
    signing,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_in_english")]


def test_a_contradiction_is_one_finding_however_often_it_is_found(
    article, public, person, settings
):
    contradict(article, public, person)
    first = contradictions_of(article)
    assert contradictions_of(article) == first
    assert Finding.objects.count() == 1


def test_a_settled_contradiction_goes_unless_somebody_has_decided_it(
    article, public, person, editor
):
    contradict(article, public, person)
    (finding,) = contradictions_of(article)
    defer(finding, editor)
    other = Event.objects.get(title="座谈会")
    other.time = dt.time(15)
    other.save()
    assert rules(article) == []
    assert not Finding.objects.exists()
    other.time = NINE
    other.save()
    (finding,) = contradictions_of(article)
    dismiss(finding, editor, "两场相邻。")
    other.time = dt.time(15)
    other.save()
    assert rules(article) == []
    assert Finding.objects.get() == finding


def test_the_last_review_waits_until_a_person_has_dismissed_it(
    article, public, person, reviewers, editor
):
    contradict(article, public, person)
    twice_signed = signed_twice(article, reviewers)
    for _ in range(2):
        with pytest.raises(ValidationError, match="takes part at one hour"):
            signing(twice_signed, "final", reviewers[2])
    (finding,) = Finding.objects.all()
    dismiss(finding, editor, "两场相邻。")
    signing(twice_signed, "final", reviewers[2])
    assert twice_signed.status == Article.Status.FINAL_REVIEWED
    assert Finding.objects.get().status == Finding.Status.DISMISSED


@pytest.mark.parametrize("verb", [accept, defer])
def test_agreeing_or_leaving_it_for_later_settles_nothing(
    twice_signed, public, person, reviewers, editor, verb
):
    contradict(twice_signed, public, person)
    (finding,) = contradictions_of(twice_signed)
    verb(finding, editor)
    with pytest.raises(ValidationError, match="at one hour"):
        signing(twice_signed, "final", reviewers[2])


def test_corrected_facts_let_the_article_pass(
    twice_signed, public, person, reviewers
):
    contradict(twice_signed, public, person)
    with pytest.raises(ValidationError):
        signing(twice_signed, "final", reviewers[2])
    Event.objects.filter(title="座谈会").update(time=dt.time(15))
    reopen_changed([twice_signed.pk])
    signed_twice(twice_signed, reviewers)
    signing(twice_signed, "final", reviewers[2])
    assert not Finding.objects.exists()


def test_only_the_approval_of_the_last_step_waits(
    article, public, person, reviewers
):
    contradict(article, public, person)
    signing(article, "first", reviewers[0])
    signing(article, "second", reviewers[1])
    assert not Finding.objects.exists()
    review = signing(article, "final", reviewers[2], decision="returned")
    assert review.decision == Review.Decision.RETURNED


def test_no_other_article_waits(twice_signed, public, person, reviewers):
    other = make_article(body=BODY)
    contradict(other, public, person)
    attend(other, Event.objects.get(title="座谈会"), make_person(name="陈远"))
    signing(twice_signed, "final", reviewers[2])
    assert not Finding.objects.exists()
