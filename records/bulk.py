"""Many records straight into their tables, and out of them.

New ones go by ``executemany`` on SQLite and by ``COPY`` on PostgreSQL: a page brings some three
hundred records, and ``bulk_create`` spends most of its time on wording their statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from django.db import connection, models
from django.db.models import Field, Model, QuerySet

NEXT_IN_SEQUENCE = "SELECT nextval(%s::regclass) FROM generate_series(1, %s)"
LAST_KEY = "SELECT seq FROM sqlite_sequence WHERE name = %s"
# Fields of these very classes store what the record holds.
AS_THEY_ARE = (
    models.BigAutoField,
    models.BooleanField,
    models.CharField,
    models.ForeignKey,
    models.OneToOneField,
    models.PositiveIntegerField,
    models.PositiveSmallIntegerField,
    models.TextField,
)


@dataclass(frozen=True, slots=True)
class _Table:
    """A model's table: its name and columns, how to take a record's values, and which of them need
    preparing or hold one of a few words.
    """

    name: str
    columns: tuple[str, ...]
    values: attrgetter
    prepared: tuple[tuple[int, Field], ...]
    vocabularies: tuple[tuple[int, Field], ...]

    def row(self, record: Model) -> list[Any]:
        """Return the values of a record as the database takes them."""
        row = list(self.values(record))
        for place, field in self.prepared:
            row[place] = field.get_db_prep_save(
                field.pre_save(record, add=True), connection
            )
        self._refuse_unknown(row)
        return row

    def _refuse_unknown(self, row: list[Any]) -> None:
        """Refuse a word that its field does not know; no form and no constraint would."""
        for place, field in self.vocabularies:
            word = row[place]
            if word not in _words_of(field) and word not in field.empty_values:
                raise ValueError(f"{field}: unknown word {word!r}")


def insert(records: Sequence[Model]) -> None:
    """Save new records of one model, in order, each with a key of its own; they may name others
    saved after they were made.

    Needs a transaction that may write: on SQLite it holds the lock that keeps others from the same
    keys."""
    if not records:
        return
    table = _table_of(type(records[0]))
    _give_keys(records, table.name)
    _write(table, map(table.row, records))
    for record in records:
        record._state.adding = False
        record._state.db = connection.alias


def delete(records: QuerySet) -> None:
    """Delete the rows of these records in one statement.

    No row of history is written, and nothing that points to them goes along: both are the
    caller's.
    """
    records._raw_delete(records.db)


def _give_keys(records: Sequence[Model], table: str) -> None:
    """Give each record the next key; refuse one that names a record without a key."""
    keys = _next_keys(table, len(records))
    for record, key in zip(records, keys, strict=True):
        # Private Django, which the stubs leave out.
        record._prepare_related_fields_for_save(  # type: ignore[attr-defined]
            operation_name="insert"
        )
        record.pk = key


@cache
def _table_of(model: type[Model]) -> _Table:
    meta = model._meta
    quote = connection.ops.quote_name
    fields = meta.concrete_fields
    numbered = enumerate(fields)
    prepared = (pair for pair in numbered if type(pair[1]) not in AS_THEY_ARE)
    vocabularies = (pair for pair in enumerate(fields) if pair[1].choices)
    columns = (quote(field.column) for field in fields)
    attributes = (field.attname for field in fields)
    return _Table(
        meta.db_table,
        tuple(columns),
        attrgetter(*attributes),
        tuple(prepared),
        tuple(vocabularies),
    )


@cache
def _words_of(field: Field) -> frozenset[object]:
    return frozenset(word for word, _label in field.flatchoices)


def _next_keys(table: str, number: int) -> Iterable[int]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(NEXT_IN_SEQUENCE, [_sequence_of(table), number])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute(LAST_KEY, [table])
        [last] = cursor.fetchone() or [0]
        first = last + 1
        return range(first, first + number)


@cache
def _sequence_of(table: str) -> str:
    """Return the name of the sequence that gives a table's keys; looked up for every key it would
    take most of the time.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_get_serial_sequence(%s, 'id')",
            [connection.ops.quote_name(table)],
        )
        return cursor.fetchone()[0]


def _write(table: _Table, rows: Iterable[list[Any]]) -> None:
    name = connection.ops.quote_name(table.name)
    columns = ", ".join(table.columns)
    into = f"{name} ({columns})"
    with connection.cursor() as cursor, connection.wrap_database_errors:
        if connection.vendor == "postgresql":
            _copy(cursor, into, rows)
        else:
            marks = ", ".join(["%s"] * len(table.columns))
            statement = f"INSERT INTO {into} VALUES ({marks})"  # noqa: S608 - our own tables
            cursor.executemany(statement, list(rows))


def _copy(cursor: Any, into: str, rows: Iterable[list[Any]]) -> None:
    """Write the rows by PostgreSQL's ``COPY``."""
    statement = f"COPY {into} FROM STDIN"
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
