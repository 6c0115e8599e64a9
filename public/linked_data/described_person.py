"""A person in schema.org's terms (Person)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from people.models import PublicPerson
from people.pinyin import romanized
from public.linked_data.graph import VOCABULARY, Absolute, Node, node


def described_person(
    person: PublicPerson, posts: Iterable[str], absolute: Absolute
) -> Node:
    """Return a person with other names and the posts that print gives."""
    latin = romanized(person.name, person.sort_name)
    names = [latin, *person.further_names]
    gender = f"{VOCABULARY}/{person.gender.title()}" if person.gender else ""
    return node(
        "Person",
        name=person.name,
        alternateName=names,
        gender=gender,
        jobTitle=list(posts),
        url=absolute(person.get_absolute_url()),
    )


def steps_to_person(person: PublicPerson) -> Iterator[tuple[str, str]]:
    """Yield the way to a person, for breadcrumbs."""
    yield _("People"), reverse("people")
    yield person.name, person.get_absolute_url()
