"""Finding people who may be one: for some people, all others whose names an index leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial, reduce
from operator import or_
from typing import NamedTuple

from django.db import connection
from django.db.models import Q

from editorial.pairs.near_names import (
    beginning_of,
    both_ways,
    ends_alike,
    look_alikes,
    near_sounds,
)
from people.models import Pair, Person
from records.grouping import grouped

# Ask the database for so many people's names at once.
AT_ONCE = 100
# A name that more people share is told apart otherwise than pair by pair.
MOST_OF_ONE = 20
NO_TABLE: Mapping[str, str] = {}

Likeness = Pair.Likeness


class NearName(NamedTuple):
    """A person on record, with no more than is asked for."""

    pk: int
    name: str
    sort_name: str


# The names to look for on behalf of somebody.
NamesFor = Callable[[Person], Iterable[str]]
# Two keys, the lower first, and what makes the two alike.
Likenesses = dict[tuple[int, int], str]


def find_pairs(
    people: Iterable[Person], look_alike: Mapping[str, str] = NO_TABLE
) -> int:
    """Keep a pair for each of these people and each other whose name may be taken for theirs;
    return how many pairs there were to keep, known ones included.

    ``look_alike`` leads a character to those it is mistaken for. What was decided stands.
    """
    asked = list(people)
    table = both_ways(look_alike)
    found: Likenesses = {}
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        for pair, likeness in _alike(some, table):
            found.setdefault(pair, likeness)
    pairs = [
        Pair(first_id=first, second_id=second, likeness=likeness)
        for (first, second), likeness in found.items()
    ]
    Pair.objects.bulk_create(pairs, ignore_conflicts=True)
    return len(pairs)


def _alike(
    people: list[Person], table: Mapping[str, str]
) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the pairs of these people, the surest likeness of each first."""
    ways: list[tuple[str, str, NamesFor]] = [
        (Likeness.SAME_NAME, "name", _own_name),
        (Likeness.SAME_SOUND, "sort_name", _own_sound),
        (Likeness.LOOK_ALIKE, "name", partial(_looking_alike, table)),
        (Likeness.NEAR_SOUND, "sort_name", _sounding_alike),
    ]
    for likeness, field, names_for in ways:
        for pair in _by_field(people, field, names_for):
            yield pair, likeness
    for pair in _by_beginning(people):
        yield pair, Likeness.ONE_CHARACTER


def _own_name(person: Person) -> list[str]:
    return [person.name]


def _own_sound(person: Person) -> list[str]:
    return [person.sort_name]


def _looking_alike(table: Mapping[str, str], person: Person) -> set[str]:
    return look_alikes(person.name, table)


def _sounding_alike(person: Person) -> set[str]:
    return near_sounds(person.sort_name)


def _by_field(
    people: list[Person], field: str, names_for: NamesFor
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of these people and whoever bears a name that is looked for."""
    wanted = grouped(
        (name, person) for person in people for name in names_for(person)
    )
    if not wanted:
        return
    found = Person.objects.filter(**{f"{field}__in": list(wanted)})
    bearers = grouped(found.order_by("pk").values_list(field, "pk"))
    for name, keys in bearers.items():
        if len(keys) <= MOST_OF_ONE:
            yield from _crossed(wanted[name], keys)


def _crossed(
    people: list[Person], keys: list[int]
) -> Iterator[tuple[int, int]]:
    for person in people:
        for key in keys:
            if key != person.pk:
                yield _in_order(person.pk, key)


def _in_order(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def _by_beginning(people: list[Person]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose names differ in the last character alone, and not much in its sound."""
    wanted = {beginning_of(person.name) for person in people} - {""}
    by_beginning = grouped(
        (beginning_of(other.name), other) for other in _beginning_so(wanted)
    )
    for person in people:
        others = by_beginning.get(beginning_of(person.name), [])
        if len(others) > MOST_OF_ONE:
            continue
        for other in others:
            if _is_slip(person, other):
                yield _in_order(person.pk, other.pk)


def _is_slip(one: Person, other: NearName) -> bool:
    if one.name == other.name:
        return False
    return ends_alike(one.sort_name, other.sort_name)


def _beginning_so(beginnings: Iterable[str]) -> Iterator[NearName]:
    """Yield who bears a name that begins so, found by the index of names."""
    spans = [_span(beginning) for beginning in beginnings]
    if not spans:
        return
    people = Person.objects.filter(reduce(or_, spans)).order_by("pk")
    for row in people.values_list("pk", "name", "sort_name"):
        yield NearName(*row)


def _span(beginning: str) -> Q:
    if connection.vendor == "sqlite":
        # LIKE reads no index there, and what lies between is what begins so; PostgreSQL has an
        # index for it, and another order of words.
        behind = beginning[:-1] + chr(ord(beginning[-1]) + 1)
        return Q(name__gte=beginning, name__lt=behind)
    return Q(name__startswith=beginning)
