"""Events and what is stated of them."""

from events.models.event import Event, MergedEvent, PartOfDay
from events.models.stated import AgendaItem, Delegation, Participation, Vote

__all__ = [
    "AgendaItem",
    "Delegation",
    "Event",
    "MergedEvent",
    "PartOfDay",
    "Participation",
    "Vote",
]
