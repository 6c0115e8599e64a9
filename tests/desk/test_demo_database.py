"""The demonstration begins anew when its database was made by other migrations."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from desk.demo import database as demo_files


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database file as the demonstration left it, with one row somebody entered."""
    file = tmp_path / "demo.sqlite3"
    with sqlite3.connect(file) as made:
        made.execute("CREATE TABLE notes (words TEXT)")
        made.execute("INSERT INTO notes VALUES ('我的改动')")
    made.close()
    demo_files.put_stamp(file)
    return file


def notes(file: Path) -> list[tuple[str]]:
    with sqlite3.connect(file) as opened:
        found = opened.execute("SELECT words FROM notes").fetchall()
    opened.close()
    return found


@pytest.mark.django_db
def test_the_same_schema_is_left_as_it_is(database):
    assert not demo_files.begin_anew(database)
    assert notes(database) == [("我的改动",)]


@pytest.mark.django_db
def test_a_first_run_has_nothing_to_put_aside(tmp_path):
    assert not demo_files.begin_anew(tmp_path / "demo.sqlite3")


@pytest.mark.django_db
@pytest.mark.parametrize("stamp", ["another digest", None])
def test_another_schema_is_put_aside_and_kept(database, stamp):
    mark = database.with_name("demo.sqlite3.schema")
    mark.unlink() if stamp is None else mark.write_text(stamp)
    assert demo_files.begin_anew(database)
    assert not database.exists()
    assert notes(database.with_name("demo.sqlite3.before")) == [("我的改动",)]


@pytest.mark.django_db
def test_what_waits_in_the_journal_goes_aside_with_its_database(database):
    database.with_name("demo.sqlite3-wal").write_text("waiting")
    database.with_name("demo.sqlite3.schema").unlink()
    assert demo_files.begin_anew(database)
    assert not database.with_name("demo.sqlite3-wal").exists()
    kept = database.with_name("demo.sqlite3.before-wal")
    assert kept.read_text() == "waiting"


def test_only_the_demonstrations_own_database_is_ever_touched(settings):
    own = settings.BASE_DIR / "var" / "demo.sqlite3"
    sqlite = "django.db.backends.sqlite3"
    postgres = "django.db.backends.postgresql"
    for engine, name, found in [
        (sqlite, str(own), own),
        (sqlite, "var/demo.sqlite3", own),
        (sqlite, "var/archive.sqlite3", None),
        (sqlite, ":memory:", None),
        (postgres, str(own), None),
    ]:
        database = {"ENGINE": engine, "NAME": name}
        assert demo_files.demo_database(database) == found


def test_the_digest_follows_every_migration(tmp_path, settings, monkeypatch):
    files = list(demo_files.migrations())
    assert {file.parent.parent.name for file in files} >= {"articles", "people"}
    before = demo_files.digest()
    changed = tmp_path / "articles" / "migrations" / "0001_initial.py"
    changed.parent.mkdir(parents=True)
    changed.write_text("# another schema")
    settings.BASE_DIR = tmp_path
    monkeypatch.setattr(demo_files, "migrations", lambda: iter([changed]))
    assert demo_files.digest() != before
