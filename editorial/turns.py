"""Turns: work that would go wrong if two did it at once waits for who is at it."""

from __future__ import annotations

from enum import IntEnum

from django.db import connection


class Turn(IntEnum):
    """What is done by one at a time; the numbers are those of the database's locks.

    ``PUBLIC_ROWS`` are made from what all current publications state: two who made them at once
    would each miss what the other states. ``LOAD``: two loads could each create the same person,
    issue or congress."""

    PUBLIC_ROWS = 0x7A7A_0001
    LOAD = 0x7A7A_0002


def await_turn(turn: Turn) -> None:
    """Wait until nobody else is at this work, and keep others from it until the transaction ends.

    Articles are locked after ``LOAD`` and before ``PUBLIC_ROWS``. SQLite has one writer at a time
    by itself."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [turn])
