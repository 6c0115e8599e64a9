"""The API answers as its schema says, whatever it is asked; the schema is complete, and so is its
page.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from search.index import refresh
from tests.api.all_kinds import LISTS, RECORDS, make_records
from tests.told import tell_of_everything
from zzcms.wsgi import application

pytestmark = pytest.mark.django_db

LIMITED = settings(
    max_examples=20,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


PATHS = [f"/api/v1/{name}/" for name in [*LISTS, "changes"]]
PATHS += [
    f"/api/v1/{name}/{{{'slug' if name == 'newspapers' else 'id'}}}/"
    for name in RECORDS
]
PATHS.append("/api/v1/articles/{article}/publications/{number}/")


@pytest.fixture
def open_connection() -> Iterator[None]:
    """Keep the test's transaction: outside Django's own client each request would close the
    connection it is on.
    """
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def schema(open_connection) -> schemathesis.BaseSchema:
    refresh(
        article.pk for number in range(3) for article in make_records(number)
    )
    tell_of_everything()
    return schemathesis.openapi.from_wsgi(reverse("schema"), application)


def test_every_address_is_tried(schema):
    assert {
        operation.ok().path for operation in schema.get_all_operations()
    } == set(PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_the_schema_says(schema, path):
    @LIMITED
    @given(case=schema[path]["GET"].as_strategy())
    def ask(case):
        # No schema can tell which cursors, slugs and ids there are.
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    ask()


@pytest.mark.parametrize("name", LISTS)
def test_what_is_found_is_as_the_schema_says(client, schema, name):
    query = {"q": "春耕"} if name == "search" else {}
    found = (
        schema[f"/api/v1/{name}/"]["GET"]
        .Case(query=query)
        .call_and_validate()
        .json()["results"]
    )
    assert len(found) == 3
    if name != "search":
        key = "slug" if name == "newspapers" else "id"
        for record in found:
            schema[f"/api/v1/{name}/{{{key}}}/"]["GET"].Case(
                path_parameters={key: record[key]}
            ).call_and_validate()


def test_changes_are_as_the_schema_says(schema):
    case = schema["/api/v1/changes/"]["GET"].Case(query={"limit": 5})
    assert len(case.call_and_validate().json()["results"]) == 5


@pytest.mark.parametrize("path", PATHS)
def test_what_the_schema_forbids_is_refused(schema, path):
    wrong = schema[path]["GET"].as_strategy(
        generation_mode=GenerationMode.NEGATIVE
    )

    @LIMITED
    @given(case=wrong)
    def ask(case):
        case.call_and_validate()

    ask()


def test_the_schema_is_complete(tmp_path):
    call_command(
        "spectacular",
        "--validate",
        "--fail-on-warn",
        "--file",
        str(tmp_path / "schema.yml"),
    )


def test_the_documentation_needs_nothing_from_elsewhere(client):
    response = client.get(reverse("api-docs"))
    html = response.content.decode()
    assert response.status_code == 200
    assert "<style" not in html
    assert html.count("<script") == html.count("<script src=") == 2
    assert "https://" not in html
    script = client.get(f"{reverse('api-docs')}?script=")
    assert script.headers["Content-Type"].startswith("application/javascript")


@pytest.mark.parametrize("name", ["version", "format", "x"])
def test_the_schema_takes_nothing_unknown_into_its_headers(client, name):
    response = client.get(reverse("schema"), {name: "1\r\nX-Injected: 1"})
    assert response.status_code == 400
    assert f"“{name}”" in response.content.decode()
    assert "1 (" not in str(
        client.get(reverse("schema"), {"lang": "en"}).headers
    )
