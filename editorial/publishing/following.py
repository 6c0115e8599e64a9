"""Rows that readers see follow what is changed of a record that no article states."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Model, Q

from articles.models import Publication
from editorial.change_log import logged, note_changes, note_merged
from editorial.models import RecordKind
from editorial.publishing.public_rows import refresh_rows
from editorial.publishing.reopening import reopen_changed
from editorial.publishing.resolving import NAMED
from editorial.publishing.rows.person_rows import refresh_people
from editorial.publishing.statements import Touched, statements_of
from editorial.stating import articles_stating
from editorial.turns import Turn, await_turn
from events.models import Statement
from people.models import Person


def readers_follow(kind: str, stays: int, goes: Sequence[int]) -> None:
    """Let what is stated of records that were merged be stated of the one that stays; no
    publication is rewritten.

    Keys are those of people or of events, as ``kind`` says."""
    named = [field for field, other in NAMED.items() if other == kind]
    stated = Statement.objects.filter(about=kind, subject__in=goes)
    naming = Statement.objects.filter(field__in=named, object__in=goes)
    with logged():
        await_turn(Turn.PUBLIC_ROWS)
        told = set(naming.values_list("about", "subject"))
        stated.update(subject=stays)
        naming.update(object=stays)
        note_changes(told)
        # An event's row names who took part.
        about = told | {(kind, key) for key in (stays, *goes)}
        refresh_rows(Touched.of_records(about))
        for former in goes:
            note_merged(kind, former, stays)


def readers_part(kind: str, stays: int, former: Sequence[int]) -> None:
    """Let what is stated of records that were merged, and are records of their own again, be stated
    of each as it was published.

    Keys are those of people or of events, as ``kind`` says."""
    keys = {stays, *former}
    named = [field for field, other in NAMED.items() if other == kind]
    about = Q(about=kind, subject__in=keys)
    naming = Q(field__in=named, object__in=keys)
    stating = Statement.objects.filter(about | naming)
    publications = Publication.objects.filter(
        pk__in=stating.values("publication")
    )
    with logged():
        await_turn(Turn.PUBLIC_ROWS)
        for publication in publications:
            _state_again(publication)
        stated = Statement.objects.filter(about | naming)
        note_changes({(kind, key) for key in keys})
        note_changes(stated.values_list("about", "subject"))


def _state_again(publication: Publication) -> None:
    """Make the rows of a current publication anew from its content."""
    stated = publication.statements.all()
    touched = Touched.by(stated)
    stated.delete()
    statements = statements_of(publication)
    Statement.objects.bulk_create(statements)
    refresh_rows(touched | Touched.by(statements))


def note_changed(record: Model, before: set[int]) -> None:
    """Let what was signed of a record that a person changed be signed again; the names of a
    person, which no article states, are shown at once.

    ``before`` are the articles that stated the record before the change."""
    stating = before | articles_stating(record)
    reopen_changed(stating)
    if isinstance(record, Person):
        show_person(record.pk)


def show_person(person: int) -> None:
    """Let readers see the names of a person, if any publication names the person, as the record has
    them.
    """
    with logged():
        await_turn(Turn.PUBLIC_ROWS)
        refresh_people([person])
        note_changes([(RecordKind.PERSON, person)])
