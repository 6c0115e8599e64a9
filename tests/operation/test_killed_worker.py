"""A worker is killed in the middle of a job; another ends it as if nothing had been."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from tests.architecture import PACKAGES
from tests.importing.many_files.files_of_a_run import archive_of
from tests.operation.served_database import Database, postgresql, sqlite

pytestmark = pytest.mark.own_database

PAGES = 8
# What two runs cannot have in common: keys, moments, and the columns made of them.
OF_ONE_RUN = (
    models.AutoField,
    models.DateTimeField,
    models.ForeignKey,
    models.JSONField,
    models.UUIDField,
)


@pytest.fixture(
    params=[sqlite, pytest.param(postgresql, marks=pytest.mark.postgres)]
)
def databases(request, tmp_path) -> Iterator[list[Database]]:
    """Two databases of one engine, with nothing loaded into them."""
    making = []
    for name in ("killed", "whole"):
        (tmp_path / name).mkdir()
        making.append(request.param(tmp_path / name))
    yield [next(one) for one in making]
    for one in making:
        assert next(one, None) is None


def contents(database: Database) -> dict[str, list[str]]:
    """Return what every table of ours holds, but for what is of one run alone."""
    found = {}
    for model in apps.get_models():
        meta = model._meta
        if meta.app_label not in PACKAGES or meta.app_label == "operation":
            continue
        fields = meta.concrete_fields
        names = [f.column for f in fields if not isinstance(f, OF_ONE_RUN)]
        columns = ", ".join(f'"{name}"' for name in names) or "1"
        asked = f"SELECT {columns} FROM {meta.db_table}"  # noqa: S608 - our own names
        rows = database.rows(asked)
        found[meta.db_table] = sorted(map(repr, rows))
    return found


def test_another_worker_ends_what_a_killed_one_began(databases, tmp_path):
    killed, whole = databases
    (tmp_path / "pages").mkdir()
    pages = archive_of(tmp_path / "pages", PAGES)
    for database in databases:
        told = database.run("start_job", "import_pages", pages)
        assert "manage.py run_worker" in told
    whole.run("run_worker", "--once")

    kill_in_the_middle(killed)
    assert killed.rows("SELECT state FROM operation_job") == [("running",)]
    # Nobody waits here for its lease to end.
    killed.write("UPDATE operation_job SET lease_until = '2021-09-27 08:30:00'")
    killed.run("run_worker", "--once")

    asked = "SELECT state, done, total, error, report FROM operation_job"
    (ended,) = killed.rows(asked)
    assert ended[:4] == ("done", PAGES, PAGES, "")
    assert killed.rows(asked) == whole.rows(asked)
    assert killed.rows("SELECT attempts FROM operation_job") == [(2,)]
    assert contents(killed) == contents(whole)
    assert len(contents(whole)["articles_page"]) == PAGES


def kill_in_the_middle(database: Database) -> None:
    """Kill a worker once some pages are loaded and others are not."""
    worker = database.manage("run_worker")
    with worker:
        while loaded(database) < 3:
            assert worker.poll() is None, worker.stdout.read()
            time.sleep(0.02)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert 3 <= loaded(database) < PAGES


def loaded(database: Database) -> int:
    return database.rows("SELECT count(*) FROM articles_page")[0][0]
