"""Which articles state a record at the desk: what changes of it, they have not signed."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db.models import Model

from articles.models import Article, Evidence, Mention
from editorial.publishing.following import show_person
from editorial.publishing.reopening import UNSIGNED, reopen_changed
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
from people.models import Membership, Organization, Person, Post

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
    Organization: ("memberships__post__organization",),
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
    keys: set[int] = set()
    for way in WAYS.get(type(record), ()):
        words = Evidence.objects.filter(**{way: record.pk})
        keys |= set(words.values_list("article", flat=True))
    if isinstance(record, Mention):
        keys.add(record.article_id)
    stated = _published(record)
    keys |= set(stated.values_list("publication__article", flat=True))
    return keys


def _published(record: Model) -> StatementQuerySet:
    """Keep what current publications state of a record; a name alone states nothing of a person."""
    statements = Statement.objects.all()
    if isinstance(record, Event):
        return statements.filter(about=About.EVENT, subject=record.pk)
    if isinstance(record, Person):
        return statements.memberships().filter(subject=record.pk)
    if isinstance(record, Post):
        return statements.memberships().filter(object=record.pk)
    return statements.none()


def note_changed(record: Model, before: set[int], by: User) -> None:
    """Let what was signed of a record that a person changed be signed again, by others; the names
    of a person, which no article states, are shown at once.

    ``before`` are the articles that stated the record before the change."""
    note_facts_changed(before | articles_stating(record), by)
    if isinstance(record, Person):
        show_person(record.pk)


def note_facts_changed(articles: set[int], by: User) -> None:
    """Note who changed facts that these articles state, where nothing is signed yet, and void the
    reviews that signed others.
    """
    unsigned = Article.objects.filter(pk__in=articles, status__in=UNSIGNED)
    unsigned.update(last_changed_by=by)
    reopen_changed(articles, by)
