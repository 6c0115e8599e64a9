"""Records that all tests of a module share: made once, for making them takes longer than asking."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker


@contextmanager
def made_once(blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let a fixture of a module write; what it wrote goes with the module.

    Each test's own transaction lies within, so that what a test changes goes with the test.
    """
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
