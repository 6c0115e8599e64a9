"""What the current publications state of events, each fact with its words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Case, F, When, Window
from django.db.models.functions import RowNumber

from events.models import PublicEvent, Statement
from events.models.statement import About
from people.models import PublicPerson

# The words shown of those that tell one event, and the statements looked through of each field of
# it: a list of all delegates is one of each name.
MOST_SOURCES = 20
MOST_FACTS = 1000


@dataclass(slots=True)
class ToldFacts:
    """The statements about one event, by kind, each kind in the order a page shows them.

    A fact that several publications state stands once, with the words of the newest issue."""

    sources: list[Statement] = field(default_factory=list)
    has_more_sources: bool = False
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
    """Return what is stated of each of these events, by key, in three queries."""
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
    """Return the newest statements of each field of these events."""
    stated = Statement.objects.filter(about=About.EVENT, subject__in=list(keys))
    place = Window(
        RowNumber(),
        partition_by=[F("subject"), F("field")],
        order_by=[F("day").desc(), "place", "pk"],
    )
    most = Case(
        When(field=Statement.TOLD, then=MOST_SOURCES + 1), default=MOST_FACTS
    )
    newest = stated.order_by().annotate(newer=place).filter(newer__lte=most)
    keys = list(newest.values_list("pk", flat=True))
    rows = Statement.objects.filter(pk__in=keys)
    return list(rows.with_article().newest_first())


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
        _add_source(told, statement)
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


def _add_source(told: ToldFacts, statement: Statement) -> None:
    if len(told.sources) < MOST_SOURCES:
        told.sources.append(statement)
    else:
        told.has_more_sources = True


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
