"""Events and what is stated of them."""

from events.models.event import Event, MergedEvent
from events.models.part_of_day import PartOfDay
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
