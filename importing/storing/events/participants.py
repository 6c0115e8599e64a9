"""Who took part in an event and in which delegation, each with the words that say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models import Evidence
from editorial.models import Rule, Severity
from events.models import Delegation, Event, Participation
from importing.storing.events.statements import (
    ToldEvents,
    ever,
    identity,
    renewed,
    stored,
)
from importing.storing.page_load import PageLoad, fits
from importing.storing.selectors import Anchors
from people.models import Person
from reader.results import ReadEvent, ReadParticipant

# As print says it before the post: 当选市长, 当选为主席.
ELECTED = "当选"


@dataclass(slots=True)
class _Parts:
    """The parts in the told events: those on record, by person and by name, and those that ever
    were.
    """

    held: dict[tuple[object, ...], Participation]
    named: set[tuple[object, ...]]
    past: set[tuple[object, ...]]
    roles: dict[int, dict[str, int]]

    @classmethod
    def on_record(cls, told: ToldEvents) -> _Parts:
        parts = cls(
            {}, set(), ever(Participation, told, "person_id", "role"), {}
        )
        for part in stored(Participation, told, "person"):
            parts.held[part.event_id, part.person_id, part.role] = part
            parts.named.add((part.event_id, part.person.name, part.role))
            parts.roles.setdefault(part.event_id, {})[part.role] = part.position
        return parts

    def add(
        self,
        event: Event,
        person: Person,
        part: ReadParticipant,
        words: Evidence,
    ) -> Participation:
        order = self.roles.setdefault(identity(event), {})
        position = order.setdefault(part.role, len(order))
        place = {
            "rank": part.rank,
            "position": position,
            "delegations": list(part.delegations),
        }
        new = Participation(
            event=event, person=person, role=part.role, evidence=words, **place
        )
        self.held[identity(event), person.pk, part.role] = new
        return new


def participations_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[Participation]:
    """Yield the participations to save: new ones, and stored ones whose words were edited away and
    are read again.

    Roles stand in the order the page tells them. A name that has the same part on record is not
    recorded twice, even if another paper's list knows another person of that name.
    """
    parts = _Parts.on_record(told)
    for event, read in told:
        twice: list[str] = []
        for part in (*read.participants, *_elected(read)):
            person = load.people.get(part.name)
            fact = f"{event.title}: {part.name} {part.role}"
            words = anchors.state(part.evidence, fact)
            key = identity(event), person and person.pk, part.role
            if key in parts.held:
                yield from renewed(parts.held[key], words)
            elif words is None or key in parts.past:
                continue
            elif person is None or not fits(Participation, role=part.role):
                load.doubt_fact(part.span, fact)
            elif (event.pk, part.name, part.role) in parts.named:
                twice.append(part.name)
            else:
                yield parts.add(event, person, part, words)
        _report_namesakes(load, event, read, twice)


def delegations_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[Delegation]:
    """Yield the delegations to save: new ones, and stored ones whose words were edited away and are
    read again.

    A delegation that is said to come from elsewhere than on record is reported.
    """
    told = [(event, read) for event, read in told if read.delegations]
    held = {
        (delegation.event_id, delegation.number): delegation
        for delegation in stored(Delegation, told)
    }
    past = ever(Delegation, told, "number", "origin")
    for event, read in [
        (event, delegation)
        for event, page in told
        for delegation in page.delegations
    ]:
        key = (identity(event), read.number)
        fact = f"{event.title}: {read.number} {read.origin}"
        words = anchors.state(read.evidence, fact)
        if key in held and held[key].origin == read.origin:
            yield from renewed(held[key], words)
        elif words is None or (*key, read.origin) in past:
            continue
        elif key in held or not fits(Delegation, origin=read.origin):
            load.doubt_fact(read.evidence, fact)
        else:
            held[key] = Delegation(
                event=event,
                number=read.number,
                origin=read.origin,
                evidence=words,
            )
            yield held[key]


def _elected(read: ReadEvent) -> Iterator[ReadParticipant]:
    """Yield the persons elected as participants; several to one post stand in printed order."""
    seats = Counter(post.post for post in read.elected)
    ranks = Counter()
    for post in read.elected:
        ranks[post.post] += 1
        rank = ranks[post.post] if seats[post.post] > 1 else None
        yield ReadParticipant(
            post.name, f"{ELECTED}{post.post}", rank, post.span, post.span
        )


def _report_namesakes(
    load: PageLoad, event: Event, read: ReadEvent, names: list[str]
) -> None:
    """Report, once for an event, the participants whom another paper's list knows as other
    people.
    """
    if names:
        words = {
            "event": event.title,
            "names": "\u3001".join(dict.fromkeys(names)),
        }
        message = (
            _(
                "%(event)s: %(names)s take part already, as other records of the same names."
            )
            % words
        )
        load.doubt(Rule.AMBIGUOUS_NAME, read.span, message, Severity.WARNING)
