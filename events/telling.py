"""What the current publications state of events, each fact with its words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from events.models import PublicEvent, Statement
from events.models.statement import About
from people.models import PublicPerson


@dataclass(slots=True)
class ToldFacts:
    """The statements about one event, by kind, each kind in the order a page shows them.

    A fact that several publications state stands once, with the words of the newest issue."""

    sources: list[Statement] = field(default_factory=list)
    fields: dict[str, list[Statement]] = field(default_factory=dict)
    counts: list[Statement] = field(default_factory=list)
    participations: list[Statement] = field(default_factory=list)
    delegations: list[Statement] = field(default_factory=list)
    agenda: list[Statement] = field(default_factory=list)
    votes: list[Statement] = field(default_factory=list)

    @property
    def attendance(self) -> Statement | None:
        """The newest count of those present."""
        return self.counts[0] if self.counts else None


def told_of(events: Iterable[PublicEvent]) -> dict[int, ToldFacts]:
    """Return what is stated of each of these events, by key, in two queries."""
    told = {event.pk: ToldFacts() for event in events}
    for statement in _each_once(_statements(told)):
        _add(told[statement.subject], statement)
    for each in told.values():
        each.participations.sort(key=_place_in_list)
        each.delegations.sort(key=_number)
        each.agenda.sort(key=_rank)
    _put_people_in(told.values())
    return told


def _statements(keys: Iterable[int]) -> list[Statement]:
    stated = Statement.objects.filter(about=About.EVENT, subject__in=list(keys))
    return list(stated.with_article().newest_first())


def _each_once(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield each fact once, and all words that tell an event."""
    seen = set()
    for each in statements:
        value = json.dumps(each.value, sort_keys=True)
        fact = (each.subject, each.field, each.object, value)
        if each.field == Statement.TOLD or fact not in seen:
            yield each
        seen.add(fact)


def _add(told: ToldFacts, statement: Statement) -> None:
    if statement.field == Statement.TOLD:
        told.sources.append(statement)
    elif statement.field == Statement.ATTENDANCE:
        told.counts.append(statement)
    elif statement.field == Statement.PARTICIPATION:
        told.participations.append(statement)
    elif statement.field == Statement.DELEGATION:
        told.delegations.append(statement)
    elif statement.field == Statement.AGENDA:
        told.agenda.append(statement)
    elif statement.field == Statement.VOTE:
        told.votes.append(statement)
    else:
        told.fields.setdefault(statement.field, []).append(statement)


def _place_in_list(statement: Statement) -> tuple[int, int, str]:
    """Put by role, in the order of the printed list; who stands in no list comes first."""
    value = statement.value
    return value["position"], value["rank"] or 0, statement.place


def _number(statement: Statement) -> int:
    number: int = statement.value["number"]
    return number


def _rank(statement: Statement) -> int:
    rank: int = statement.value["rank"]
    return rank


def _put_people_in(told: Iterable[ToldFacts]) -> None:
    """Let each participation know the person who took part."""
    participations = [each for one in told for each in one.participations]
    keys = {each.object for each in participations}
    people = PublicPerson.objects.in_bulk(keys)
    for each in participations:
        each.person = people.get(each.object)


def adds_up(count: dict[str, int | None]) -> bool:
    """Tell whether the three numbers of a count are all there and agree: due less absent is
    present.
    """
    due = count["expected"]
    absent = count["absent"]
    present = count["present"]
    if due is None or absent is None or present is None:
        return False
    return due - absent == present


def roles_of(participations: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Group participations by role, roles and people in the order given."""
    roles: dict[str, list[Statement]] = {}
    for each in participations:
        roles.setdefault(each.value["role"], []).append(each)
    return roles
