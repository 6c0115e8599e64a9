"""Events and what is stated of them."""

from events.models.election import Candidacy, Election
from events.models.event import Event, MergedEvent
from events.models.event_role import EventRole
from events.models.field_evidence import EventField, FieldEvidence
from events.models.part_of_day import PartOfDay
from events.models.public_event import PublicEvent
from events.models.sitting import (
    CongressSpan,
    MeetingBody,
    Resolution,
    ShortTitle,
)
from events.models.stated import AgendaItem, Delegation, Participation, Vote
from events.models.statement import Statement
from events.models.tenure import TenureBound
from events.models.visit import Visit

__all__ = [
    "AgendaItem",
    "Candidacy",
    "CongressSpan",
    "Delegation",
    "Election",
    "Event",
    "EventField",
    "EventRole",
    "FieldEvidence",
    "MeetingBody",
    "MergedEvent",
    "PartOfDay",
    "Participation",
    "PublicEvent",
    "Resolution",
    "ShortTitle",
    "Statement",
    "TenureBound",
    "Visit",
    "Vote",
]
