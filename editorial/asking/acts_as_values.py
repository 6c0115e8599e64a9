"""Held acts as the plain values that are stored, and the rows of the steps they would be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from editorial.asking.gate import HeldAct
from editorial.models import StepRow
from editorial.steps.stored_rows import RowKey, Values, stored_rows
from editorial.steps.tracked import links_of, tracked

StoredAct = dict[str, Any]
OF_A_ROW = ("kind", "key", "computed", "before", "after")


def act_of(held: HeldAct) -> StoredAct:
    """Return a held act as plain values; records by their keys."""
    return {
        "kind": held.kind,
        "article": held.article.pk if held.article else None,
        "page": held.page.pk if held.page else None,
        "undoes": held.undoes.pk if held.undoes else None,
        "reason": held.reason,
        "rows": [_values_of(row) for row in held.rows],
    }


def _values_of(row: StepRow) -> Values:
    return {name: getattr(row, name) for name in OF_A_ROW}


def rows_of_act(act: StoredAct) -> list[StepRow]:
    """Return the rows of the step that a stored act would be, unsaved."""
    return [StepRow(**values) for values in act["rows"]]


def with_free_keys(rows: Iterable[StepRow]) -> list[StepRow]:
    """Return the rows of a step not yet taken, those of records it makes under keys that no record
    has: another may have got one meanwhile.
    """
    rows = list(rows)
    free = _free_keys(rows)
    return [_under_keys(row, free) for row in rows]


def _free_keys(rows: Iterable[StepRow]) -> dict[RowKey, int]:
    """Return by record the key it gets, of those whose key is taken."""
    made = [(row.kind, row.key) for row in rows if row.before is None]
    free: dict[RowKey, int] = {}
    given: dict[str, int] = {}
    for kind, key in stored_rows(made):
        highest = given.get(kind) or _highest(kind, made)
        given[kind] = highest + 1
        free[kind, key] = given[kind]
    return free


def _highest(kind: str, made: Iterable[RowKey]) -> int:
    """Return the highest key of a kind, stored or about to be."""
    stored = tracked(kind).table.aggregate(highest=Max("pk"))["highest"]
    return max(stored, *(key for of_kind, key in made if of_kind == kind))


def _under_keys(row: StepRow, free: dict[RowKey, int]) -> StepRow:
    """Return a row with the record, and what it points to, under the keys they get."""
    key = free.get((row.kind, row.key), row.key)
    after = _pointing(row.kind, row.after, free)
    if row.before is None and after is not None:
        after[tracked(row.kind).model._meta.pk.attname] = key
    return StepRow(
        kind=row.kind,
        key=key,
        computed=row.computed,
        before=_pointing(row.kind, row.before, free),
        after=after,
    )


def _pointing(
    kind: str, values: Values | None, free: dict[RowKey, int]
) -> Values | None:
    """Return values of a record with what they point to under its new key."""
    if values is None:
        return None
    led = dict(values)
    for link in links_of(kind):
        to = (link.to, led.get(link.column))
        if to in free:
            led[link.column] = free[to]
    return led
