"""Who came to which delegation at one event."""

from __future__ import annotations

from typing import Any

from events.models import PublicEvent
from records.grouping import grouped


def visitors_by_delegation(event: PublicEvent) -> dict[int, list[list[Any]]]:
    """Return who came to which delegation: key and name of each, by the delegation's number."""
    visits = event.outline.get("visits", ())
    return grouped(
        (number, visit["person"])
        for visit in visits
        for number in visit["numbers"]
    )


def is_of_all(event: PublicEvent) -> bool:
    """Tell whether an event is told of more than the delegations that were visited: somebody took
    part of whom no delegation is told, or nobody visited any.
    """
    visits = event.outline.get("visits", ())
    return event.outline.get("people", 0) > len(visits) or not visits
