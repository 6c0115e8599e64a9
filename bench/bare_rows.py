"""The rows of a load written without any thought: the least that writing them costs.

``executemany`` on SQLite, ``COPY`` on PostgreSQL, into copies of the tables without indexes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection, transaction

# The tables that a load fills begin so.
OURS = ("people_", "articles_", "events_", "desk_")

Row = Sequence[Any]


class Filled(NamedTuple):
    """Some rows of a table, with the names of their columns."""

    table: str
    columns: list[str]
    rows: list[Row]


def sizes() -> dict[str, int]:
    """Return how many rows each table that a load fills has."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return {
        table: _size(table)
        for table in sorted(tables)
        if table.startswith(OURS)
    }


def _size(table: str) -> int:
    with connection.cursor() as cursor:
        # The name comes from the database itself.
        cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608
        (size,) = cursor.fetchone()
    return int(size)


def new_rows(seeded: dict[str, int], share: float) -> list[Filled]:
    """Return a share of the rows beyond the ``seeded`` ones, table by table."""
    found: list[Filled] = []
    for table, size in sizes().items():
        first = seeded[table]
        count = round((size - first) * share)
        found.append(_rows(table, first, count))
    return found


def _rows(table: str, first: int, count: int) -> Filled:
    part = f"LIMIT {count} OFFSET {first}"
    with connection.cursor() as cursor:
        # The name comes from the database itself.
        cursor.execute(f'SELECT * FROM "{table}" {part}')  # noqa: S608
        columns = [column[0] for column in cursor.description]
        return Filled(table, columns, cursor.fetchall())


def write_bare(filled: Sequence[Filled]) -> None:
    """Write rows into empty copies of their tables, without indexes."""
    with transaction.atomic():
        for one in filled:
            _copy_table(one.table)
            if connection.vendor == "postgresql":
                _copy(one)
            elif one.rows:
                _insert(one)


def _copy_table(table: str) -> None:
    empty = f'SELECT * FROM "{table}" WHERE 1 = 0'  # noqa: S608 - as above
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMPORARY TABLE "copy_{table}" AS {empty}')


def _copy(filled: Filled) -> None:
    with connection.cursor() as cursor:
        statement = f'COPY "copy_{filled.table}" FROM STDIN'
        with cursor.copy(statement) as copy:
            for row in filled.rows:
                copy.write_row([_copied(value) for value in row])


def _copied(value: object) -> object:
    """Return a value as ``COPY`` takes it: JSON as text."""
    if isinstance(value, list | dict):
        return json.dumps(value)
    return value


def _insert(filled: Filled) -> None:
    marks = ",".join(["%s"] * len(filled.columns))
    table = f'"copy_{filled.table}"'
    # The name comes from the database itself.
    statement = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(statement, filled.rows)
