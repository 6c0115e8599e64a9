"""Who took photos, as the publications that show them state it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from articles.models import Publication, PublicPhoto
from events.models import Statement
from people.models import PublicPerson

# Who a name in the credit of a photo is, by the key of the photo: names, each with a person's key.
Credited = dict[int, dict[str, int]]


@dataclass(frozen=True, slots=True)
class CreditedName:
    """A name of a credit, and who it is where the publication states it."""

    name: str
    person: PublicPerson | None


def credited_in(photos: Collection[PublicPhoto]) -> Credited:
    """Return who took these photos, in one query."""
    found: Credited = {}
    for stated in Statement.objects.crediting(photos):
        names = found.setdefault(stated.photo or 0, {})
        names[stated.value["name"]] = stated.subject
    return found


def credited_by(publication: Publication) -> Credited:
    """Return who took the photos of a publication, as its content has it: who was merged since
    leads on.
    """
    found: Credited = {}
    for fact in publication.content["facts"]:
        if fact["field"] == Statement.PHOTOGRAPHER:
            names = found.setdefault(fact["photo"], {})
            names[fact["value"]["name"]] = fact["subject"]
    return found


def credited_names(photo: PublicPhoto) -> list[CreditedName]:
    """Return the names in the credit of a photo in printed order, each once."""
    keys = credited_in([photo]).get(photo.pk, {})
    people = PublicPerson.objects.in_bulk(set(keys.values()))
    return [
        CreditedName(name, people.get(keys.get(name, 0)))
        for name in dict.fromkeys(photo.creator_names)
    ]
