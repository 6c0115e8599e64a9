"""Records of every kind, made once for a file of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search.index import refresh
from tests.api.all_kinds import make_records
from tests.once import made_once


@pytest.fixture(scope="module")
def records_once(django_db_setup, django_db_blocker) -> Iterator[None]:
    with made_once(django_db_blocker):
        refresh(
            article.pk
            for number in range(5)
            for article in make_records(number)
        )
        yield


@pytest.fixture
def records(records_once, db) -> None:
    """Give a test what all of this file share."""
