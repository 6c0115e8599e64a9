"""Empty databases for one load each."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

# Makes a database, hands out its address and drops it in the end.
Database = Callable[[], AbstractContextManager[str]]


def engines(server: str | None) -> Iterator[tuple[str, Database]]:
    """Yield each engine's name and its databases; PostgreSQL only where a server is given."""
    yield "SQLite", sqlite_file
    if server:
        yield "PostgreSQL", lambda: postgres_database(server)


@contextmanager
def sqlite_file() -> Iterator[str]:
    """Hand out the address of a database in a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/bench.sqlite3"


@contextmanager
def postgres_database(server: str) -> Iterator[str]:
    """Hand out the address of a new database on a server."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    name = f"zzcms_bench_{os.getpid()}"
    base, _ = server.rsplit("/", 1)
    create = SQL("CREATE DATABASE {}")
    drop = SQL("DROP DATABASE {} WITH (FORCE)")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(create.format(Identifier(name)))
        try:
            yield f"{base}/{name}"
        finally:
            connection.execute(drop.format(Identifier(name)))
