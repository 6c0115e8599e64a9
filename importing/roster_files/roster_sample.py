"""A roster file to fill in, and the rosters on record as such a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import tablib  # type: ignore[import-untyped]  # it has none

from importing.roster_files.roster_cells import escaped
from importing.roster_files.roster_table import COLUMNS
from people.models import RosterEntry

HEADINGS = {column: name for name, column in reversed(COLUMNS.items())}
ORDER = (
    "roster",
    "rank",
    "person",
    "number",
    "post",
    "valid_from",
    "valid_to",
    "authority",
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
# Two rows that show how days are written, and that cells may be empty.
EXAMPLES = (
    ("主席团", 1, "何田", "", "大会秘书长", "2021-09-26", "", "大会秘书处"),
    ("主席团", 2, "林向晚", "", "", "2021-09-26", "2021-09-29", "大会秘书处"),
)
# Of so many entries at most a file is made: a spreadsheet is held in memory whole.
MOST_EXPORTED = 20_000


@dataclass(frozen=True, slots=True)
class TableFile:
    """The bytes of a table and their kind."""

    data: bytes
    content_type: str


def sample_roster(ending: str) -> TableFile:
    """Return a roster of two example rows; ``ending`` is "csv" or "xlsx"."""
    return _file(EXAMPLES, ending)


def roster_on_record(roster: str, ending: str) -> TableFile:
    """Return the entries of a roster as a file that can be loaded again, with the numbers of its
    people.
    """
    entries = RosterEntry.objects.filter(roster=roster)
    ordered = entries.select_related("person").order_by("valid_from", "rank")
    rows = [
        (
            entry.roster,
            entry.rank,
            entry.person.name,
            entry.person_id,
            entry.post,
            _day(entry.valid_from),
            _day(entry.valid_to),
            entry.authority,
        )
        for entry in ordered[:MOST_EXPORTED]
    ]
    return _file(rows, ending)


def _day(day: object) -> str:
    return str(day or "")


def _file(rows: Iterable[tuple[object, ...]], ending: str) -> TableFile:
    """Return rows as a file; cells that a spreadsheet would take for a formula are escaped."""
    headings = [HEADINGS[column] for column in ORDER]
    table = tablib.Dataset(headers=headings)
    for row in rows:
        cells = map(escaped, row)
        table.append(list(cells))
    made = table.export(ending)
    if ending == "xlsx":
        return TableFile(made, XLSX)
    return TableFile(made.encode("utf-8-sig"), CSV)
