"""Whether the demonstration's database was made by these migrations, or by others."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils.translation import gettext as _

# Beside the database: the digest of the migrations that made it.
STAMP = ".schema"
# Put behind the name of what a demonstration of another schema leaves.
KEPT = ".before"
# What SQLite keeps beside a database that is open or was not closed.
COMPANIONS = ("-wal", "-shm", "-journal")


def demo_database(database: Mapping[str, Any]) -> Path | None:
    """Return the file that ``make demo`` keeps in ``var/``, or None where these are the settings of
    any other database.
    """
    if not database["ENGINE"].endswith("sqlite3"):
        return None
    file = Path(settings.BASE_DIR, database["NAME"]).resolve()
    ours = (settings.BASE_DIR / "var" / "demo.sqlite3").resolve()
    return file if file == ours else None


def bring_up(database: Mapping[str, Any], say: Callable[[str], object]) -> None:
    """Make the tables of this database; one of the demonstration's that other migrations made is
    put aside first, and said so in one line.
    """
    file = demo_database(database)
    if file and begin_anew(file):
        say(another_schema(file))
    call_command("migrate", verbosity=0)
    if file:
        put_stamp(file)


def migrations() -> Iterator[Path]:
    """Yield the migrations of our own packages, in the order of their paths."""
    for app in sorted(apps.get_app_configs(), key=lambda app: app.label):
        folder = Path(app.path)
        if folder.parent == settings.BASE_DIR:
            yield from sorted((folder / "migrations").glob("0*.py"))


def digest() -> str:
    """Return the SHA-256 of all migrations of ours, names and contents."""
    found = hashlib.sha256()
    for file in migrations():
        name = file.relative_to(settings.BASE_DIR).as_posix()
        found.update(f"{name}\0".encode() + file.read_bytes() + b"\0")
    return found.hexdigest()


def begin_anew(database: Path) -> bool:
    """Put a database of another schema aside, and say whether there was one.

    The migrations begin anew until the first release, so that no step leads from the old schema to
    the new one. The old database stays beside the new one as ``….before``; one that was put aside
    earlier makes room for it."""
    stamp = database.with_name(database.name + STAMP)
    if not database.exists() or is_current(stamp):
        return False
    connection.close()
    for companion in ("", *COMPANIONS):
        old = database.with_name(database.name + companion)
        if old.exists():
            old.replace(database.with_name(database.name + KEPT + companion))
    return True


def is_current(stamp: Path) -> bool:
    """Tell whether the stamp bears today's digest."""
    return stamp.exists() and stamp.read_text() == digest()


def put_stamp(database: Path) -> None:
    """Write beside the database which migrations made it."""
    database.with_name(database.name + STAMP).write_text(digest())


def another_schema(database: Path) -> str:
    """Return the line that says why the demonstration begins anew."""
    words = _(
        "The demonstration's database has another schema: it begins anew; "
        "what it held is kept in %(file)s."
    )
    return words % {"file": database.with_name(database.name + KEPT)}
