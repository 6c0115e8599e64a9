"""The different values of a column, each looked up by the index from the one before: the cost is
that of the values, however many rows bear each.
"""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import Model

# Each step is one look into the index; a DISTINCT would read every row of it.
_STEP = "SELECT MIN({column}) FROM {table} WHERE {within}{column} > "
_WALK = """
WITH RECURSIVE found(value, place) AS (
    SELECT ({step}%s), 1
    UNION ALL
    SELECT ({step}found.value), found.place + 1
    FROM found
    WHERE found.value IS NOT NULL AND found.place < %s
)
SELECT value FROM found WHERE value IS NOT NULL
"""


def different_values(
    model: type[Model],
    column: str,
    most: int,
    *,
    after: str = "",
    within: tuple[str, Any] | None = None,
) -> list[str]:
    """Return the values of a text column that come after ``after``, in the database's order, at
    most so many.

    ``within`` is another column and its value; an index has to begin with that one, then this."""
    quoted = connection.ops.quote_name
    condition = f"{quoted(within[0])} = %s AND " if within else ""
    step = _STEP.format(
        column=quoted(column),
        table=quoted(model._meta.db_table),
        within=condition,
    )
    given = [within[1]] if within else []
    sql = _WALK.format(step=step)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*given, after, *given, most])
        return [value for (value,) in cursor.fetchall()]
