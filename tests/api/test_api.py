"""What every list and record of the API does alike: strict parameters, cursor pages, ETags, clear
errors, few queries.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest
from django.core.cache import cache
from django.core.signing import Signer
from django.utils import translation
from rest_framework.throttling import AnonRateThrottle

from articles.models import Article, Photo
from editorial.publishing import withdraw
from events.models import Event
from people.models import Organization, Person, Post
from search.index import refresh
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_participation,
    make_person,
    make_photo,
    make_user,
    published_once,
    show_as_it_stands,
)
from tests.once import made_once

pytestmark = pytest.mark.django_db

# Queries of a record; a list takes two, its keys and its rows, and so does search.
RECORDS = {
    "newspapers": 1,
    "issues": 2,
    "pages": 2,
    "articles": 5,
    "photos": 1,
    "people": 6,
    "organizations": 2,
    "events": 4,
}
LISTS = [*RECORDS, "search"]
MODELS = [
    ("articles", Article),
    ("photos", Photo),
    ("people", Person),
    ("events", Event),
]


@published_once()
def make_records(number: int) -> list[Article]:
    """Make a published article with everything the API shows, in a newspaper and on a page of its
    own.
    """
    publisher = Organization.objects.create(name=f"第{number}报社")
    newspaper = make_newspaper(name=f"第{number}日报", organization=publisher)
    page = make_page(
        issue=make_issue(newspaper=newspaper, date=dt.date(2021, 9, number + 1))
    )
    person = make_person(name=f"柏松{number}")
    article = make_article(
        page=page,
        headline=f"春耕{number}",
        body=f"昨日上午柏松{number}书记主持。",
    )
    make_photo(article=article)
    make_mention(article=article, name=person.name, person=person)
    post = Post.objects.create(label="书记", organization=publisher)
    evidence = make_evidence(article=article, words="书记")
    evidence.memberships.add(person.memberships.create(post=post))
    event = make_event(
        title=f"会议{number}",
        evidence=make_evidence(article=article, words="昨日上午"),
    )
    make_participation(event=event, person=person, evidence=evidence)
    # Published once, with all that it states.
    article.status = Article.Status.PUBLISHED
    article.save()
    show_as_it_stands(article)
    hidden = make_article(
        page=page, headline=f"密稿{number}", body=f"密谈柏密{number}"
    )
    make_photo(article=hidden, caption="密图")
    make_mention(
        article=hidden,
        name=f"柏密{number}",
        person=make_person(name=f"柏密{number}"),
    )
    make_event(
        title=f"密会{number}",
        evidence=make_evidence(article=hidden, words="密谈"),
    )
    return [article, hidden]


@pytest.fixture(scope="module")
def records_once(django_db_setup, django_db_blocker) -> Iterator[None]:
    with made_once(django_db_blocker):
        refresh(
            article.pk
            for number in range(5)
            for article in make_records(number)
        )
        yield


@pytest.fixture
def records(records_once, db) -> None:
    """Give a test what all of this file share."""


def address(name: str) -> str:
    return f"/api/v1/{name}/" + ("?q=春耕&" if name == "search" else "?")


def get(client, path: str, status: int = 200) -> dict:
    response = client.get(path)
    assert response.status_code == status, response.content.decode()
    assert response.headers["Content-Type"] == "application/json"
    return response.json()


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


# Parameters


@pytest.mark.parametrize("name", LISTS)
def test_an_unknown_parameter_is_refused_with_the_nearest(client, name):
    error = get(client, address(name) + "orderin=name", 400)
    assert error["parameter"] == "orderin"
    assert "“ordering”" in error["detail"]


@pytest.mark.parametrize("name", LISTS)
def test_an_unknown_ordering_is_refused_with_the_nearest(client, name):
    error = get(client, address(name) + "ordering=datename", 400)
    assert error["parameter"] == "ordering"
    assert "“date”" in error["detail"] or "“name”" in error["detail"]


@pytest.mark.parametrize(
    ("path", "parameter", "nearest"),
    [
        ("articles/?date=2021-09-31", "date", ""),
        ("articles/?date=28.09.2021", "date", ""),
        ("articles/?date=2021-9-28", "date", ""),
        ("articles/?date_from=２０２１-09-28", "date_from", ""),
        ("articles/?date_from=2021-09-29&date_to=2021-09-28", "date_to", ""),
        (
            "search/?q=春耕&date_from=2021-09-29&date_to=2021-09-28",
            "date_to",
            "",
        ),
        ("events/?date_from=2021-09-29&date_to=2021-09-28", "date_to", ""),
        ("people/?initial=7", "initial", "Z"),
        ("people/?initial=AB", "initial", "Z"),
        ("articles/?page=" + "A" * 21, "page", ""),
        ("articles/?newspaper=di1ribo", "newspaper", "“di1ribao”"),
        ("articles/?newspaper=", "newspaper", ""),
        ("articles/?person=99999999999999999999", "person", ""),
        ("articles/?person=x", "person", ""),
        ("articles/?page=A%00", "page", ""),
        ("articles/?date=2021-09-01&date=2021-09-02", "date", ""),
        ("articles/?page_size=0", "page_size", ""),
        ("articles/?page_size=101", "page_size", ""),
        ("articles/?page_size=９", "page_size", ""),
        ("articles/?cursor=x", "cursor", ""),
        ("articles/?format=json", "format", ""),
        ("photos/?article=x", "article", ""),
        ("events/?kind=congres", "kind", "“congress”"),
        ("events/?on=heute", "on", ""),
        ("organizations/?classification=partei", "classification", "“party”"),
        ("search/", "q", ""),
        ("search/?q=", "q", ""),
        ("search/?q=%00", "q", ""),
        (f"search/?q={'a' * 201}", "q", ""),
    ],
)
def test_a_bad_value_is_refused(client, records, path, parameter, nearest):
    with translation.override("en"):
        error = get(client, f"/api/v1/{path}", 400)
    assert error["parameter"] == parameter
    assert nearest in error["detail"]


@pytest.mark.parametrize(
    ("path", "number"),
    [
        ("people/?initial=b", 5),
        ("articles/?page=a1", 5),
        ("pages/?label=a1", 5),
    ],
)
def test_letters_may_be_small(client, records, path, number):
    capital = path[:-2] + path[-2:].upper()
    found = get(client, f"/api/v1/{path}")["results"]
    assert len(found) == number
    assert found == get(client, f"/api/v1/{capital}")["results"]


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("path", [f"/api/v1/{name}/" for name in LISTS])
def test_more_parameters_than_anybody_needs_are_refused_in_json(
    client, settings, path, debug
):
    settings.DEBUG = debug
    assert get(
        client, f"{path}?{'&'.join(f'a{n}=1' for n in range(1001))}", 400
    )["detail"]


def test_a_record_takes_no_parameters(client, records):
    url = get(client, address("articles"))["results"][0]["url"]
    assert get(client, f"{url}?date=2021-09-01", 400)["parameter"] == "date"


@pytest.mark.parametrize(
    "path",
    [
        "nothing/",
        "articles/x/",
        "articles/-1/",
        "articles/99999999999999999999/",
    ],
)
def test_what_is_not_there_is_said_in_json(client, path):
    assert "detail" in get(client, f"/api/v1/{path}", 404)


def test_what_is_not_there_is_said_plainly_in_the_visitor_s_language(client):
    assert get(client, "/api/v1/articles/99999/", 404) == {"detail": "未找到。"}


@pytest.mark.parametrize("method", ["options", "post", "get"])
def test_an_address_the_api_does_not_have_is_not_found_however_asked(
    client, method
):
    assert getattr(client, method)("/api/v1/nothing/").status_code == 404


@pytest.mark.parametrize("name", LISTS)
def test_options_names_the_methods_as_allow_does(client, name):
    response = client.options(f"/api/v1/{name}/")
    assert response.status_code == 200
    assert (
        response.json()["methods"]
        == response.headers["Allow"].split(", ")
        == ["GET", "HEAD", "OPTIONS"]
    )


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_api_only_reads(client, records, method):
    for name in LISTS:
        response = getattr(client, method)(
            f"/api/v1/{name}/", b"{}", content_type="application/json"
        )
        assert response.status_code == 405
        assert "detail" in response.json()


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
