"""Who changes what readers' lists read takes turns: such rows are made from what all current
publications state, so that two who made them at once would each miss what the other states.
"""

from __future__ import annotations

from django.db import connection

# Any number that no other lock of the database has.
PUBLIC_ROWS = 0x7A7A_636D_73


def await_turn() -> None:
    """Wait until nobody else changes public rows, and keep others from it until the transaction
    ends.

    Articles are locked before, never after. SQLite has one writer at a time by itself."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PUBLIC_ROWS])
