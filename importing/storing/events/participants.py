"""Who took part in an event and in which delegation, each with the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.models import Evidence
from editorial.models import Rule, Severity
from editorial.steps.loads.as_loaded import states_with
from events.common_roles import COMMON_ROLES, ELECTED
from events.models import Delegation, Event, EventRole, Participation
from importing.storing.events.elections import placed
from importing.storing.events.event_facts import (
    FactKey,
    FactsOfEvent,
    ToldEvents,
    ever,
    identity,
    renewed,
    stored,
    with_stored,
)
from importing.storing.page_load import PageLoad, fits
from importing.storing.selectors import Anchors
from people.models import Person
from reader.results import ReadEvent, ReadParticipant

# Roles


def missing_roles() -> list[EventRole]:
    """Return the common roles that the table never had, unsaved.

    One that a person renamed or took out does not come back.
    """
    stored_roles = EventRole.objects.order_by()
    had = set(stored_roles.values_list("label", flat=True))
    unknown = {role.label for role in COMMON_ROLES} - had
    if not unknown:
        return []
    past = states_with(EventRole, "label", unknown)
    unknown -= {state.values["label"] for state in past}
    wanted = [role for role in COMMON_ROLES if role.label in unknown]
    return [EventRole(**role._asdict()) for role in wanted]


# Participations


def participations_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[Participation]:
    """Yield the participations to save: new ones, and stored ones whose words were edited away and
    are read again.

    Roles stand in the order the page tells them. A name that has the same part on record is not
    recorded twice, even if another paper's list knows another person of that name.
    """
    past = ever(Participation, told, "person_id", "role")
    parts = _Parts(load, anchors, past)
    parts.take_in(stored(Participation, told, "person"))
    for event, read in told:
        for part in (*read.participants, *_elected(read)):
            participation = parts.tell(event, part)
            if participation:
                yield participation
        _report_namesakes(load, event, read, parts.namesakes)
        parts.namesakes.clear()


@dataclass(slots=True)
class _Parts:
    """The parts in the told events: those on record, by person and by name, and those that ever
    were; ``order`` are the places of an event's roles.
    """

    load: PageLoad
    anchors: Anchors
    past: set[FactKey]
    held: dict[FactKey, Participation] = field(default_factory=dict)
    named: set[FactKey] = field(default_factory=set)
    order: dict[int, dict[str, int]] = field(default_factory=dict)
    namesakes: list[str] = field(default_factory=list)

    def take_in(self, parts: Iterable[Participation]) -> None:
        """Hold the parts that are on record."""
        for part in parts:
            self.held[part.event_id, part.person_id, part.role] = part
            self.named.add((part.event_id, part.person.name, part.role))
            self._order_in(part.event_id)[part.role] = part.position

    def tell(self, event: Event, read: ReadParticipant) -> Participation | None:
        """Return what to save of a told part: itself, or the stored one whose words are back.

        A part of nobody known is reported; a namesake of who has it is kept in ``namesakes``.
        """
        person = self.load.people.get(read.name)
        fact = f"{event.title}: {read.name} {read.role}"
        words = self.anchors.state(read.evidence, fact)
        key = (identity(event), person and person.pk, read.role)
        if key in self.held:
            return renewed(self.held[key], words)
        if words is None or key in self.past:
            return None
        if person is None or not fits(Participation, role=read.role):
            self.load.doubt_fact(read.span, fact)
            return None
        if self._is_namesake(event, read):
            self.namesakes.append(read.name)
            return None
        self.held[key] = self._new(event, person, read, words)
        return self.held[key]

    def _is_namesake(self, event: Event, read: ReadParticipant) -> bool:
        """Tell whether the name has the part on record, though as another person."""
        return (event.pk, read.name, read.role) in self.named

    def _new(
        self,
        event: Event,
        person: Person,
        read: ReadParticipant,
        words: Evidence,
    ) -> Participation:
        return Participation(
            event=event,
            person=person,
            role=read.role,
            evidence=words,
            rank=read.rank,
            position=self._position_of(event, read.role),
            delegations=list(read.delegations),
        )

    def _position_of(self, event: Event, role: str) -> int:
        """Return the place of a role, behind those that the event has."""
        order = self._order_in(identity(event))
        return order.setdefault(role, len(order))

    def _order_in(self, event: int) -> dict[str, int]:
        return self.order.setdefault(event, {})


def _elected(read: ReadEvent) -> Iterator[ReadParticipant]:
    """Yield the persons elected as participants; several to one post stand in printed order."""
    for post, rank in placed(read.elected):
        yield ReadParticipant(
            name=post.name,
            role=f"{ELECTED}{post.post}",
            rank=rank,
            span=post.span,
            evidence=post.span,
        )


def _report_namesakes(
    load: PageLoad, event: Event, read: ReadEvent, names: list[str]
) -> None:
    """Report, once for an event, the participants whom another paper's list knows as other
    people.
    """
    if not names:
        return
    message = _(
        "%(event)s: %(names)s take part already, as other records of the same names."
    )
    each_once = dict.fromkeys(names)
    words = {"event": event.title, "names": "\u3001".join(each_once)}
    load.doubt(
        Rule.AMBIGUOUS_NAME,
        read.span,
        message % words,
        Severity.WARNING,
    )


# Delegations


def delegations_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[Delegation]:
    """Yield the delegations to save: new ones, and stored ones whose words were edited away and are
    read again.

    A delegation that is said to come from elsewhere than on record is reported.
    """
    told = [(event, read) for event, read in told if read.delegations]
    past = ever(Delegation, told, "number", "origin")
    for event, page, of_event in with_stored(Delegation, told):
        delegations = _Delegations(load, anchors, past, of_event)
        yield from delegations.told(event, page)


@dataclass(slots=True)
class _Delegations(FactsOfEvent[Delegation]):
    """The delegations of one event; a number belongs to one."""

    held: list[Delegation]

    def told(self, event: Event, page: ReadEvent) -> Iterator[Delegation]:
        """Yield what to save of the delegations that a page prints."""
        for read in page.delegations:
            new = Delegation(
                event=event,
                number=read.number,
                origin=read.origin,
            )
            fact = f"{event.title}: {new}"
            delegation = self.tell(new, read.evidence, fact)
            if delegation:
                yield delegation

    def same(
        self, new: Delegation, words: Evidence | None
    ) -> Delegation | None:
        of_number = (one for one in self.held if one.number == new.number)
        return next(of_number, None)

    def agrees(self, known: Delegation, new: Delegation) -> bool:
        return known.origin == new.origin

    def past_key(self, new: Delegation) -> FactKey:
        return new.event_id, new.number, new.origin

    def add(self, new: Delegation) -> None:
        self.held.append(new)
