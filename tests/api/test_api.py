"""What every list and record of the API does alike: strict parameters, cursor pages, ETags, clear
errors, few queries.
"""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode, urlsplit

import pytest
from django.core.cache import cache
from django.core.signing import Signer
from rest_framework.throttling import AnonRateThrottle

from articles.models import Article, Photo
from editorial.publishing import withdraw
from events.models import Event
from people.models import Person
from search.index import refresh
from tests.api.all_kinds import LISTS, RECORDS, address, get, make_records
from tests.builders import (
    make_article,
    make_issue,
    make_page,
    make_user,
)

pytestmark = pytest.mark.django_db

MODELS = [
    ("articles", Article),
    ("photos", Photo),
    ("people", Person),
    ("events", Event),
]


@pytest.mark.parametrize("name", LISTS)
def test_lists_show_what_is_published_and_nothing_else(client, records, name):
    response = client.get(address(name))
    assert len(response.json()["results"]) == 5
    assert "密" not in response.content.decode()


@pytest.mark.parametrize("name", RECORDS)
def test_records_show_what_is_published_and_nothing_else(client, records, name):
    results = get(client, address(name))["results"]
    assert results
    for record in results:
        detail = client.get(record["url"])
        assert "密" not in detail.content.decode()
        assert record.items() <= detail.json().items()


@pytest.mark.parametrize(("name", "model"), MODELS)
def test_what_is_not_published_is_not_found(client, records, name, model):
    public = {record["id"] for record in get(client, address(name))["results"]}
    hidden = model.objects.exclude(pk__in=public)
    assert hidden.count() == 5
    for record in hidden:
        assert "detail" in get(client, f"/api/v1/{name}/{record.pk}/", 404)


@pytest.mark.parametrize(
    "name", [name for name in RECORDS if name != "organizations"]
)
def test_public_addresses_answer(client, records, name):
    record = get(client, address(name))["results"][0]
    assert record["html_url"].startswith("http://testserver/")
    assert client.get(urlsplit(record["html_url"]).path).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_lists_and_records_take_a_fixed_number_of_queries(
    client, records, name, django_assert_num_queries
):
    with django_assert_num_queries(2):
        results = get(client, address(name))["results"]
    if name in RECORDS:
        with django_assert_num_queries(RECORDS[name]):
            get(client, results[0]["url"])


# Pages


@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize("name", LISTS)
def test_pages_hold_each_record_once_forth_and_back(
    client, records, name, size
):
    everything = get(client, address(name))["results"]
    page = get(client, f"{address(name)}page_size={size}")
    assert page["previous"] is None
    forth = [page]
    while forth[-1]["next"]:
        forth.append(get(client, forth[-1]["next"]))
    assert [
        record for page in forth for record in page["results"]
    ] == everything
    back = [forth[-1]]
    while back[-1]["previous"]:
        back.append(get(client, back[-1]["previous"]))
    assert [page["results"] for page in reversed(back)] == [
        page["results"] for page in forth
    ]


def test_pages_go_on_among_records_of_one_day_while_others_come_and_go(client):
    page = make_page(issue=make_issue(date=dt.date(2022, 3, 1)))
    articles = [make_article(page=page, published=True) for _number in range(6)]
    first = get(client, "/api/v1/articles/?page_size=2")
    make_article(page=page, published=True)
    withdraw(articles[-2], make_user(superuser=True), "撤回。")
    second = get(client, first["next"])
    ids = [record["id"] for record in first["results"] + second["results"]]
    assert ids == [article.pk for article in articles[:1:-1]]


def test_backwards_is_the_other_way_round(client, records):
    forth, back = (
        get(client, f"/api/v1/people/?ordering={name}")["results"]
        for name in ("name", "-name")
    )
    assert forth == back[::-1]
    assert [person["sort_name"] for person in forth] == sorted(
        person["sort_name"] for person in forth
    )


def test_a_cursor_belongs_to_its_ordering(client, records):
    link = get(client, "/api/v1/articles/?page_size=2")["next"]
    assert get(client, f"{link}&ordering=date", 400)["parameter"] == "cursor"


def test_a_cursor_belongs_to_its_list(client, records):
    cursor = urlsplit(get(client, "/api/v1/people/?page_size=2")["next"]).query
    assert (
        get(client, f"/api/v1/organizations/?{cursor}", 400)["parameter"]
        == "cursor"
    )


def test_a_cursor_of_an_earlier_version_is_refused(client, records):
    cursor = Signer(salt="api.keyset").sign_object(
        {"ordering": "name", "values": ["a", 1], "backwards": False}
    )
    assert (
        get(client, f"/api/v1/people/?{urlencode({'cursor': cursor})}", 400)[
            "parameter"
        ]
        == "cursor"
    )


# Answers


@pytest.mark.parametrize("name", LISTS)
def test_an_answer_that_is_still_good_is_not_sent_again(client, records, name):
    etag = client.get(address(name)).headers["ETag"]
    again = client.get(address(name), headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    refresh(article.pk for article in make_records(8))
    assert (
        client.get(address(name), headers={"If-None-Match": etag}).status_code
        == 200
    )


@pytest.mark.parametrize("path", ["/api/v1/people/", "/"])
def test_the_head_of_an_answer_is_that_of_the_whole(client, records, path):
    whole, head = client.get(path), client.head(path)
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.content == b""
    assert (
        client.head(
            path, headers={"If-None-Match": whole.headers["ETag"]}
        ).status_code
        == 304
    )


def test_who_asks_too_often_is_told_when_to_come_back(client, monkeypatch):
    cache.clear()
    monkeypatch.setattr(AnonRateThrottle, "rate", "2/min", raising=False)
    get(client, "/api/v1/people/")
    get(client, "/api/v1/people/")
    response = client.get("/api/v1/people/")
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) <= 60
    assert "detail" in response.json()
    for path in ("/api/schema/", "/api/docs/"):
        assert client.get(path).status_code == 200
    cache.clear()
