"""Which tables the API reads, and by which index it reads its lists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.db import connection

from api.urls import router
from articles.models import (
    AnnouncedCorrection,
    Issue,
    Newspaper,
    Page,
    Publication,
    PublicPhoto,
)
from editorial.merging import MergingPeople
from editorial.merging.merger import merge
from editorial.models import Change, ChangeCounter
from editorial.publishing import withdraw
from events.models import MergedEvent, PublicEvent, Statement
from people.models import (
    MergedPerson,
    Organization,
    Post,
    PublicName,
    PublicPerson,
)
from search.models import Entry
from tests.api.all_kinds import LISTS, RECORDS, address
from tests.builders import make_person, make_user

pytestmark = pytest.mark.django_db

# What the API may read; all other tables are those of the desk.
READ = {
    Publication,
    AnnouncedCorrection,
    PublicPhoto,
    PublicName,
    PublicPerson,
    PublicEvent,
    Statement,
    MergedPerson,
    MergedEvent,
    Newspaper,
    Issue,
    Page,
    Organization,
    Post,
    Entry,
    # The log holds numbers, keys and digests, and no word.
    Change,
    ChangeCounter,
}
WORKING = [
    model._meta.db_table
    for model in apps.get_models(include_auto_created=True)
    if model not in READ
]
ORDERINGS = [
    (name, ordering)
    for name, viewset, _basename in router.registry
    for ordering in getattr(viewset, "orderings", ())
    # What a search finds is put in order afterwards.
    if name != "search"
]


@contextmanager
def refusing_working_tables() -> Iterator[None]:
    def refuse(execute, sql, params, many, context):
        named = [table for table in WORKING if f'"{table}"' in sql]
        assert not named, f"{named}: {sql}"
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


def test_the_tables_of_the_desk_are_told():
    named = {"articles_article", "articles_mention", "events_participation"}
    assert named <= set(WORKING)
    with pytest.raises(AssertionError), refusing_working_tables():
        make_person(name="柏松")


@pytest.mark.parametrize("name", LISTS)
def test_no_table_of_the_desk_is_read(client, records, name):
    with refusing_working_tables():
        listed = client.get(f"{address(name)}page_size=2").json()
        assert len(listed["results"]) == 2
        assert client.get(listed["next"]).status_code == 200
        for record in listed["results"] if name in RECORDS else ():
            assert client.get(record["url"]).status_code == 200


def test_no_table_of_the_desk_is_read_for_filters_and_what_is_gone(
    client, records
):
    by = make_user(superuser=True)
    person = PublicPerson.objects.by_name().first()
    event = PublicEvent.objects.in_time().first()
    photo = PublicPhoto.objects.newest_first().first()
    article, gone = Publication.objects.current().newest_first()[:2]
    other = make_person(name="柏松")
    merge(MergingPeople, person.pk, [other.pk], by=by, reason="同一个。")
    withdraw(gone.article, by, "撤回。")
    former = f"person={other.pk}"
    answers = {
        f"articles/?{former}&newspaper=di0ribao&page=A1": 200,
        f"articles/{article.article_id}/publications/{article.number}/": 200,
        f"articles/{gone.article_id}/publications/{gone.number}/": 410,
        f"articles/{gone.article_id}/": 410,
        f"photos/?article={photo.publication.article_id}": 200,
        f"events/?{former}&on=2021-09-27": 200,
        f"events/?parent={event.pk}&kind=other": 200,
        f"people/{other.pk}/": 301,
        "people/?name=柏松1&initial=b&gender=male": 200,
        f"search/?q=春耕&{former}&newspaper=di0ribao": 200,
    }
    with refusing_working_tables():
        for path, status in answers.items():
            assert client.get(f"/api/v1/{path}").status_code == status, path


def plan_of(client: Any, path: str, place: int = 0) -> list[str]:
    """Return how SQLite goes about the query that an address asks for the keys of a page: its first
    one, or that at another place.
    """
    asked = []

    def note(execute, sql, params, many, context):
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        assert client.get(path).status_code == 200
    sql, params = asked[place]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        return [row[-1] for row in cursor.fetchall()]


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="plans are told in SQLite's words"
)
@pytest.mark.parametrize(("name", "ordering"), ORDERINGS)
def test_lists_are_read_in_the_order_of_an_index(
    client, records, name, ordering
):
    first = f"{address(name)}page_size=2&ordering={ordering}"
    after = client.get(first).json()["next"]
    before = client.get(after).json()["previous"]
    behind = [
        f"/api/v1/{name}/?{urlsplit(each).query}" for each in (after, before)
    ]
    for path in (first, *behind):
        plan = plan_of(client, path)
        assert not [line for line in plan if "TEMP B-TREE" in line], plan
        # Of a page behind a cursor nothing before it is read.
        assert path == first or plan[0].startswith("SEARCH"), plan
        assert not [line for line in plan[1:] if "SCAN" in line], plan


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="plans are told in SQLite's words"
)
@pytest.mark.parametrize("ordering", ["date", "-date"])
def test_the_articles_that_name_somebody_are_read_in_the_order_of_an_index(
    client, records, ordering
):
    named = Statement.objects.filter(field=Statement.MENTION)
    person = named.values_list("subject", flat=True)[0]
    first = f"/api/v1/articles/?person={person}&page_size=1&ordering={ordering}"
    # The person is looked up first.
    plan = plan_of(client, first, place=1)
    assert plan[0].startswith("SEARCH"), plan
    assert "statement_by_article" in plan[0], plan
    assert not [line for line in plan if "ORDER BY" in line], plan
