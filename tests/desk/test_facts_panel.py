"""What a reviewer sees of the facts that are signed, and what becomes of a stale signature."""

from __future__ import annotations

import pytest
from django.urls import reverse

from editorial.publishing.signed.article_content import signed_digest
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_participation,
    make_person,
    make_user,
)
from tests.desk.typed import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer(client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    client.force_login(make_user(username="chief", superuser=True))
    return client


def test_facts_are_shown_with_their_words_before_they_are_signed(reviewer):
    article = make_article(body="柏松主持大会。")
    words = make_evidence(article=article, words="柏松主持大会")
    congress = make_event(title="第七次大会", kind="congress")
    event = make_event(title="开幕", evidence=words, parent=congress)
    person = make_person(name="柏松")
    make_participation(event=event, person=person, evidence=words, rank=3)
    page = reverse("admin:articles_article_change", args=[article.pk])
    html = reviewer.get(page).content.decode()
    assert "<h3>开幕</h3>" in html
    assert "第七次大会" in html
    assert "柏松 主持人 3" in html
    assert "<q>柏松主持大会</q>" in html


def test_a_signature_under_other_facts_than_were_seen_is_refused(reviewer):
    article = make_article(body="柏松主持大会。")
    words = make_evidence(article=article, words="柏松主持大会")
    event = make_event(title="开幕", evidence=words)
    data = {
        "step": "first",
        "version": article.version,
        "seen": signed_digest(article),
        "decision": "approved",
        "opinion": "同意。",
    }
    event.title = "闭幕"
    event.save()
    sign = reverse("admin:articles_article_sign", args=[article.pk])
    refused = reviewer.post(sign, data)
    assert "Words or facts have changed" in refused.content.decode()
    assert not article.reviews.exists()
    data["seen"] = signed_digest(article)
    reviewer.post(sign, data)
    assert article.reviews.get().sha256 == data["seen"]


def test_an_event_changed_at_the_desk_reopens_what_was_signed(
    reviewer, sign_all
):
    article = make_article(body="柏松主持大会。")
    words = make_evidence(article=article, words="柏松主持大会")
    event = make_event(title="开幕", evidence=words)
    sign_all(article)
    page = reverse("admin:events_event_change", args=[event.pk])
    reviewer.post(page, typed(reviewer.get(page), "event_form", title="闭幕"))
    article.refresh_from_db()
    assert article.status == "imported"
