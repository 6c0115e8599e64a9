"""The names in a photo's credit as its page shows them: who they are, or who bears them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import Photo, Photographer
from desk.people.choosing import namesake_labels
from people.models import Person

MOST_BEARERS = 20


@dataclass(frozen=True, slots=True)
class NamedBearer:
    """Somebody of the name, told apart from others of it."""

    person: Person
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A name of a credit: what was said of it, and who bears it."""

    number: int
    name: str
    said: Photographer | None
    bearers: list[NamedBearer]

    @property
    def is_lost(self) -> bool:
        """Tell whether the credit holds the name no longer: nothing is stated of it."""
        return self.said is not None and not self.said.stands

    @property
    def is_nobody(self) -> bool:
        """Tell whether a person said that the name is nobody on record."""
        return self.said is not None and self.said.person_id is None

    @property
    def is_proposed(self) -> bool:
        """Tell whether the one person of the name is offered, and nobody has decided yet."""
        return self.said is None and len(self.bearers) == 1


def credit_lines(photo: Photo) -> list[CreditLine]:
    """Return the names of a photo's credit in printed order, each once; then those of which
    something was said and which the credit holds no longer.
    """
    said = {each.name: each for each in photo.photographers.all()}
    names = dict.fromkeys([*photo.creator_names, *said])
    return [
        _line(number, name, said.get(name)) for number, name in enumerate(names)
    ]


def _line(number: int, name: str, said: Photographer | None) -> CreditLine:
    bearers = Person.objects.named(name).order_by("pk")
    people = list(bearers[:MOST_BEARERS])
    chosen = said.person if said is not None else None
    if chosen is not None and chosen not in people:
        # Renamed since.
        people.insert(0, chosen)
    return CreditLine(number, name, said, _named(people, chosen))


def _named(
    people: Iterable[Person], chosen: Person | None
) -> list[NamedBearer]:
    known = list(people)
    labels = namesake_labels(known)
    return [
        NamedBearer(person, labels[person.pk], person == chosen)
        for person in known
    ]
