"""Rows that are written over those of the same keys."""

from __future__ import annotations

from operator import attrgetter
from typing import Any


def store_over(model: Any, rows: list[Any]) -> None:
    """Write rows over those of the same keys, in their order: two who write the same ones do not
    wait for each other.
    """
    rows.sort(key=attrgetter("pk"))
    fields = [
        field.name for field in model._meta.fields if not field.primary_key
    ]
    model.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=fields,
    )
