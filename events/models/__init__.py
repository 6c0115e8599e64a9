"""Events and what is stated of them."""

from events.models.event import Event, MergedEvent
from events.models.field_evidence import EventField, FieldEvidence
from events.models.part_of_day import PartOfDay
from events.models.public_event import PublicEvent
from events.models.stated import AgendaItem, Delegation, Participation, Vote
from events.models.statement import Statement

__all__ = [
    "AgendaItem",
    "Delegation",
    "Event",
    "EventField",
    "FieldEvidence",
    "MergedEvent",
    "PartOfDay",
    "Participation",
    "PublicEvent",
    "Statement",
    "Vote",
]
