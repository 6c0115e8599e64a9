"""Databases of their own that processes of the program work on, asked by SQL meanwhile."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from tests.architecture import ROOT
from tests.machine import POSTGRES_URL
from tests.migrated import new_database, new_postgres_database


class Database:
    """A database of its own, asked by SQL and served by processes."""

    def __init__(self, url: str, connect: Callable[[], Any]) -> None:
        self.url = url
        self.connect = connect

    def rows(self, sql: str) -> list[tuple]:
        with closing(self.connect()) as connection:
            return connection.execute(sql).fetchall()

    def write(self, sql: str) -> None:
        with closing(self.connect()) as connection:
            connection.execute(sql)
            connection.commit()

    def manage(self, *arguments: object) -> subprocess.Popen:
        ours = {
            "DATABASE_URL": self.url,
            "PYTHONUNBUFFERED": "",
            "ZZCMS_DEBUG": "1",
        }
        return subprocess.Popen(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=ROOT,
            env=os.environ | ours,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *arguments: object) -> str:
        with self.manage(*arguments) as process:
            printed, _ = process.communicate(timeout=300)
        assert process.returncode == 0, printed
        return printed


def sqlite(folder: Path) -> Iterator[Database]:
    url = new_database(folder)
    file = url.removeprefix("sqlite:///")
    yield Database(url, lambda: sqlite3.connect(file))


def postgresql(folder: Path) -> Iterator[Database]:
    name = f"killed_{uuid4().hex}"
    with psycopg.connect(POSTGRES_URL, autocommit=True) as server:
        url = new_postgres_database(server, name)
        yield Database(url, lambda: psycopg.connect(url))
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")
