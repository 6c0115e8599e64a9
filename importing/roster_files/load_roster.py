"""Checking a roster file and loading it: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Newspaper
from articles.whole_files import keep_whole
from editorial.models import Step
from editorial.pairs.find_pairs import find_pairs
from editorial.steps.taking import taking_step
from importing.delivery.files.content import digest_of
from importing.models import originals
from importing.models.original import kept_under
from importing.refusal import ImportRefused
from importing.roster_files.roster_cells import cell_words
from importing.roster_files.roster_resource import RosterOf, RosterResource
from importing.roster_files.roster_table import KNOWN, roster_table
from people.models import RosterEntry

PERMISSION = "people.add_rosterentry"


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row of the file: its cells as they stand there, what it would do, and what is wrong with
    which of its cells.
    """

    number: int
    cells: dict[str, str]
    outcome: str = ""
    person: int | None = None
    is_new_person: bool = False
    old_rank: int | None = None
    errors: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class CheckedRoster:
    """What a load of the file would do; ``problems`` are those of no single cell."""

    rows: list[CheckedRow]
    problems: list[str]

    @property
    def bad_rows(self) -> list[CheckedRow]:
        return [row for row in self.rows if row.errors]

    @property
    def is_good(self) -> bool:
        return not self.problems and not self.bad_rows

    @property
    def new_people(self) -> int:
        return sum(row.is_new_person for row in self.rows)


@dataclass(frozen=True, slots=True)
class RosterFile:
    """A sent roster: its name, its bytes, and what is said of all its rows."""

    name: str
    data: bytes
    roster: str
    authority: str
    newspaper: Newspaper | None = None

    @property
    def sha256(self) -> str:
        return digest_of(self.data)


def check_roster(file: RosterFile, by: User) -> CheckedRoster:
    """Return what a load would do, row by row; nothing is stored.

    Raise ``ImportRefused`` for a file that is no table of the columns that are known.
    """
    with transaction.atomic():
        checked, _resource = _carried_out(file, by)
        transaction.set_rollback(True)
    return checked


def load_roster(file: RosterFile, by: User) -> CheckedRoster:
    """Load a roster, keep its file and each row of it as evidence, as one step.

    Raise ``PermissionDenied``, or ``ImportRefused`` when a row is wrong; then nothing is stored.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with taking_step(Step.Kind.TABLE, by, reason=file.name) as step:
        step.watch_alone(*_entries(file))
        checked, resource = _carried_out(file, by)
        if not checked.is_good:
            raise ImportRefused(
                _("the roster has rows that are wrong; nothing was loaded")
            )
        step.watch_made(*resource.made)
        find_pairs(resource.new_people)
        keep_whole(originals(), kept_under(file.sha256), file.data)
    return checked


def _entries(file: RosterFile) -> QuerySet[RosterEntry]:
    """Return the entries of the rosters that the file is about, kept from others."""
    table = roster_table(file.name, file.data)
    named = {cell_words(cell) or file.roster for cell in table["roster"]}
    entries = RosterEntry.objects.filter(roster__in=named)
    locked = entries.select_for_update(of=["self"])
    return locked.select_related("person").order_by("pk")


def _carried_out(
    file: RosterFile, by: User
) -> tuple[CheckedRoster, RosterResource]:
    """Store the rows within the transaction of the caller, who drops them when one is wrong."""
    table = roster_table(file.name, file.data)
    cells = [dict(zip(KNOWN, row, strict=False)) for row in table]
    about = RosterOf(
        file.roster, file.authority, file.sha256, by, file.newspaper
    )
    resource = RosterResource(about, _entries(file))
    ranks = {entry.pk: entry.rank for entry in resource.known.values()}
    result = resource.import_data(table, use_transactions=True)
    _join_list(resource, file.newspaper)
    numbers = table["row"]
    rows = [
        _checked_row(number, said, row, resource, ranks)
        for number, said, row in zip(numbers, cells, result.rows, strict=True)
    ]
    problems = [_told(error.error) for error in result.base_errors]
    return CheckedRoster(rows, problems), resource


def _join_list(resource: RosterResource, newspaper: Newspaper | None) -> None:
    """Put new people on the paper's authority list, so that its pages find them by name."""
    if newspaper is None:
        return
    listed = Newspaper.people.through
    for person in resource.new_people:
        row = listed(newspaper=newspaper, person=person)
        row.save()
        resource.made.append(row)


def _checked_row(
    number: int,
    cells: dict[str, Any],
    row: Any,
    resource: RosterResource,
    ranks: dict[int, int],
) -> CheckedRow:
    said = {name: cell_words(cell) for name, cell in cells.items()}
    if row.validation_error or row.errors:
        return CheckedRow(number, said, errors=dict(_errors(row)))
    entry = row.instance
    is_new_person = entry.person in resource.new_people
    return CheckedRow(
        number,
        said,
        outcome=row.import_type,
        person=None if is_new_person else entry.person_id,
        is_new_person=is_new_person,
        old_rank=ranks.get(entry.pk),
    )


def _errors(row: Any) -> Iterator[tuple[str, str]]:
    """Yield the cell and what is wrong with it; "row" stands for the whole row."""
    if row.validation_error is None:
        for error in row.errors:
            yield "row", _told(error.error)
        return
    found = row.validation_error
    if not hasattr(found, "error_dict"):
        yield "row", _told(found)
        return
    for name, messages in found.message_dict.items():
        cell = name if name in KNOWN else "row"
        yield cell, " ".join(messages)


def _told(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return str(error)
