"""Events and what is stated of them."""

from events.models.address_word import AddressWord
from events.models.event import Event, MergedEvent
from events.models.field_evidence import EventField, FieldEvidence
from events.models.part_of_day import PartOfDay
from events.models.proceedings.election import Candidacy, Election
from events.models.proceedings.event_role import EventRole
from events.models.proceedings.sitting import (
    CongressSpan,
    MeetingBody,
    Resolution,
    ShortTitle,
)
from events.models.proceedings.tenure import TenureBound
from events.models.proceedings.visit import Visit
from events.models.public_event import PublicEvent
from events.models.stated import AgendaItem, Delegation, Participation, Vote
from events.models.statement import Statement

__all__ = [
    "AddressWord",
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
