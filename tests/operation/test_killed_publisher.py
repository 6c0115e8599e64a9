"""Who publishes is killed in the middle: readers see the whole publication or nothing of it."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.operation.served_database import Database, postgresql, sqlite

pytestmark = pytest.mark.own_database

KILLS = 3
PUBLISH = "from tests.operation.endless_publisher import *; publish_on()"


@pytest.fixture(
    params=[sqlite, pytest.param(postgresql, marks=pytest.mark.postgres)]
)
def database(request, tmp_path: Path) -> Iterator[Database]:
    yield from request.param(tmp_path)


def test_a_killed_publisher_leaves_whole_publications(database):
    chance = random.Random(11)  # noqa: S311 - no secret
    before = 0
    for _kill in range(KILLS):
        kill_after(database, before + 3, chance.uniform(0, 0.1))
        published = publications(database)
        assert len(published) >= before + 3
        before = len(published)
        database.run("publications", "--check")
        numbers = [
            number
            for (number,) in database.rows(
                "SELECT number FROM editorial_change ORDER BY number"
            )
        ]
        assert numbers == list(range(1, len(numbers) + 1))
        asked = "SELECT last FROM editorial_changecounter"
        assert database.rows(asked) == [(len(numbers),)]


def kill_after(database: Database, count: int, seconds: float) -> None:
    """Kill a publisher some time after so many publications are there."""
    publisher = database.manage("shell", "-v0", "-c", PUBLISH)
    with publisher:
        while len(publications(database)) < count:
            assert publisher.poll() is None, publisher.stdout.read()
            time.sleep(0.02)
        time.sleep(seconds)
        publisher.send_signal(signal.SIGKILL)
        publisher.wait()


def publications(database: Database) -> list[tuple]:
    """Return the article and the number of each publication."""
    return database.rows("SELECT article_id, number FROM articles_publication")
