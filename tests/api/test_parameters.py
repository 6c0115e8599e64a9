"""What a program may ask: unknown parameters, bad values, addresses that are not there."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests.api.all_kinds import LISTS, address, get

pytestmark = pytest.mark.django_db


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
