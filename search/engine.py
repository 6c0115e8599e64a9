"""Choose the module that keeps the index on a database: both offer ``containing``, ``replace``,
``clear``, ``optimize``.
"""

from __future__ import annotations

from types import ModuleType

from django.db import connections

from search import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def engine_of(using: str) -> ModuleType:
    """Return the index module for a database alias; ``KeyError`` on an engine that has none."""
    vendor = connections[using].vendor
    return ENGINES[vendor]
