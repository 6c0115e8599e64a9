"""With whom: how often two people were named in the same sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from events.clauses import name_told
from events.models import PublicEvent, Statement
from people.models import PublicPerson
from public.person.namesakes import Distinction
from records.grouping import grouped

# In the chart, in the table by the page, in the file.
PEOPLE_IN_CHART = 24
PAIRS_A_PAGE = 20
PEOPLE_IN_FILE = 200
# A gathering of more people ties nobody to anybody.
LARGEST_GATHERING = 30
CELL = 20
TOP = 16
# Room behind the last field for a name, and for what tells it from the same name of another.
BEHIND = 90
BEHIND_NAMESAKES = 240
# A field is darker by these shares of the greatest weight.
STEPS = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people, and the events in which both are named."""

    first: str
    second: str
    keys: tuple[int, int]
    events: list[PublicEvent]

    @property
    def number(self) -> int:
        return len(self.events)

    @property
    def weight(self) -> float:
        """The smaller the gathering, the closer: 1/(people less one) for each event."""
        return sum(1 / (gathered_people(event) - 1) for event in self.events)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the chart, in its units."""

    x: int
    y: int
    tie: Tie
    step: int


@dataclass(frozen=True, slots=True)
class Label:
    x: int
    y: int
    name: str
    apart: Distinction | None


@dataclass(frozen=True, slots=True)
class Chart:
    """A triangle of fields as a mileage chart has it, and the names along its edge."""

    width: int
    height: int
    cell: int
    fields: list[Field]
    labels: list[Label]


def gathered_people(event: PublicEvent) -> int:
    number: int = event.outline.get("people", 0)
    return number


def ties_of(
    events: Iterable[PublicEvent], people: Sequence[PublicPerson]
) -> list[Tie]:
    """Return the ties between these people in these events, the closest first, in one query."""
    small = [
        event
        for event in events
        if 1 < gathered_people(event) <= LARGEST_GATHERING
    ]
    ties = [
        _tie(pair, [event for event in small if event.pk in keys], people)
        for pair, keys in _together(small, people).items()
    ]
    return sorted(ties, key=_closeness)


def _together(
    events: Iterable[PublicEvent], people: Sequence[PublicPerson]
) -> dict[tuple[int, int], list[int]]:
    """Return the keys of the events of each pair of people, who are known by their places."""
    places = {person.pk: place for place, person in enumerate(people)}
    stated = Statement.objects.of_events([event.pk for event in events])
    appearing = stated.appearances().filter(object__in=places).order_by()
    rows = appearing.values_list("subject", "object").distinct()
    present = grouped((event, places[person or 0]) for event, person in rows)
    return grouped(
        (pair, event)
        for event, these in present.items()
        for pair in combinations(sorted(these), 2)
    )


def _tie(
    pair: tuple[int, int],
    events: list[PublicEvent],
    people: Sequence[PublicPerson],
) -> Tie:
    first, second = (people[place] for place in pair)
    names = (name_told(first, ""), name_told(second, ""))
    return Tie(*names, (first.pk, second.pk), events)


def _closeness(tie: Tie) -> tuple[float, int, tuple[int, int]]:
    return -tie.weight, -tie.number, tie.keys


def chart_of(
    ties: Iterable[Tie],
    people: Sequence[PublicPerson],
    distinctions: Mapping[int, Distinction],
) -> Chart:
    """Return the chart of these people in their order, with what tells namesakes apart by key."""
    ties = list(ties)
    places = {person.pk: place for place, person in enumerate(people)}
    most = max((tie.weight for tie in ties), default=1)
    fields = [_field(tie, places, most) for tie in ties]
    behind = BEHIND_NAMESAKES if distinctions else BEHIND
    side = len(people) * CELL
    labels = _labels(people, distinctions)
    return Chart(side + behind, side + TOP, CELL - 1, fields, labels)


def _labels(
    people: Iterable[PublicPerson], distinctions: Mapping[int, Distinction]
) -> list[Label]:
    return [
        Label(
            place * CELL + 2,
            TOP + place * CELL - 5,
            name_told(person, ""),
            distinctions.get(person.pk),
        )
        for place, person in enumerate(people)
    ]


def _field(tie: Tie, places: Mapping[int, int], most: float) -> Field:
    columns = sorted(places[key] for key in tie.keys)
    left, below = columns
    higher = [step for step in STEPS if tie.weight > step * most]
    return Field(
        left * CELL,
        TOP + (below - 1) * CELL,
        tie,
        1 + len(higher),
    )
