"""People of one name on one list, told apart by post and by the years in which they are named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from events.models import Statement
from events.models.statement import About
from people.models import PublicPerson, PublicPost
from records.grouping import grouped

NEWEST = ("-day", "place", "pk")
OLDEST = ("day", F("place").desc(), "-pk")


@dataclass(frozen=True, slots=True)
class Distinction:
    """What tells a person from namesakes: the post stated last, else the article that names the
    person last; and from when to when the newspapers do.
    """

    post: str
    title: str
    first_day: dt.date
    last_day: dt.date

    @property
    def words(self) -> str:
        return self.post or self.title

    @property
    def years(self) -> str:
        first = self.first_day.year
        last = self.last_day.year
        return f"{first}" if first == last else f"{first}\u2013{last}"


def distinctions(people: Iterable[PublicPerson]) -> dict[int, Distinction]:
    """Return what tells those of these people apart who share their name with anybody, by key."""
    names = {person.name for person in people}
    shared = set(_shared(names))
    alike = [person for person in people if person.name in shared]
    return _each_told([person.pk for person in alike])


def apart_by_name(people: Iterable[tuple[str, int]]) -> dict[int, Distinction]:
    """Return what tells those apart whose name stands on a list for another person too, by key;
    ``people`` are their names and keys.
    """
    keys = grouped(people)
    shared = [set(each) for each in keys.values() if len(set(each)) > 1]
    return _each_told(set().union(*shared))


def _each_told(keys: Collection[int]) -> dict[int, Distinction]:
    if not keys:
        return {}
    rows = _told(keys)
    return {
        key: Distinction(post or "", title, first, last)
        for key, post, title, first, last in rows
    }


def _shared(names: Iterable[str]) -> QuerySet[PublicPerson, str]:
    """Keep the names that several people bear as their own."""
    people = PublicPerson.objects.filter(name__in=names)
    by_name = people.order_by().values("name")
    counted = by_name.annotate(bearers=Count("pk"))
    shared = counted.filter(bearers__gt=1)
    return shared.values_list("name", flat=True)


def _told(keys: Iterable[int]) -> QuerySet[PublicPerson, Any]:
    """Return of each person the key, the post, the title, the first and the last day."""
    held = PublicPost.objects.filter(person=OuterRef("pk"))
    last_held = held.order_by("-last_day", "post")
    return PublicPerson.objects.filter(pk__in=keys).values_list(
        "pk",
        Subquery(last_held.values("label")[:1]),
        _named(NEWEST, "publication__title"),
        _named(OLDEST, "day"),
        _named(NEWEST, "day"),
    )


def _named(order: Sequence[Any], value: str) -> Coalesce:
    """Ask for a value of the first words that name a person; of who is named in none, of the first
    credit of a photo. Each follows an index.
    """
    asked = []
    for field in Statement.NAMING:
        named = Statement.objects.filter(
            about=About.PERSON, subject=OuterRef("pk"), field=field
        )
        first = named.order_by(*order).values(value)
        asked.append(Subquery(first[:1]))
    return Coalesce(*asked)
