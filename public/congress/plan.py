"""The plan of a congress: which body met in which half of which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from events.chronicle import People
from events.clauses import name_told
from events.models import MeetingBody, PartOfDay, PublicEvent
from events.models.part_of_day import place_in_day
from events.short_forms import label_of, sign_of
from public.congress.attending.visits import (
    is_of_all,
    visitors_by_delegation,
)
from public.congress.tallies import COARSE
from records.grouping import grouped

# A day has these halves even where nothing is told of them.
ALWAYS = (1, 3)
# The whole day: of an event whose half is not told.
WHOLE_DAY = 0
# Bodies as rows of the plan, in their order; delegations stand in a group of their own.
BEFORE = (MeetingBody.Body.PLENARY, MeetingBody.Body.PRESIDIUM)
AFTER = (MeetingBody.Body.COMMITTEE, MeetingBody.Body.OTHER)
# Of these bodies there are several, told apart by their names.
NAMED = (MeetingBody.Body.COMMITTEE, MeetingBody.Body.DELEGATION)
MOST_NAMES = 2


@dataclass(frozen=True, slots=True)
class Half:
    """A half of a day as a column; ``rank`` is its place in the day."""

    day: dt.date
    rank: int

    @property
    def part(self) -> PartOfDay:
        return list(PartOfDay)[self.rank - 1]


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day with its columns."""

    date: dt.date
    halves: list[Half]


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """An event in its place; ``names`` are those who came to the delegation of its row, ``is_on``
    says whether the person asked for was there, and is None where nobody is asked for.
    """

    event: PublicEvent
    label: str
    sign: str
    names: str = ""
    is_on: bool | None = None
    is_vague: bool = False

    @property
    def told(self) -> str:
        """What stands in its place."""
        return self.names or self.label

    @property
    def half(self) -> tuple[dt.date, int]:
        """The day and the half it stands in."""
        return self.event.earliest, rank_of(self.event)

    @property
    def presence(self) -> str:
        """The class of a block where a person is asked for."""
        if self.is_on is None:
            return ""
        return " on" if self.is_on else " off"


@dataclass(slots=True)
class PlanCell:
    """So many columns of a row, with what was there; ``is_first`` begins a day."""

    span: int
    is_first: bool
    blocks: list[PlanBlock] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A body with its cells: in one line, or in a second one what has no half of its day."""

    body: str
    name: str
    number: int | None
    lines: list[list[PlanCell]]


@dataclass(frozen=True, slots=True)
class Plan:
    days: list[PlanDay]
    before: list[PlanRow]
    delegations: list[PlanRow]
    after: list[PlanRow]

    @property
    def columns(self) -> int:
        return sum(len(day.halves) for day in self.days)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a plan is made of: the events of a congress, its further days, the names of its
    delegations, the people of its outlines, and the events of the person asked for, or None.
    """

    events: Sequence[PublicEvent]
    days: Collection[dt.date]
    origins: Mapping[int, str]
    people: People
    person: int | None = None
    with_person: Collection[int] = ()


def plan_of(planned: Planned) -> Plan:
    """Return the plan; events of which only the month or the year is known have no place in it."""
    events = [each for each in planned.events if each.precision not in COARSE]
    maker = _Maker(planned, events, _days(events, planned.days))
    return Plan(
        maker.days,
        maker.rows_of(BEFORE),
        maker.delegations(),
        maker.rows_of(AFTER),
    )


def _days(
    events: Iterable[PublicEvent], further: Iterable[dt.date]
) -> list[PlanDay]:
    ranks = {day: set(ALWAYS) for day in further}
    for event in events:
        of_day = ranks.setdefault(event.earliest, set(ALWAYS))
        of_day.add(rank_of(event))
    return [
        PlanDay(day, [Half(day, rank) for rank in sorted(of_day) if rank])
        for day, of_day in sorted(ranks.items())
    ]


def rank_of(event: PublicEvent) -> int:
    """Return the place of an event's half in its day, 0 where neither half nor hour is told."""
    return place_in_day(event.part_of_day, event.time)


@dataclass(frozen=True, slots=True)
class _Maker:
    planned: Planned
    events: list[PublicEvent]
    days: list[PlanDay]

    def rows_of(self, bodies: Iterable[str]) -> list[PlanRow]:
        """Return a row for each of these bodies that met; a committee for each of its names."""
        return [row for body in bodies for row in self._rows_of(body)]

    def _rows_of(self, body: str) -> Iterator[PlanRow]:
        met = [each for each in self.events if each.body == body]
        return self._named_rows(body, met)

    def _named_rows(
        self, body: str, met: Iterable[PublicEvent]
    ) -> Iterator[PlanRow]:
        named = grouped((_row_name(event), event) for event in met)
        for name, own in named.items():
            yield self._row(body, name, None, map(self._block, own))

    def delegations(self) -> list[PlanRow]:
        """Return the rows of the delegations: what is told of all, then of each by its number, then
        of those that are only named.
        """
        body = MeetingBody.Body.DELEGATION.value
        met = [each for each in self.events if each.body == body]
        whole = [each for each in met if not each.body_number]
        of_all = [each for each in whole if not each.body_name]
        general = [self._block(each) for each in of_all if is_of_all(each)]
        rows = [self._row(body, "", None, general)] if general else []
        for number in self._numbers(met):
            name = self.planned.origins.get(number, "")
            blocks = self._of_delegation(met, number)
            rows.append(self._row(body, name, number, blocks))
        named = [each for each in whole if each.body_name]
        return [*rows, *self._named_rows(body, named)]

    def _numbers(self, met: Iterable[PublicEvent]) -> list[int]:
        """Return the numbers of the delegations that are known, met, or were visited together."""
        numbers = set(self.planned.origins)
        for event in met:
            if event.body_number:
                numbers.add(event.body_number)
            else:
                numbers |= visitors_by_delegation(event).keys()
        return sorted(numbers)

    def _of_delegation(
        self, met: Iterable[PublicEvent], number: int
    ) -> list[PlanBlock]:
        blocks = []
        for event in met:
            visits = visitors_by_delegation(event).get(number, [])
            if event.body_number == number or visits:
                blocks.append(self._block(event, visits))
        return blocks

    def _block(
        self, event: PublicEvent, visits: Sequence[list[Any]] | None = None
    ) -> PlanBlock:
        visits = visits or []
        keys = {key for key, _name in visits}
        return PlanBlock(
            event,
            label_of(event),
            sign_of(event),
            self._names(visits),
            self._is_on(event, keys),
            is_vague=not rank_of(event),
        )

    def _names(self, visits: Sequence[list[Any]]) -> str:
        return " ".join(
            name_told(self.planned.people.get(key), name)
            for key, name in visits[:MOST_NAMES]
        )

    def _is_on(self, event: PublicEvent, keys: set[Any]) -> bool | None:
        person = self.planned.person
        if person is None:
            return None
        if keys:
            return person in keys
        return event.pk in self.planned.with_person

    def _row(
        self,
        body: str,
        name: str,
        number: int | None,
        blocks: Iterable[PlanBlock],
    ) -> PlanRow:
        placed = grouped((block.half, block) for block in blocks)
        return PlanRow(body, name, number, self._lines(placed))

    def _lines(
        self, placed: Mapping[tuple[dt.date, int], list[PlanBlock]]
    ) -> list[list[PlanCell]]:
        """Return one line of cells, or two where a day has both: events of its halves, and events
        that may be at any time of it.
        """
        first: list[PlanCell] = []
        second: list[PlanCell] = []
        for day in self.days:
            wide = _wide_cell(day, placed.get((day.date, WHOLE_DAY), []))
            narrow = _narrow_cells(day, placed)
            if wide.blocks and not any(cell.blocks for cell in narrow):
                first.append(wide)
                second.append(_wide_cell(day, []))
            else:
                first += narrow
                second.append(wide)
        lines = [first]
        if any(cell.blocks for cell in second):
            lines.append(second)
        return lines


def _wide_cell(day: PlanDay, blocks: list[PlanBlock]) -> PlanCell:
    """Return one cell for the whole of a day."""
    return PlanCell(len(day.halves), is_first=True, blocks=blocks)


def _narrow_cells(
    day: PlanDay, placed: Mapping[tuple[dt.date, int], list[PlanBlock]]
) -> list[PlanCell]:
    """Return a cell for each half of a day."""
    cells: list[PlanCell] = []
    for half in day.halves:
        blocks = placed.get((day.date, half.rank), [])
        cells.append(PlanCell(1, is_first=not cells, blocks=blocks))
    return cells


def _row_name(event: PublicEvent) -> str:
    return event.body_name if event.body in NAMED else ""
