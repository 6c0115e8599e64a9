"""The order of those who took part in an event, as the list was printed: put right by numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from editorial.change_log import logged
from editorial.publishing.following import note_changed
from editorial.stating import articles_stating
from editorial.steps.taking import taking_step
from events.models import Event, Participation
from records.grouping import grouped

PERMISSION = "events.change_participation"
# The place that is typed for each participation, by its key; None for no place.
TypedPlaces = Mapping[int, int | None]


@dataclass(frozen=True, slots=True)
class _Place:
    """The place typed for a participation, and the one it had."""

    row: Participation
    typed: int

    @property
    def order(self) -> tuple[int, int]:
        """What a list is sorted by: who comes up stands before, who goes down behind whoever has
        the same number.
        """
        former = self.row.rank
        if former == self.typed:
            return self.typed, 0
        goes_down = former is not None and former < self.typed
        return self.typed, 1 if goes_down else -1


def seen_order(rows: Iterable[Participation]) -> str:
    """Return what changes with everybody who comes to, goes from or moves in these lists."""
    places = sorted((row.pk, row.role, row.rank) for row in rows)
    return hashlib.sha256(repr(places).encode()).hexdigest()


def reorder(event: Event, typed: TypedPlaces, by: User, seen: str) -> int:
    """Put those who took part at the places typed, as one step; return how many moved.

    A place that somebody has already is taken, and the others of the role move along. ``seen`` is
    the order on which the places were typed. Raise ``PermissionDenied``, or ``ValidationError``
    when the order is another by now.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with logged(), taking_step("", by) as step:
        Event.objects.select_for_update(of=["self"], no_key=True).get(
            pk=event.pk
        )
        rows = list(event.participations.select_for_update(of=["self"]))
        if seen_order(rows) != seen:
            raise ValidationError(
                _(
                    "A colleague has changed this since you opened it. Nothing of yours is lost."
                )
            )
        stated_in = articles_stating(event)
        places = _places(rows, typed)
        moved = [row for row in rows if row.rank != places[row.pk]]
        step.watch_alone(*moved)
        for row in moved:
            row.rank = places[row.pk]
            row.save(update_fields=["rank"])
        if moved:
            note_changed(event, stated_in)
    return len(moved)


def _places(rows: Iterable[Participation], typed: TypedPlaces) -> TypedPlaces:
    """Return the place of each participation by its key, list after list."""
    places: dict[int, int | None] = {}
    for of_role in grouped((row.role, row) for row in rows).values():
        asked = {row.pk: typed.get(row.pk, row.rank) for row in of_role}
        places |= asked
        wanted = [
            _Place(row, rank) for row in of_role if (rank := asked[row.pk])
        ]
        places |= _without_doubles(wanted)
    return places


def _without_doubles(wanted: list[_Place]) -> dict[int, int]:
    """Return the places of one list: as they are typed, or, where one is wanted twice, those of
    the list in the order typed.
    """
    numbers = {place.typed for place in wanted}
    if len(numbers) == len(wanted):
        return {place.row.pk: place.typed for place in wanted}
    in_order = sorted(wanted, key=lambda place: place.order)
    free = _numbers_of_the_list(wanted)
    return {
        place.row.pk: number
        for place, number in zip(in_order, free, strict=True)
    }


def _numbers_of_the_list(wanted: list[_Place]) -> list[int]:
    """Return as many numbers as are wanted: those that the list has, then those that follow."""
    ranks = {place.row.rank for place in wanted}
    numbers = sorted(rank for rank in ranks if rank is not None)
    while len(numbers) < len(wanted):
        last = numbers[-1] if numbers else 0
        numbers.append(last + 1)
    return numbers[: len(wanted)]
