"""All that steps track, as it is stored: compared field by field."""

from __future__ import annotations

from editorial.models import Step
from editorial.steps.stored_rows import StoredRows, stored_rows
from editorial.steps.tracked import tracked, tracked_kinds

# What counts on or follows: states of work, signatures, what was corrected when; and blocks, which
# follow the words as long as nobody lays them out.
GOES_ON = ("review", "correction", "block")


def whole() -> StoredRows:
    """Return every record whose changes are steps, with its values."""
    found: StoredRows = {}
    for kind in tracked_kinds():
        if kind in GOES_ON:
            continue
        keys = tracked(kind).table.values_list("pk", flat=True)
        found |= stored_rows([(kind, key) for key in keys])
    for (kind, _key), values in found.items():
        if kind == "article":
            del values["status"]
    return found


def replayed(before: StoredRows, step: Step) -> StoredRows:
    """Return what the rows of a step make of records."""
    after = {key: dict(values) for key, values in before.items()}
    for row in step.rows.exclude(kind__in=GOES_ON):
        key = (row.kind, row.key)
        if row.after is None:
            del after[key]
        elif row.before is None:
            after[key] = dict(row.after)
        else:
            after[key] |= row.after
        if row.kind == "article":
            after[key].pop("status", None)
    return after
