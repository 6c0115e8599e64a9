"""What the current publications state of events, each fact with its words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Case, F, When, Window
from django.db.models.functions import RowNumber

from events.models import Candidacy, PublicEvent, Statement
from people.models import PublicPerson
from records.grouping import grouped

# The words shown of those that tell one event, and the statements looked through of each field of
# it: a list of all delegates is one of each name.
MOST_SOURCES = 20
MOST_FACTS = 1000
# Where the statements of a field stand among the facts of an event.
LISTS = {
    Statement.ATTENDANCE: "counts",
    Statement.PARTICIPATION: "participations",
    Statement.DELEGATION: "delegations",
    Statement.AGENDA: "agenda",
    Statement.VOTE: "votes",
    Statement.RESOLUTION: "resolutions",
    Statement.VISIT: "visits",
    Statement.ELECTION: "elections",
    Statement.CANDIDACY: "candidacies",
    Statement.TENURE: "tenures",
}
OUTCOMES = Candidacy.Outcome.values


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
    resolutions: list[Statement] = field(default_factory=list)
    visits: list[Statement] = field(default_factory=list)
    elections: list[Statement] = field(default_factory=list)
    candidacies: list[Statement] = field(default_factory=list)
    tenures: list[Statement] = field(default_factory=list)

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
        each.resolutions.sort(key=_rank)
        each.visits.sort(key=_visited_place)
        each.candidacies.sort(key=_place_on_list)
    _put_people_in(told.values())
    return told


def _statements(keys: Iterable[int]) -> list[Statement]:
    """Return the newest statements of each field of these events."""
    stated = Statement.objects.of_events(list(keys))
    most = Case(
        When(field=Statement.TOLD, then=MOST_SOURCES + 1), default=MOST_FACTS
    )
    newest = (
        stated.order_by()
        .annotate(newer=_newest_place())
        .filter(newer__lte=most)
    )
    rows = Statement.objects.filter(pk__in=newest.values("pk"))
    return list(rows.with_article().newest_first())


def _newest_place() -> Window:
    """Return which statement of its event and field one is, the newest being the first."""
    return Window(
        RowNumber(),
        partition_by=[F("subject"), F("field")],
        order_by=[F("day").desc(), "place", "pk"],
    )


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
        return
    name = LISTS.get(statement.field)
    if name is None:
        same_field = told.fields.setdefault(statement.field, [])
        same_field.append(statement)
        return
    facts: list[Statement] = getattr(told, name)
    facts.append(statement)


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


def _visited_place(statement: Statement) -> tuple[int, str]:
    return statement.value["rank"] or 0, statement.place


def _place_on_list(statement: Statement) -> tuple[int, int, str]:
    """Put the elected first, then the alternates, each in the order of the list."""
    value = statement.value
    outcome = OUTCOMES.index(value["outcome"])
    return outcome, value["rank"] or MOST_FACTS, statement.place


def _put_people_in(told: Iterable[ToldFacts]) -> None:
    """Let each participation, visit, candidacy and post know its person."""
    of_people = [
        each
        for one in told
        for facts in (
            one.participations,
            one.visits,
            one.candidacies,
            one.tenures,
        )
        for each in facts
    ]
    people = PublicPerson.objects.in_bulk({each.object for each in of_people})
    for each in of_people:
        each.person = people.get(each.object)


def sources_of(keys: Iterable[int], most: int) -> dict[int, list[Statement]]:
    """Return the newest words that tell each of these events, ``most`` at most, in one query."""
    told = Statement.objects.telling().filter(subject__in=list(keys))
    placed = told.order_by().annotate(newer=_newest_place())
    newest = placed.filter(newer__lte=most)
    rows = Statement.objects.filter(pk__in=newest.values("pk"))
    words = rows.with_article().newest_first()
    return grouped((each.subject, each) for each in words)


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
    return grouped((each.value["role"], each) for each in participations)
