"""The rows of a roster file as entries of the roster, by the library of tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _
from import_export.fields import Field  # type: ignore[import-untyped]  # it has none
from import_export.resources import ModelResource  # type: ignore[import-untyped]

from articles.models import Newspaper
from importing.roster_files.roster_cells import (
    cell_words,
    day_in_cell,
    name_in_cell,
    person_of,
    place_in_cell,
)
from people.models import Person, RosterEntry, RosterRow

# Places beyond every list: where entries wait while a file gives the places anew.
PARKED = 1_000_000
FIELDS = (
    "roster",
    "rank",
    "person",
    "post",
    "authority",
    "valid_from",
    "valid_to",
)
PlaceInList = tuple[str, dt.date | None, int]
Seat = tuple[str, dt.date | None, int]


@dataclass(frozen=True, slots=True)
class RosterOf:
    """What is said of a whole file: its roster and authority where its rows do not say them, its
    digest, whose authority list its people join, and who loads it.
    """

    roster: str
    authority: str
    sha256: str
    by: User
    newspaper: Newspaper | None = None


class RosterResource(ModelResource):
    """Entries are known by roster, person and first day. ``made`` are the records that were made.

    Places are given anew by the file: the entries of its rosters wait beyond the list until it is
    read, so that two people may change places."""

    roster = Field("roster", "roster")
    rank = Field("rank", "rank")
    person = Field("person", "person")
    post = Field("post", "post")
    authority = Field("authority", "authority")
    valid_from = Field("valid_from", "valid_from")
    valid_to = Field("valid_to", "valid_to")

    class Meta:
        model = RosterEntry
        fields = FIELDS
        import_id_fields = ("roster", "person", "valid_from")
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True
        store_instance = True
        store_row_values = True
        skip_html_diff = True

    def __init__(self, about: RosterOf, entries: QuerySet[RosterEntry]) -> None:
        super().__init__()
        self.about = about
        self.known = {_seat(entry): entry for entry in entries}
        self.entries = entries
        self.made: list[Any] = []
        self._people: dict[Seat, int] = {}
        self._places: dict[PlaceInList, int] = {}
        self._new: dict[str, Person] = {}

    @property
    def new_people(self) -> list[Person]:
        """The people whom nobody knew."""
        return list(self._new.values())

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        self.entries.update(rank=F("rank") + PARKED)

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        """Read the cells; every cell that cannot be read is told."""
        errors: dict[str, ValidationError] = {}
        readers: dict[str, Callable[[Any], Any]] = {
            "rank": place_in_cell,
            "valid_from": day_in_cell,
            "valid_to": day_in_cell,
            "person": partial(self._person, row["number"]),
        }
        for name, read in readers.items():
            try:
                row[name] = read(row[name])
            except ValidationError as error:
                errors[name] = error
        for name in ("roster", "authority", "post"):
            told = cell_words(row[name])
            row[name] = told or getattr(self.about, name, "")
        if errors:
            raise ValidationError(errors)
        self._check_twice(row)

    def _person(self, number_cell: Any, cell: Any) -> Person:
        name = name_in_cell(cell)
        number = cell_words(number_cell)
        known = person_of(name, number, self.about.newspaper)
        if known is not None:
            return known
        person = self._new.get(name)
        if person is None:
            person = Person(name=name)
            person.save()
            self._new[name] = person
            self.made.append(person)
        return person

    def _check_twice(self, row: dict[str, Any]) -> None:
        """Refuse a person or a place that an earlier row has already."""
        roster = row["roster"]
        first = row["valid_from"]
        number = row["row"]
        seat = (roster, first, row["person"].pk)
        earlier = self._people.setdefault(seat, number)
        if earlier != number:
            message = _("row %(row)d names the same person")
            raise ValidationError({"person": message % {"row": earlier}})
        place = (roster, first, row["rank"])
        earlier = self._places.setdefault(place, number)
        if earlier != number:
            message = _("row %(row)d has the same place")
            raise ValidationError({"rank": message % {"row": earlier}})

    def get_instance(self, loader: Any, row: dict[str, Any]) -> Any:
        seat = (row["roster"], row["valid_from"], row["person"].pk)
        return self.known.get(seat)

    def after_import_row(
        self, row: dict[str, Any], row_result: Any, **kwargs: Any
    ) -> None:
        """Keep the row as evidence, once."""
        if row_result.is_new():
            self.made.append(row_result.instance)
        about = self.about
        kept = RosterRow.objects.filter(sha256=about.sha256, row=row["row"])
        if not kept.exists():
            self.made.append(self._evidence(row))

    def _evidence(self, row: dict[str, Any]) -> RosterRow:
        evidence = RosterRow(
            sha256=self.about.sha256,
            row=row["row"],
            words=row["words"][:300],
            authority=row["authority"],
            entered_by=self.about.by,
        )
        evidence.full_clean()
        evidence.save()
        return evidence

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        """Give those whom the file leaves out their places back; nobody else may hold one."""
        for seat, entry in self.known.items():
            if seat not in self._people:
                self._check_left(entry)
        waiting = self.entries.filter(rank__gte=PARKED)
        waiting.update(rank=F("rank") - PARKED)

    def _check_left(self, entry: RosterEntry) -> None:
        place = (entry.roster, entry.valid_from, entry.rank)
        row = self._places.get(place)
        if row is None:
            return
        words = {"row": row, "rank": entry.rank, "person": entry.person}
        message = _(
            "row %(row)d: place %(rank)d is %(person)s’s, whom the file leaves out"
        )
        raise ValidationError(message % words)


def _seat(entry: RosterEntry) -> Seat:
    return entry.roster, entry.valid_from, entry.person_id
