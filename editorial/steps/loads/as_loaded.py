"""What loads wrote of records, and what records have ever held, whatever people did since: read
from the steps that changed them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from editorial.models import Step, StepRow
from editorial.models.step import StepRowQuerySet
from editorial.steps.stored_rows import (
    RowKey,
    Values,
    as_stored,
    keys_pointing,
    stored_rows,
)
from editorial.steps.tracked import tracked, tracked_kind
from records.grouping import grouped


@dataclass(frozen=True, slots=True)
class State:
    """A record as it was at one time: its key and the value of each column, as its field holds it;
    ``is_loaded`` tells whether no person had a part in it.
    """

    key: int
    values: Values
    is_loaded: bool


def is_untouched(record: Model) -> bool:
    """Tell whether only loads have written this record."""
    by_people = _rows_of(record).of_people()
    return not by_people.exists()


def _rows_of(record: Model) -> StepRowQuerySet:
    kind = tracked_kind(type(record))
    return StepRow.objects.of_records(kind, [record.pk])


def value_as_loaded(record: Model, name: str) -> Any:
    """Return what a load wrote last into a column of a stored record; what no load has written is
    taken as it stands.
    """
    kind = tracked_kind(type(record))
    stands = getattr(record, name)
    loaded = stands
    for state in states_of(kind, [record.pk]):
        if state.is_loaded:
            loaded = state.values[name]
    return loaded


def states_with(
    model: type[Model], column: str, values: Iterable[Any]
) -> Iterator[State]:
    """Yield the states of the records of which a column had one of these values at any time, those
    of one record in their order.
    """
    kind = tracked_kind(model)
    asked = set(values)
    for state in states_of(kind, _keys_with(kind, column, asked)):
        if state.values[column] in asked:
            yield state


def _keys_with(kind: str, column: str, asked: set[Any]) -> set[int]:
    """Return the keys of the records whose column has one of these values, or had it; raise
    ``LookupError`` for a column by which the kind is not sought.
    """
    if column != tracked(kind).sought:
        raise LookupError(f"{kind} is not sought by {column}")
    stored = keys_pointing(kind, column, asked)
    rows = StepRow.objects.that_held(kind, asked)
    changed = rows.order_by().values_list("key", flat=True)
    return {key for _kind, key in stored} | {*changed}


def states_of(kind: str, keys: Iterable[int]) -> Iterator[State]:
    """Yield what records of a kind held, each from its first state to the present one, as loads
    wrote it and as it stood with what people made of it.
    """
    asked = sorted(set(keys))
    found = stored_rows((kind, key) for key in asked)
    rows = StepRow.objects.of_records(kind, asked)
    in_order = rows.select_related("step").order_by("step_id", "pk")
    changed = grouped((row.key, row) for row in in_order)
    for key in asked:
        yield from _states_of((kind, key), found.get((kind, key)), changed)


def _states_of(
    record: RowKey, now: Values | None, changed: dict[int, list[StepRow]]
) -> Iterator[State]:
    kind, key = record
    rows = changed.get(key, [])
    first = _first_state(now, rows)
    if first is None:
        return
    yield _state(kind, key, first, not _is_made_by_hand(rows))
    stood = dict(first)
    loaded = dict(first)
    for row in rows:
        after = row.after or {}
        stood |= after
        if row.step.kind == Step.Kind.LOAD:
            loaded |= after
            yield _state(kind, key, loaded, is_loaded=True)
        if row.before is not None:
            yield _state(kind, key, stood, is_loaded=False)


def _first_state(now: Values | None, rows: Sequence[StepRow]) -> Values | None:
    """Return what a record held first: as it stands, without what its rows changed."""
    first = dict(now or {})
    for row in reversed(rows):
        first |= row.before or {}
    return first or None


def _is_made_by_hand(rows: Sequence[StepRow]) -> bool:
    if not rows:
        return False
    return rows[0].before is None and rows[0].step.kind != Step.Kind.LOAD


def _state(kind: str, key: int, values: Values, is_loaded: bool) -> State:
    model = tracked(kind).model
    held = {
        name: as_stored(model, name, value) for name, value in values.items()
    }
    return State(key, held, is_loaded)
