"""The kinds of records that have a public address, and which of their records readers see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import F, Model, QuerySet, Value

from articles.models import (
    Article,
    Issue,
    Newspaper,
    Page,
    Photo,
    Publication,
    PublicPhoto,
)
from editorial.models import RecordKind
from events.models import Event, PublicEvent
from events.public_organizations import public_organizations
from people.models import Organization, Person, Post, PublicPerson
from records.grouping import grouped

# A record by its kind and its key.
RecordKey = tuple[str, int]

RECORDS: dict[str, type[Model]] = {
    RecordKind.ARTICLE: Article,
    RecordKind.PHOTO: Photo,
    RecordKind.PERSON: Person,
    RecordKind.EVENT: Event,
    RecordKind.ORGANIZATION: Organization,
    RecordKind.NEWSPAPER: Newspaper,
    RecordKind.ISSUE: Issue,
    RecordKind.PAGE: Page,
}
# What holds the rows that readers see, and the column of the record's key in them; of other kinds
# ``published()`` says what they see.
SHOWN: dict[str, tuple[type[Model], str]] = {
    RecordKind.ARTICLE: (Publication, "article"),
    RecordKind.PHOTO: (PublicPhoto, "pk"),
    RecordKind.PERSON: (PublicPerson, "pk"),
    RecordKind.EVENT: (PublicEvent, "pk"),
}

# What no publication holds: readers see it as the record has it.
AT_ONCE = (Issue, Newspaper, Organization, Page)


def kind_of_record(model: type[Model]) -> str:
    """Return what the log calls the records of a model."""
    kinds = {known: kind for kind, known in RECORDS.items()}
    return kinds[model]


def by_kind(records: Iterable[RecordKey]) -> Iterator[tuple[str, list[int]]]:
    """Yield the keys of each kind of record."""
    yield from grouped(sorted(records)).items()


def seen_by_readers(records: Iterable[RecordKey]) -> set[RecordKey]:
    """Return those of these records that readers see."""
    asked = [_shown(kind, keys) for kind, keys in by_kind(records)]
    return set(together(asked))


def _shown(kind: str, keys: list[int]) -> QuerySet:
    """Ask which of these records of a kind readers see."""
    if kind == RecordKind.ORGANIZATION:
        return keyed(kind, public_organizations().filter(pk__in=keys))
    if kind not in SHOWN:
        return keyed(kind, _table(kind).published().filter(pk__in=keys))
    model, column = SHOWN[kind]
    rows = model._default_manager.filter(**{f"{column}__in": keys})
    if model is Publication:
        rows = rows.filter(is_current=True)
    return keyed(kind, rows, column)


def stored_records(records: Iterable[RecordKey]) -> set[RecordKey]:
    """Return those of these records that are in the database."""
    asked = [
        keyed(kind, _table(kind).filter(pk__in=keys))
        for kind, keys in by_kind(records)
    ]
    return set(together(asked))


def _table(kind: str) -> Any:
    return RECORDS[kind]._default_manager


def keyed(kind: str, rows: QuerySet, key: str = "pk") -> QuerySet:
    """Ask for the records of one kind that ``key`` of these rows names, as ``RecordKey``."""
    named = rows.order_by().annotate(of_kind=Value(kind), its_key=F(key))
    return named.values_list("of_kind", "its_key")


def together(asked: list[QuerySet]) -> Iterator[RecordKey]:
    """Yield what several ``keyed`` questions find, by one query."""
    if not asked:
        return
    for kind, key in asked[0].union(*asked[1:]):
        if key is not None:
            yield kind, key


def seen_at_once(record: Any) -> Iterator[RecordKey]:
    """Yield the records that readers see otherwise as soon as this one is stored."""
    if isinstance(record, AT_ONCE):
        yield kind_of_record(type(record)), record.pk
    names_a_body = isinstance(record, (Newspaper, Post))
    if names_a_body and record.organization_id is not None:
        yield RecordKind.ORGANIZATION.value, record.organization_id
