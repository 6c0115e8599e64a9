"""A merge rewrites no publication: the keys in it are those of the records that stay when it is
read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from editorial.publishing.signed.signed_fact import SignedFact
from events.models import MergedEvent, Statement
from events.models.statement import About
from people.models import MergedPerson

# Which kind of record the second key of a fact is of.
NAMED = {
    Statement.PARTICIPATION: About.PERSON.value,
    Statement.VISIT: About.PERSON.value,
    Statement.CANDIDACY: About.PERSON.value,
    Statement.TENURE: About.PERSON.value,
    Statement.PARENT: About.EVENT.value,
}


def keys_in(content: dict[str, Any]) -> dict[str, set[int]]:
    """Return the keys of the people and events that a content names, by their kind."""
    keys: dict[str, set[int]] = {kind: set() for kind in About.values}
    for stated in content["facts"]:
        keys[stated["about"]].add(stated["subject"])
        named = NAMED.get(stated["field"])
        if named and stated["object"] is not None:
            keys[named].add(stated["object"])
    for named_person in _names(content):
        keys[About.PERSON].add(named_person["person"])
    return keys


def _names(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the marks and bylines that lead to a person."""
    for each in (*content["marks"], *content["bylines"]):
        if each["person"] is not None:
            yield each


@dataclass(frozen=True, slots=True)
class Stays:
    """Which record stays of those that were merged, by their former keys."""

    people: dict[int, int]
    events: dict[int, int]

    @classmethod
    def of(cls, keys: dict[str, set[int]]) -> Stays:
        """Ask for the records of these keys."""
        people = MergedPerson.objects.filter(former__in=keys[About.PERSON])
        events = MergedEvent.objects.filter(former__in=keys[About.EVENT])
        return cls(
            dict(people.values_list("former", "stays")),
            dict(events.values_list("former", "stays")),
        )

    def key(self, kind: str | None, key: int | None) -> int | None:
        """Return the key of the record of this kind that stays; others are never merged."""
        if key is None or kind is None:
            return key
        merged = self._merged(kind)
        return merged.get(key, key)

    def _merged(self, kind: str) -> dict[int, int]:
        if kind == About.PERSON:
            return self.people
        return self.events

    def fact(self, stated: SignedFact) -> SignedFact:
        """Return a fact with the keys of the records that stay."""
        named = NAMED.get(stated["field"])
        return stated | {
            "subject": self.key(stated["about"], stated["subject"]),
            "object": self.key(named, stated["object"]),
        }

    def name(self, mark: dict[str, Any]) -> dict[str, Any]:
        """Return a mark or byline with the key of the person who stays."""
        person = self.key(About.PERSON, mark["person"])
        return mark | {"person": person}


def resolved(content: dict[str, Any]) -> dict[str, Any]:
    """Return a content with the keys of the records that stay."""
    stays = Stays.of(keys_in(content))
    return content | {
        "marks": _each(content["marks"], stays),
        "bylines": _each(content["bylines"], stays),
        "facts": [stays.fact(stated) for stated in content["facts"]],
    }


def _each(
    names: Iterable[dict[str, Any]], stays: Stays
) -> list[dict[str, Any]]:
    return [stays.name(each) for each in names]
