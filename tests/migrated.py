"""Databases with all tables: migrations make one, and every other is a copy, for making one takes
many seconds.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from desk.demo.database import digest
from tests.architecture import ROOT
from tests.machine import POSTGRES_URL


def new_database(folder: Path) -> str:
    """Return the address of a new SQLite database with all tables and what migrations put there."""
    file = folder / "zzcms.sqlite3"
    shutil.copy(migrated_file(), file)
    return f"sqlite:///{file}"


def new_postgres_database(server: psycopg.Connection, name: str) -> str:
    """Make such a database of this name on the server; return its address."""
    made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    names = (sql.Identifier(name), sql.Identifier(migrated_template()))
    with one_at_a_time():
        server.execute(made.format(*names))
    return _address_of(name)


def fill(connection: BaseDatabaseWrapper) -> None:
    """Give an empty database in memory all tables."""
    with closing(sqlite3.connect(migrated_file())) as made:
        made.backup(connection.connection)


def use_template(database: dict[str, Any]) -> None:
    """Let the test database of these PostgreSQL settings begin with all tables."""
    database["TEST"]["TEMPLATE"] = migrated_template()


def migrated_file() -> Path:
    """Return the SQLite database that these migrations make; nobody may write to it."""
    file = _folder() / f"{schema()}.sqlite3"
    with one_at_a_time():
        if not file.exists():
            unfinished = file.with_suffix(".part")
            unfinished.unlink(missing_ok=True)
            _migrate(f"sqlite:///{unfinished}")
            unfinished.rename(file)
    return file


def migrated_template() -> str:
    """Return the name of the PostgreSQL database that these migrations make."""
    name = f"zzcms_template_{schema()[:16]}"
    with (
        one_at_a_time(),
        psycopg.connect(POSTGRES_URL, autocommit=True) as server,
    ):
        asked = "SELECT 1 FROM pg_database WHERE datname = %s"
        if not server.execute(asked, [name]).fetchone():
            _make_template(server, name)
    return name


def _make_template(server: psycopg.Connection, name: str) -> None:
    """Make the template, in place of those of other schemas."""
    asked = "SELECT datname FROM pg_database WHERE datname LIKE 'zzcms\\_template\\_%'"
    for (former,) in server.execute(asked).fetchall():
        drop = sql.SQL("DROP DATABASE {}")
        server.execute(drop.format(sql.Identifier(former)))
    unfinished = f"{name}_part"
    part = sql.Identifier(unfinished)
    server.execute(sql.SQL("CREATE DATABASE {}").format(part))
    _migrate(_address_of(unfinished))
    renamed = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    server.execute(renamed.format(part, sql.Identifier(name)))


def schema() -> str:
    """Return a digest of what the tables follow from: our migrations, the pinned packages, and the
    groups of the tests.
    """
    pinned = (ROOT / "requirements.txt").read_bytes()
    groups = (ROOT / "tests" / "groups.py").read_bytes()
    return hashlib.sha256(digest().encode() + pinned + groups).hexdigest()


def _migrate(address: str) -> None:
    ours = {"DATABASE_URL": address, "ZZCMS_DEBUG": "1"}
    command = [sys.executable, "manage.py", "migrate", "-v0", "--skip-checks"]
    groups = ["shell", "-v0", "-c", "from tests.groups import *; make_groups()"]
    for arguments in (command, [*command[:2], *groups]):
        subprocess.run(arguments, cwd=ROOT, env=os.environ | ours, check=True)


def _address_of(name: str) -> str:
    return f"{POSTGRES_URL.rpartition('/')[0]}/{name}"


def _folder() -> Path:
    folder = Path(tempfile.gettempdir()) / f"zzcms-migrated-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let one process of ours after the other look for what is made, or make it."""
    with (_folder() / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
