"""Which articles state a record at the desk: what changes of it, they have not signed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db.models import Model

from articles.models import Evidence, Mention
from events.models import (
    AgendaItem,
    Delegation,
    Election,
    Event,
    Participation,
    Statement,
    Vote,
)
from events.models.statement import About, StatementQuerySet
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
        "bodies__event",
        "short_titles__event",
        "spans__event",
        "resolutions__event",
        "visits__event",
        "elections__event",
        "candidacies__election__event",
        "tenure_bounds__event",
    ),
    Election: ("elections", "candidacies__election"),
    Evidence: ("pk",),
    Membership: ("memberships", "tenure_bounds__membership"),
    Participation: ("participations",),
    Person: (
        "memberships__person",
        "participations__person",
        "visits__person",
        "candidacies__person",
    ),
    Post: ("memberships__post",),
    Vote: ("votes",),
}


def articles_stating(record: Model) -> set[int]:
    """Return the keys of the articles that state a record, at the desk or in what is published."""
    keys = articles_stating_any(type(record), [record.pk])
    if isinstance(record, Mention):
        keys.add(record.article_id)
    return keys


def articles_stating_any(
    model: type[Model], records: Collection[int]
) -> set[int]:
    """Return the keys of the articles that state any record of a model with these keys."""
    keys: set[int] = set()
    for way in WAYS.get(model, ()):
        words = Evidence.objects.filter(**{f"{way}__in": records})
        keys |= set(words.values_list("article", flat=True))
    stated = _published(model, records)
    keys |= set(stated.values_list("publication__article", flat=True))
    return keys


def _published(
    model: type[Model], records: Collection[int]
) -> StatementQuerySet:
    """Keep what current publications state of records; a name alone states nothing of a person."""
    statements = Statement.objects.all()
    if issubclass(model, Event):
        return statements.filter(about=About.EVENT, subject__in=records)
    memberships = statements.memberships()
    if issubclass(model, Person):
        return memberships.filter(subject__in=records)
    if issubclass(model, Post):
        return memberships.filter(object__in=records)
    return statements.none()
