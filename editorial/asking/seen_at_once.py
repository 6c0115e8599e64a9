"""What readers see of a record as soon as it is stored, because no article states it and no review
signs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editorial.change_log import public_before
from editorial.models import RecordKind, StepRow
from editorial.public_records import RecordKey
from editorial.steps.stored_rows import Values, stored_rows

# By kind of record: its own columns that readers see.
OWN: dict[str, frozenset[str]] = {
    "person": frozenset({"name", "sort_name", "gender", "nationality"}),
    "organization": frozenset({"name", "classification", "parent_id"}),
    "newspaper": frozenset(
        {"name", "slug", "cn_number", "issn", "organization_id"}
    ),
    "issue": frozenset(
        {"newspaper_id", "date", "number", "edition", "edition_name"}
    ),
    "page": frozenset({"issue_id", "label", "section"}),
}
# By kind of what belongs to a record: the record's kind, and the columns that name it.
BELONGING: dict[str, tuple[str, tuple[str, ...]]] = {
    "other_name": (RecordKind.PERSON, ("person_id",)),
    "merged_person": (RecordKind.PERSON, ("stays_id", "former")),
    "merged_event": (RecordKind.EVENT, ("stays_id", "former")),
    "post": (RecordKind.ORGANIZATION, ("organization_id",)),
}


def is_seen_at_once(rows: Iterable[StepRow]) -> bool:
    """Tell whether these rows of a step change what readers see without a signature."""
    return bool(seen_otherwise(rows))


def seen_otherwise(rows: Iterable[StepRow]) -> set[RecordKey]:
    """Return the records that readers see, and would see otherwise without a signature."""
    told = [row for row in rows if _is_told(row)]
    stored = stored_rows((row.kind, row.key) for row in told)
    records = {
        record
        for row in told
        for record in _records_of(row, stored.get((row.kind, row.key)))
    }
    return public_before(records)


def _is_told(row: StepRow) -> bool:
    """Tell whether readers may see what a row changes: of a record that stands its own columns, of
    what belongs to one all.
    """
    if row.computed or row.kind not in OWN.keys() | BELONGING.keys():
        return False
    if row.kind in BELONGING:
        # Nobody sees a post before an article says who holds it.
        return row.kind != "post" or row.before is not None
    return row.after is None or bool(row.fields & OWN[row.kind])


def _records_of(row: StepRow, stored: Values | None) -> Iterator[RecordKey]:
    """Yield the records that readers would see otherwise, if they see them at all; a row has only
    the columns that differ, ``stored`` all.
    """
    if row.kind in OWN:
        yield row.kind, row.key
        return
    kind, columns = BELONGING[row.kind]
    for values in (row.before, row.after, stored):
        keys = [(values or {}).get(column) for column in columns]
        yield from ((kind, key) for key in keys if key is not None)
