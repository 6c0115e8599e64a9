"""What a reviewer sees of the facts that are signed, and what becomes of a stale signature."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from desk.review_sheet.fact_values import value_words
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
    assert "柏松 主持人 place 3" in html
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


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (
            "attendance",
            {"expected": 348, "absent": 12, "present": 336},
            "应到348 请假12 实到336",
        ),
        (
            "participation",
            {"name": "柏松", "role": "主持人", "rank": 3, "position": 0},
            "柏松 主持人 第3位",
        ),
        (
            "vote",
            {"subject": "表决", "in_favour": 9, "against": 0, "abstained": 1},
            "表决 赞成9票 反对0票 弃权1票",
        ),
        ("body", {"body": "committee", "number": None}, "委员会"),
        ("agenda", {"rank": 1, "text": "听取汇报"}, "第1项 听取汇报"),
        ("tenure", {"edge": "begins", "manner": "election"}, "开始 选举"),
        ("kind", {"value": "session"}, "大会"),
        (
            "membership",
            {"label": "市长", "role": "市长", "stated_on": "2021-10-15"},
            "市长 2021-10-15见报",
        ),
        ("visit", {"delegations": [3, 5]}, "第3、5代表团"),
    ],
)
def test_a_fact_says_what_its_numbers_count(field, value, words):
    with translation.override("zh-hans"):
        assert value_words({"field": field, "value": value}) == words
