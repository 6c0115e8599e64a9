"""What readers saw once and see no more answers that it is gone, and since when."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Photo
from editorial.change_log import latest_change
from editorial.photos.moving import remove_photo
from editorial.publishing import publish, withdraw
from events.models import PublicEvent
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_person,
    make_photo,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return make_user(username="chief", superuser=True)


@pytest.fixture
def article(show):
    """A published article with a person, a congress, one of its sessions and a photo."""
    issue = make_issue(date=dt.date(2021, 9, 28))
    article = make_article(
        page=make_page(issue=issue), headline="开幕", body="柏松到会。"
    )
    make_mention(article=article, name="柏松", person=make_person(name="柏松"))
    words = make_evidence(article=article, words="柏松到会")
    congress = make_event(
        title="第七次大会", kind="congress", edtf="2021-09-28", evidence=words
    )
    make_event(title="开幕会", evidence=words, parent=congress)
    make_photo(article=article, caption="柏松到会。")
    show(article)
    return article


@pytest.fixture
def show(chief, sign_all):
    """Sign an article three times and let readers see it."""

    def sign_and_publish(article):
        article.refresh_from_db()
        sign_all(article)
        publish(article, chief)

    return sign_and_publish


def addresses(article) -> list[str]:
    """Return the addresses of what only this article shows."""
    photo = Photo.objects.get()
    (person,) = {mention.person for mention in article.mentions.all()}
    word = PublicEvent.objects.get(title="第七次大会").word
    session = article.evidence.first().events.get(title="开幕会")
    return [
        article.page.get_absolute_url(),
        article.page.issue.get_absolute_url(),
        reverse("photo", args=[photo.pk]),
        reverse("photo-text", args=[photo.pk]),
        reverse("person", args=[person.pk]),
        reverse("person-events", args=[person.pk]),
        reverse("person-feed", args=[person.pk]),
        reverse("event", args=[session.pk]),
        reverse("event-data", args=[session.pk]),
        reverse("congress", args=[word]),
    ]


def test_what_a_withdrawn_article_alone_showed_is_gone(client, article, chief):
    shown = addresses(article)
    answers = {address: client.get(address).status_code for address in shown}
    assert [each for each in answers if answers[each] != 200] == []
    withdraw(article, chief, "撤稿。", everything=False)
    for address in shown:
        gone = client.get(address)
        assert gone.status_code == 410, address
        assert "no-store" in gone["Cache-Control"]
        assert "柏松" not in gone.content.decode()


def test_it_says_since_when_in_both_languages(client, article, chief):
    address = article.page.get_absolute_url()
    withdraw(article, chief, "撤稿。", everything=False)
    changed = latest_change("page", article.page_id)
    since = timezone.localtime(changed.at)
    in_chinese = client.get(address).content.decode()
    assert f"{since.year}年{since.month}月{since.day}日" in in_chinese
    in_english = client.get(f"/en{address}").content.decode()
    assert "No longer public" in in_english


def test_a_photo_that_was_taken_out_is_gone_with_the_next_publication(
    client, article, chief, show
):
    photo = Photo.objects.get()
    address = reverse("photo", args=[photo.pk])
    remove_photo(photo, chief)
    assert client.get(address).status_code == 200
    show(article)
    assert client.get(address).status_code == 410


def test_what_is_back_answers_again(client, article, chief, show):
    shown = addresses(article)
    withdraw(article, chief, "撤稿。", everything=False)
    show(article)
    answers = {address: client.get(address).status_code for address in shown}
    assert [each for each in answers if answers[each] != 200] == []


def test_what_never_was_public_is_not_there(client, article):
    page = article.page.get_absolute_url()
    for address in (
        "/photos/99999/",
        "/people/99999/",
        "/congresses/nothing/",
        page.replace("2021-09-28", "2021-09-29"),
        # The page is public, its picture is not there.
        f"{page}card.webp",
    ):
        assert client.get(address).status_code == 404, address
