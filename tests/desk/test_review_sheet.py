"""The reviewer's screen: what changed since when, and facts that are judged one by one."""

import pytest
from django.urls import reverse

from desk.review_sheet.sheet import ReviewSheet
from editorial.correcting import correct
from editorial.models import Review
from editorial.office.past_words import words_at, words_now
from editorial.reviewing import sign
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_participation,
    make_person,
    make_photo,
)
from tests.conftest import with_permissions
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "第一段话。\n林向晚主持会议。\n第三段话。"


@pytest.fixture
def article():
    article = make_article(body=BODY, headline="会议")
    words = make_evidence(article=article, words="林向晚主持会议")
    make_participation(
        event=make_event(evidence=words),
        person=make_person(name="林向晚"),
        evidence=words,
    )
    return article


@pytest.fixture
def reviewer():
    return member("a-reviewer", "Reviewers")


@pytest.fixture
def address(article):
    return reverse("desk-review", args=[article.pk])


def changed(article, old, new, by, **more):
    article.refresh_from_db()
    body = article.body.replace(old, new)
    correct(
        article, texts={"body": body}, by=by, version=article.version, **more
    )


def sheet(article, client, since=""):
    article.refresh_from_db()
    return ReviewSheet(article, client.user, since)


def shown_changes(sheet):
    return [
        "".join(f"[{p.change}:{p.text}]" for p in line if p.change)
        for stretch in sheet.stretches(whole=False)
        if stretch.is_changed
        for line in stretch.paragraphs
    ]


def answers(article, client, decision="approved", facts="right", **changes):
    current = sheet(article, client)
    said = {line.field: facts for line in current.facts()}
    return {
        "step": "first",
        "version": article.version,
        "seen": current.digest,
        "decision": decision,
        "opinion": "已核。",
        **said,
        **changes,
    }


# What changed


def test_unchanged_paragraphs_are_folded(article, reviewer, editor, address):
    changed(article, "第三段", "末尾一段", editor, reason="与报样核对")
    found = sheet(article, reviewer).stretches(whole=False)
    told = [(str(s.label), s.is_changed, len(s.paragraphs)) for s in found]
    assert told == [
        ("headline", False, 1),
        ("body", False, 2),
        ("body", True, 1),
    ]
    assert found[1].characters == len("第一段话。林向晚主持会议。")
    shown = text_of(reviewer.get(address))
    assert "<del>第三</del><ins" in shown
    assert "末尾一</ins>段话。" in shown
    assert "与报样核对" in shown
    whole = text_of(reviewer.get(f"{address}?view=full"))
    assert "<ins>" not in whole


def test_since_my_signature_the_publication_or_the_reading(
    article, reviewer, editor
):
    with_permissions(reviewer.user, "first_review")
    changed(article, "第一段", "头一段", editor)
    article.refresh_from_db()
    sign(
        article,
        step="first",
        decision="approved",
        opinion="好。",
        by=reviewer.user,
        version=article.version,
    )
    changed(article, "第三段", "末一段", editor)
    mine = sheet(article, reviewer)
    assert mine.since == "signed"
    assert shown_changes(mine) == ["[delete:第三][insert:末一]"]
    read = sheet(article, reviewer, "read")
    assert len(shown_changes(read)) == 2
    assert [name for name, _label in mine.tabs] == ["signed", "read"]
    assert sheet(article, reviewer, "published").since == "signed"


def test_since_the_publication(reviewer, editor):
    article = make_article(body=BODY, published=True)
    changed(article, "第一段", "头一段", editor)
    held = sheet(article, reviewer)
    assert held.since == "published"
    assert shown_changes(held) == ["[delete:第][insert:头]"]


def test_words_of_an_earlier_version(article, editor):
    photo = make_photo(article=article, caption="旧说明。")
    before = words_now(article)
    version = article.version
    changed(article, "段", "节", editor)
    changed(article, "第一节话。\n", "", editor)
    article.refresh_from_db()
    correct(
        article,
        texts={"headline": "大会"},
        captions={photo.pk: "新的说明。"},
        by=editor,
        version=article.version,
    )
    article.refresh_from_db()
    assert words_at(article, version) == before
    assert words_at(article, article.version) == words_now(article)
    article.body = "另有一次重读。"
    assert words_at(article, version) is None


# Signing


def test_each_fact_is_judged_before_it_is_signed(article, reviewer, address):
    facts = sheet(article, reviewer).facts()
    assert len(facts) > 1
    assert {line.record for line in facts} == {"开幕大会"}
    one_left = answers(article, reviewer, **{facts[-1].field: ""})
    refused = reviewer.post(address, one_left)
    assert refused.status_code == 409
    shown = text_of(refused)
    assert "Judge each fact" in shown
    assert ">已核。</textarea>" in shown
    assert shown.count(" checked") == len(facts) - 1
    assert not Review.objects.exists()
    reviewer.post(address, answers(article, reviewer))
    review = Review.objects.get()
    assert (review.by, review.decision) == (reviewer.user, "approved")


def test_a_fact_that_is_wrong_is_not_signed_but_returned(
    article, reviewer, address
):
    wrong = answers(article, reviewer, **{"fact-0": "wrong"})
    assert reviewer.post(address, wrong).status_code == 409
    assert not Review.objects.exists()
    wrong["decision"] = "returned"
    assert reviewer.post(address, wrong).status_code == 302
    assert Review.objects.get().decision == "returned"


def test_what_changed_meanwhile_is_not_signed(
    article, reviewer, editor, address
):
    sent = answers(article, reviewer)
    changed(article, "第一段", "头一段", editor)
    refused = reviewer.post(address, sent)
    assert refused.status_code == 409
    shown = text_of(refused)
    assert ">已核。</textarea>" in shown
    assert sheet(article, reviewer).digest in shown


def test_who_changed_it_is_told_so_and_finds_no_form(article, address):
    editor = member("an-editor", "Editors")
    changed(article, "第一段", "头一段", editor.user)
    shown = text_of(editor.get(address))
    assert "You have changed words or facts since" in shown
    assert 'name="opinion"' not in shown
    sent = answers(article, editor)
    assert editor.post(address, sent).status_code == 409
    assert not Review.objects.exists()


def test_the_sheet_for_print_bears_the_signatures(article, reviewer, address):
    reviewer.post(address, answers(article, reviewer))
    shown = text_of(reviewer.get(address))
    printed = shown[shown.index("sheet-only") : shown.index("</table>")]
    assert "已核。" in printed
    assert sheet(article, reviewer).digest in printed
    assert "a-reviewer" in printed


def test_the_sheet_is_for_who_may_see_articles(client, address):
    assert client.get(address).status_code == 302


def test_a_sheet_of_many_facts_costs_the_same(
    article, reviewer, address, django_assert_max_num_queries
):
    event = make_event(title="座谈会")
    words = make_evidence(article=article, words="第三段话")
    for number in range(30):
        person = make_person(name=f"代表{number}")
        make_participation(event=event, person=person, evidence=words)
    with django_assert_max_num_queries(49):
        assert reviewer.get(address).status_code == 200
