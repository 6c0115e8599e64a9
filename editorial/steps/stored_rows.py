"""What the database holds of records, as plain values that JSON keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max, Model

from editorial.steps.tracked import links_to, tracked, tracked_kind
from records.grouping import grouped

# One record, by the word for its kind and its key.
RowKey = tuple[str, int]
Values = dict[str, Any]
StoredRows = dict[RowKey, Values]
DATES = (dt.date, dt.time)
# Keys in one question: databases take only so many.
LOT = 5_000


def stored_rows(keys: Iterable[RowKey]) -> StoredRows:
    """Return what is stored of these records; those that are not there are left out."""
    found: StoredRows = {}
    for kind, numbers in grouped(keys).items():
        for first in range(0, len(numbers), LOT):
            found |= rows_with(kind, {"pk__in": numbers[first : first + LOT]})
    return found


def keys_pointing(kind: str, column: str, values: Iterable[Any]) -> set[RowKey]:
    """Return the stored records of a kind whose column has one of these values."""
    found = tracked(kind).table.filter(**{f"{column}__in": list(values)})
    keys = found.order_by().values_list("pk", flat=True)
    return {(kind, key) for key in keys}


def rows_with(kind: str, condition: dict[str, Any]) -> StoredRows:
    """Return the records of one kind that fulfil a condition: columns and their values."""
    of_kind = tracked(kind)
    rows = of_kind.table.filter(**condition).values("pk", *of_kind.names)
    return {(kind, row.pop("pk")): _plain(row) for row in rows}


def _plain(row: Values) -> Values:
    return {name: _plain_value(value) for name, value in row.items()}


def _plain_value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, DATES) else value


def as_stored(model: type[Model], name: str, value: Any) -> Any:
    """Return a plain value as the field of this column holds it."""
    one: Any = model._meta.get_field(name)
    if one.is_relation:
        one = one.target_field
    return one.to_python(value)


@dataclass(slots=True)
class Watched:
    """Records that an act may change with all that hangs on them, as they were before it.

    ``newest`` are the highest keys there were then: a higher one is of a record made since."""

    roots: list[tuple[RowKey, bool]] = field(default_factory=list)
    before: dict[RowKey, Values | None] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)

    def watch(self, record: Model, *, wholly: bool = False) -> None:
        """Watch a stored record and what is deleted along with it; ``wholly``: and whatever else
        points to it.
        """
        root = (tracked_kind(type(record)), record.pk)
        if (root, wholly) in self.roots:
            return
        self.roots.append((root, wholly))
        for key, values in self._around(root, wholly, is_before=True).items():
            self.before.setdefault(key, values)

    def watch_made(self, record: Model) -> None:
        """Watch a record that the act itself has made, and whatever points to it."""
        root = (tracked_kind(type(record)), record.pk)
        self.roots.append((root, True))

    def note_made(self, record: Model) -> None:
        """Watch a record alone that was not there before."""
        self.before[tracked_kind(type(record)), record.pk] = None

    def watch_keys(self, keys: Iterable[RowKey]) -> None:
        """Watch these records alone, whether or not they are stored."""
        asked = list(keys)
        found = stored_rows(asked)
        for key in asked:
            self.before.setdefault(key, found.get(key))

    def after(self) -> StoredRows:
        """Return what is stored now; raise ``LookupError`` for a record that came in from where
        nobody watched.
        """
        found = stored_rows(self.before)
        for root, wholly in self.roots:
            found |= self._around(root, wholly)
        for kind, key in found.keys() - self.before.keys():
            if key <= self.newest.get(kind, 0):
                raise LookupError(f"{kind} {key} was not watched")
        return found

    def _around(
        self, root: RowKey, wholly: bool, *, is_before: bool = False
    ) -> StoredRows:
        """Return a record and what hangs on it."""
        found = stored_rows([root])
        left = [(root[0], list(found), wholly)]
        while left:
            kind, keys, every = left.pop()
            for of_kind, rows, goes_on in self._pointing(kind, keys, every):
                if is_before:
                    self._note_newest(of_kind)
                new = [key for key in rows if key not in found]
                found |= rows
                if new and goes_on and of_kind != root[0]:
                    left.append((of_kind, new, False))
        return found

    def _pointing(
        self, kind: str, keys: list[RowKey], every: bool
    ) -> Iterator[tuple[str, StoredRows, bool]]:
        """Yield the records that point to these, by kind, and whether theirs are asked for too."""
        numbers = [key for _kind, key in keys]
        for link in links_to(kind):
            if every or link.goes_along or link.lets_go:
                rows = rows_with(link.kind, {f"{link.column}__in": numbers})
                yield link.kind, rows, every or link.goes_along

    def _note_newest(self, kind: str) -> None:
        if kind not in self.newest:
            found = tracked(kind).table.aggregate(newest=Max("pk"))
            self.newest[kind] = found["newest"] or 0
