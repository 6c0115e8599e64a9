"""The rows of people: as current publications name them, with their names and posts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from editorial.publishing.rows.row_storing import store_over
from events.models import Statement
from events.models.statement import About, StatementQuerySet
from people.models import Person, PublicName, PublicPerson, PublicPost
from people.pinyin import chinese_surname

COPIED = ("name", "sort_name", "initial", "gender", "nationality")


def refresh_people(keys: Iterable[int]) -> None:
    """Make the rows of the people whom current publications name, and take out all others."""
    keys = set(keys)
    rows = rows_of_people(keys)
    standing = {row.pk for row in rows}
    gone = keys - standing
    PublicPerson.objects.filter(pk__in=gone).delete()
    store_over(PublicPerson, rows)
    _store_names(rows)
    _store_posts(standing)


def rows_of_people(keys: Iterable[int]) -> list[PublicPerson]:
    """Return the rows, unsaved, of those of these people whom a current publication names."""
    named = _named(keys).values_list("subject", flat=True)
    standing = set(named.distinct())
    people = Person.objects.prefetch_related("other_names").in_bulk(standing)
    gone = standing - people.keys()
    several = {key for key, one in people.items() if one.other_names.all()}
    printed = _printed_names(gone | several)
    rows = [person_row(one, printed.get(one.pk, ())) for one in people.values()]
    return rows + [_gone(key, printed[key]) for key in gone]


def _named(keys: Iterable[int]) -> StatementQuerySet:
    """Keep where the current publications name these people."""
    return Statement.objects.filter(
        about=About.PERSON, subject__in=keys, field__in=Statement.NAMING
    )


def _printed_names(keys: Iterable[int]) -> dict[int, list[str]]:
    """Return how the current publications call each of these people, the newest issue's name
    first.
    """
    newest_first = _named(keys).newest_first()
    printed: dict[int, list[str]] = {}
    for key, name in newest_first.values_list("subject", "value__name"):
        names = printed.setdefault(key, [])
        if name not in names:
            names.append(name)
    return printed


def person_row(person: Person, printed: Iterable[str]) -> PublicPerson:
    """Return the row of a person, unsaved, as the record at the desk has them; of the other names
    those that are printed.
    """
    row = PublicPerson(key=person.pk)
    _copy(person, row)
    other_names = person.other_names.all()
    borne = {other.name for other in other_names}
    others = sorted(borne.intersection(printed))
    if others:
        lines = "\n".join(others)
        row.other_names = f"\n{lines}\n"
    return row


def _gone(key: int, printed: Sequence[str]) -> PublicPerson:
    """Return the row of a person whose record at the desk is gone: as the newest issue has it."""
    person = Person(pk=key, name=printed[0])
    person.fill_index()
    row = PublicPerson(key=key)
    _copy(person, row)
    return row


def _copy(person: Person, row: PublicPerson) -> None:
    for name in COPIED:
        setattr(row, name, getattr(person, name))
    row.surname = chinese_surname(person.name)


def names_borne(row: PublicPerson) -> list[PublicName]:
    """Return the names that somebody is found by, unsaved: the own and the others, each once."""
    borne = dict.fromkeys([row.name, *row.further_names])
    return [PublicName(person=row, name=name) for name in borne]


def posts_held(keys: Iterable[int]) -> list[PublicPost]:
    """Return the posts that the current publications state of these people, unsaved, each called
    as the newest issue calls it.
    """
    stated = Statement.objects.filter(
        about=About.PERSON, subject__in=keys, field=Statement.MEMBERSHIP
    )
    rows: QuerySet[Any, Any] = stated.newest_first().values_list(
        "subject", "object", "value__label", "day"
    )
    posts: dict[tuple[int, int], PublicPost] = {}
    for person, post, label, day in rows:
        held = posts.setdefault(
            (person, post),
            PublicPost(person_id=person, post=post, label=label, last_day=day),
        )
        held.first_day = day
    return [posts[key] for key in sorted(posts)]


def _store_names(rows: list[PublicPerson]) -> None:
    before = PublicName.objects.filter(person__in=rows)
    before.delete()
    names = [name for row in rows for name in names_borne(row)]
    PublicName.objects.bulk_create(names)


def _store_posts(keys: set[int]) -> None:
    stored = PublicPost.objects
    stored.filter(person__in=keys).delete()
    posts = posts_held(keys)
    stored.bulk_create(posts)
