"""An article signed and published from its page, by others than those who changed it."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Byline
from editorial.publishing import publish
from tests.builders import (
    make_article,
    make_mention,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.desk.article_form.article_pages import words_of
from tests.desk.members import member
from tests.desk.typed import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_three_people_sign_and_one_publishes(article, page):
    for name, step in (("a", "first"), ("b", "second"), ("c", "final")):
        reviewer = member(name, "Reviewers")
        html = reviewer.get(page).content.decode()
        assert f'name="step" value="{step}"' in html
        data = {
            "step": step,
            "version": 1,
            "decision": "approved",
            "opinion": "同意。",
        }
        assert (
            reviewer.post(
                reverse("admin:articles_article_sign", args=[article.pk]), data
            ).status_code
            == 302
        )
        assert (
            "any two steps need two people"
            in reviewer.get(page).content.decode()
            or step == "final"
        )
    assert (
        reviewer.post(
            reverse("admin:articles_article_publish", args=[article.pk])
        ).status_code
        == 302
    )
    article.refresh_from_db()
    assert article.is_published
    response = reviewer.post(
        reverse("admin:articles_article_withdraw", args=[article.pk]),
        {"note": " "},
    )
    assert "needs a note" in response.content.decode()
    reviewer.post(
        reverse("admin:articles_article_withdraw", args=[article.pk]),
        {"note": "误刊。"},
    )
    article.refresh_from_db()
    assert article.status == Article.Status.WITHDRAWN
    assert article.publications.get().withdrawal_note == "误刊。"


def test_a_refused_review_keeps_the_opinion(article, page):
    reviewer = member("reviewer", "Reviewers")
    data = {
        "step": "first",
        "version": 1,
        "decision": "approved",
        "opinion": "写了很久的意见。",
    }
    Article.objects.update(version=2)
    response = reviewer.post(
        reverse("admin:articles_article_sign", args=[article.pk]), data
    )
    html = response.content.decode()
    assert response.status_code == 200
    assert "has changed since" in html
    assert "写了很久的意见。</textarea>" in html


def test_an_editor_cannot_sign_their_own_text(article, page, editor):
    editor.post(page, typed(editor.get(page), headline="会议闭幕"))
    html = editor.get(page).content.decode()
    assert "You have changed words or facts" in html
    assert 'name="opinion"' not in html


@pytest.mark.parametrize(
    "change",
    [
        {"bylines-0-name": "罗小曼"},
        {"photos-0-creators": "罗小曼"},
        {"photos-0-alt_text": "两人站在田边"},
        {"dateline_place": "滨江"},
    ],
)
def test_whoever_changed_anything_that_is_signed_cannot_sign(
    article, page, editor, change
):
    """Byline, photographer, picture and dateline count like the text."""
    saved(Byline(article=article, name="罗小满", role="reporter"))
    make_photo(article=article)
    colleague = member("colleague", "Editors")
    colleague.post(page, typed(colleague.get(page), headline="会议闭幕"))
    assert (
        editor.post(page, typed(editor.get(page)) | change).status_code == 302
    )
    data = {
        "step": "first",
        "version": 3,
        "decision": "approved",
        "opinion": "同意。",
    }
    sign = reverse("admin:articles_article_sign", args=[article.pk])
    assert (
        "You have changed words or facts"
        in editor.post(sign, data).content.decode()
    )
    assert (
        "You have changed words or facts" in editor.get(page).content.decode()
    )
    assert colleague.post(sign, data).status_code == 200
    third = member("third", "Editors")
    assert third.post(sign, data).status_code == 302


def test_who_led_a_name_to_a_person_cannot_sign(article, page, editor):
    make_mention(article=article, name="周易安")
    editor.post(
        page,
        typed(
            editor.get(page), mentions__0__person=make_person(name="周易安").pk
        ),
    )
    assert 'name="opinion"' not in editor.get(page).content.decode()


@pytest.mark.parametrize("verb", ["sign", "publish", "withdraw"])
def test_decisions_are_posted_with_permission(article, verb, client):
    url = reverse(f"admin:articles_article_{verb}", args=[article.pk])
    data = {
        "step": "second",
        "version": 1,
        "decision": "approved",
        "opinion": "同意。",
        "note": "误刊。",
    }
    assert client.post(url, data).status_code == 403
    editor = member("another-editor", "Editors")
    assert editor.post(url, data).status_code == 403
    assert editor.get(url).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user(username="root", superuser=True))
    assert strict.post(url, data).status_code == 403


def test_correcting_a_published_article_tells_that_readers_see_the_last(
    article, page, editor, sign_all, reviewers
):
    publish(sign_all(article), reviewers[0])
    response = editor.post(
        page, typed(editor.get(page), headline="会议闭幕"), follow=True
    )
    assert "Readers see the last publication" in words_of(response)
    article.refresh_from_db()
    assert article.status == Article.Status.IMPORTED
    assert article.publications.current().get().headline == "会议召开"


def test_many_articles_are_published_and_withdrawn_from_their_list(
    article, sign_all
):
    other = make_article()
    sign_all(article)
    chief = member("chief", "Reviewers")
    url = reverse("admin:articles_article_changelist")
    data = {"_selected_action": [article.pk, other.pk]}
    response = chief.post(
        url, data | {"action": "publish_selected"}, follow=True
    )
    assert "passed the final review" in words_of(response)
    assert "Done for 1." in words_of(response)
    response = chief.post(
        url,
        data | {"action": "withdraw_selected", "note": "误刊。"},
        follow=True,
    )
    article.refresh_from_db()
    assert article.status == Article.Status.WITHDRAWN
