"""Rows that readers see follow what is changed of a record that no article states."""

from __future__ import annotations

from collections.abc import Sequence

from editorial.change_log import logged, note_changes, note_merged
from editorial.models import RecordKind
from editorial.publishing.public_rows import refresh_people, refresh_rows
from editorial.publishing.resolving import NAMED
from editorial.publishing.statements import Touched
from events.models import Statement
from events.models.statement import About


def readers_follow(kind: str, stays: int, goes: Sequence[int]) -> None:
    """Let what is stated of records that were merged be stated of the one that stays; no
    publication is rewritten.

    Keys are those of people or of events, as ``kind`` says."""
    named = [field for field, other in NAMED.items() if other == kind]
    stated = Statement.objects.filter(about=kind, subject__in=goes)
    naming = Statement.objects.filter(field__in=named, object__in=goes)
    with logged():
        told = set(naming.values_list("about", "subject"))
        stated.update(subject=stays)
        naming.update(object=stays)
        note_changes(told)
        keys = frozenset([stays, *goes])
        none: frozenset[int] = frozenset()
        people = kind == About.PERSON
        refresh_rows(Touched(none, keys) if people else Touched(keys, none))
        for former in goes:
            note_merged(kind, former, stays)


def show_person(person: int) -> None:
    """Let readers see the names of a person, if any publication names the person, as the record has
    them.
    """
    with logged():
        refresh_people([person])
        note_changes([(RecordKind.PERSON, person)])
