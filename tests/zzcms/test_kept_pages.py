"""A page is made once, answered from memory, and never older than the last change that readers
see.
"""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date

from articles.models import Article
from editorial.change_log import logged, note_changes
from editorial.models import Change
from editorial.publishing import withdraw
from public.urls import KEPT, urlpatterns
from tests.builders import (
    make_article,
    make_issue,
    make_page,
    make_user,
    show_as_it_stands,
)
from zzcms.keeping import kept_pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keeping(settings) -> None:
    settings.KEPT_PAGES_BYTES = 1_000_000


@pytest.fixture
def article() -> Article:
    return make_article(headline="春耕开始", published=True)


def change(article: Article) -> None:
    """Write a change of an article as a verb does."""
    with logged():
        note_changes([("article", article.pk)])


def queries(client: Client, address: str, **headers: str) -> int:
    """Return how many queries an answer takes."""
    with CaptureQueriesContext(connection) as asked:
        client.get(address, headers=headers)
    return len(asked)


def test_a_kept_page_is_the_page(client, article):
    address = article.get_absolute_url()
    made = client.get(address)
    kept = client.get(address)
    assert kept.content == made.content
    assert kept.headers == made.headers
    assert "Content-Security-Policy" in kept.headers


def test_a_kept_page_asks_for_the_last_number_alone(client, article):
    address = article.get_absolute_url()
    assert queries(client, address) > 1
    assert queries(client, address) == 1


def test_what_the_visitor_has_is_not_sent_nor_made_again(client, article):
    address = article.get_absolute_url()
    etag = client.get(address)["ETag"]
    with CaptureQueriesContext(connection) as asked:
        known = client.get(address, headers={"if-none-match": etag})
    assert len(asked) == 1
    assert known.status_code == 304
    assert known.content == b""
    assert known["ETag"] == etag
    assert "s-maxage=1" in known["Cache-Control"]


def test_another_etag_gets_the_page(client, article):
    address = article.get_absolute_url()
    client.get(address)
    answered = client.get(address, headers={"if-none-match": '"x"'})
    assert answered.status_code == 200


def test_a_condition_does_not_hinder_the_keeping(client, article, settings):
    address = article.get_absolute_url()
    etag = client.get(address)["ETag"]
    other = Client()
    known = other.get(address, headers={"if-none-match": etag})
    assert known.status_code == 304
    assert other.get(address).status_code == 200
    assert queries(other, address) == 1


def test_a_change_is_seen_at_once(client, article):
    address = article.get_absolute_url()
    before = client.get(address)
    Article.objects.update(headline="秋收开始")
    assert client.get(address).content == before.content
    article.refresh_from_db()
    show_as_it_stands(article)
    assert "秋收开始" in client.get(address).content.decode()


def test_a_change_elsewhere_leaves_the_etag(client, article):
    address = article.get_absolute_url()
    etag = client.get(address)["ETag"]
    elsewhere = make_issue(date=dt.date(2021, 10, 1))
    make_article(
        page=make_page(issue=elsewhere),
        headline="秋收",
        body="晚稻开镰。",
        published=True,
    )
    answered = client.get(address, headers={"if-none-match": etag})
    assert answered.status_code == 304
    assert queries(client, address) == 1


def test_a_page_says_since_when_it_cannot_have_changed(
    client, article, monkeypatch
):
    Change.objects.all().delete()
    monkeypatch.setattr("time.time", lambda: 1_000_000_000.0)
    address = article.get_absolute_url()
    begun = client.get(address)["Last-Modified"]
    assert begun == "Sun, 09 Sep 2001 01:46:40 GMT"
    change(article)
    at = Change.objects.get().at.timestamp()
    assert client.get(address)["Last-Modified"] == http_date(at)
    assert client.get(address)["Last-Modified"] == http_date(at)


def test_a_date_alone_does_not_say_that_a_page_is_known(client, article):
    address = article.get_absolute_url()
    date = client.get(address)["Last-Modified"]
    answered = client.get(address, headers={"if-modified-since": date})
    assert answered.status_code == 200


def test_what_was_withdrawn_is_gone_at_once(client, article):
    address = article.get_absolute_url()
    assert client.get(address).status_code == 200
    withdraw(article, make_user(superuser=True), "有误。")
    assert client.get(address).status_code == 410
    assert queries(client, address) > 1


def test_a_page_grows_no_older_than_a_minute(client, article, monkeypatch):
    address = article.get_absolute_url()
    client.get(address)
    monkeypatch.setattr("zzcms.keeping.page_memory.LONGEST_SECONDS", -1)
    assert queries(client, address) > 1


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("text=printed", True),
        ("evidence=1&text=printed", True),
        ("unknown=1", False),
        ("text=printed&unknown=1", False),
        ("text=printed&text=changes", False),
    ],
)
def test_what_a_view_knows_is_kept(client, article, question, kept):
    address = f"{article.get_absolute_url()}?{question}"
    client.get(address)
    assert (queries(client, address) == 1) is kept


def test_a_connection_that_broke_is_opened_anew(client, article, monkeypatch):
    address = article.get_absolute_url()
    client.get(address)
    closed = []
    answers = iter([OperationalError("gone"), kept_pages.last_number()])

    def ask() -> int:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(kept_pages, "last_number", ask)
    monkeypatch.setattr(connection, "close", lambda: closed.append(1))
    assert queries(client, address) == 0
    assert closed == [1]


def test_the_order_of_a_question_says_nothing(client, article):
    address = article.get_absolute_url()
    client.get(f"{address}?text=printed&evidence=1")
    assert queries(client, f"{address}?evidence=1&text=printed") == 1


@pytest.mark.parametrize(
    "address",
    [
        f"/search/?{urlencode({'q': '春耕'})}",
        "/nothing/",
        "/api/v1/articles/",
        "/admin/login/",
    ],
)
def test_what_has_no_end_or_no_page_is_not_kept(client, article, address):
    first = queries(client, address)
    assert queries(client, address) == first


def test_each_language_is_kept_apart(client, article):
    address = article.get_absolute_url()
    for lead, spoken in (("", "zh-Hans"), ("/en", "en")) * 2:
        html = client.get(f"{lead}{address}").content.decode()
        assert f'<html lang="{spoken}">' in html


def test_each_host_is_kept_apart(client, article, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    address = article.get_absolute_url()
    for host in settings.ALLOWED_HOSTS * 2:
        html = client.get(address, headers={"host": host}).content.decode()
        assert f"http://{host}{address}" in html


def test_a_host_that_is_not_ours_is_refused(client, article):
    address = article.get_absolute_url()
    assert client.get(address, headers={"host": "evil"}).status_code == 400


def test_the_head_of_a_kept_page_asks_nothing_more(client, article):
    address = article.get_absolute_url()
    etag = client.get(address)["ETag"]
    with CaptureQueriesContext(connection) as asked:
        head = client.head(address)
    assert len(asked) == 1
    assert head["ETag"] == etag


def test_whoever_is_signed_in_reads_the_kept_page(client, article):
    address = article.get_absolute_url()
    made = client.get(address)
    staff = Client()
    staff.force_login(make_user(username="bianji", is_superuser=True))
    client.get(address)
    assert staff.get(address).content == made.content


def test_a_form_that_is_sent_is_never_answered_from_memory(client, article):
    address = article.get_absolute_url()
    client.get(address)
    assert client.post(address).status_code == 405


def test_with_no_room_nothing_is_kept(client, article, settings):
    settings.KEPT_PAGES_BYTES = 0
    address = article.get_absolute_url()
    other = Client()
    first = queries(other, address)
    assert first > 1
    assert queries(other, address) == first


def test_every_page_with_two_languages_is_kept_but_search_and_report():
    names = {page.name for page in urlpatterns}
    assert names - set(KEPT) == {"search", "report", "report-taken"}
