"""Which articles state a record at the desk: what changes of it, they have not signed."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Model

from articles.models import Evidence, Mention
from editorial.publishing.following import show_person
from editorial.reopening import reopen_changed
from events.models import (
    AgendaItem,
    Delegation,
    Event,
    Participation,
    Statement,
    Vote,
)
from events.models.statement import About
from people.models import Membership, Person, Post

# How words lead to a record, for each kind of record that articles state.
WAYS: Mapping[type[Model], tuple[str, ...]] = {
    AgendaItem: ("agenda",),
    Delegation: ("delegations",),
    Event: (
        "events",
        "event_fields__event",
        "counted_events",
        "participations__event",
        "delegations__event",
        "agenda__event",
        "votes__event",
    ),
    Evidence: ("pk",),
    Membership: ("memberships",),
    Participation: ("participations",),
    Person: ("memberships__person", "participations__person"),
    Post: ("memberships__post",),
    Vote: ("votes",),
}


def articles_stating(record: Model) -> set[int]:
    """Return the keys of the articles that state a record, at the desk or in what is published."""
    keys: set[int] = set()
    for way in WAYS.get(type(record), ()):
        words = Evidence.objects.filter(**{way: record.pk})
        keys |= set(words.values_list("article", flat=True))
    if isinstance(record, Mention):
        keys.add(record.article_id)
    if isinstance(record, Event):
        keys |= _published_of(About.EVENT, record.pk)
    if isinstance(record, Person):
        keys |= _published_of(About.PERSON, record.pk)
    return keys


def _published_of(about: str, key: int) -> set[int]:
    """Return the articles whose current publications are about a record."""
    stated = Statement.objects.filter(about=about, subject=key)
    return set(stated.values_list("publication__article", flat=True))


def note_changed(record: Model) -> None:
    """Let what was signed of a record that was changed be signed again; the names of a person,
    which no article states, are shown at once.
    """
    if isinstance(record, Person):
        show_person(record.pk)
    reopen_changed(articles_stating(record))
