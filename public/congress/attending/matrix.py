"""Who was where: people by sessions, with their roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef
from django.utils.translation import get_language, gettext

from events.clauses import name_told
from events.models import PublicEvent, Statement
from events.models.public_event import PublicEventQuerySet
from events.models.statement import About
from events.role_signs import RoleSign, signs_of
from events.short_forms import label_of
from people.models import PublicPerson
from public.person.role_names import RoleName, role_name
from records.grouping import grouped

SESSIONS_A_PAGE = 24
PEOPLE_A_PAGE = 60
# Of one session so many statements are read.
MOST_STATED = 2000
VISITED = "visited"


class RoleMark(NamedTuple):
    """A role of a person in a session: as printed, its sign, and what the page calls it."""

    role: str
    sign: RoleSign
    called: RoleName


@dataclass(frozen=True, slots=True)
class Session:
    """A column: an event in which somebody is named."""

    event: PublicEvent
    label: str


@dataclass(slots=True)
class PersonRow:
    """A row: a person, and the roles in each session, empty where nothing is told."""

    key: int
    name: str
    person: PublicPerson | None
    parts: dict[int, list[RoleMark]] = field(default_factory=dict)

    @property
    def number(self) -> int:
        return len(self.parts)


@dataclass(frozen=True, slots=True)
class Matrix:
    sessions: list[Session]
    people: list[PersonRow]
    legend: list[RoleMark]

    @property
    def rows(
        self,
    ) -> list[tuple[PersonRow, list[tuple[Session, list[RoleMark]]]]]:
        """Each person with each session and what is told of both."""
        return [
            (
                person,
                [
                    (session, person.parts.get(session.event.pk, []))
                    for session in self.sessions
                ],
            )
            for person in self.people
        ]


def sessions_of(events: PublicEventQuerySet) -> PublicEventQuerySet:
    """Keep the events in which somebody is named, in the order of time."""
    stated = Statement.objects.filter(
        about=About.EVENT,
        subject=OuterRef("pk"),
        field__in=Statement.APPEARING,
    )
    return events.filter(Exists(stated)).in_time()


def appearances_in(keys: Sequence[int]) -> list[Statement]:
    """Return what says who was in these events, in the order of the events and of print."""
    stated = Statement.objects.of_events(keys).appearances()
    named = stated.exclude(object=None).order_by("-day", "place", "pk")
    rows = sorted(named[: MOST_STATED * len(keys)], key=_place_in_print)
    by_event = grouped((each.subject, each) for each in rows)
    return [each for key in keys for each in by_event.get(key, ())]


def _place_in_print(stated: Statement) -> tuple[Any, ...]:
    value = stated.value
    position = value.get("position", 0)
    return position, value["rank"] or 0, stated.place


def matrix_of(events: Sequence[PublicEvent]) -> Matrix:
    """Return the matrix of these sessions: people in the order in which print names them first."""
    stated = appearances_in([event.pk for event in events])
    roles = {role_of(each) for each in stated}
    marks = _marks(roles)
    people: dict[int, PersonRow] = {}
    for each in stated:
        _add(people, each, marks)
    _put_people_in(people)
    sessions = [Session(event, label_of(event)) for event in events]
    legend = sorted(marks.values(), key=_weight)
    return Matrix(sessions, list(people.values()), legend)


def _marks(roles: set[str]) -> dict[str, RoleMark]:
    """Return what stands for each of these roles."""
    signs = signs_of(roles - {VISITED})
    signs[VISITED] = RoleSign(gettext("visited a delegation")[:1], 0)
    return {
        role: RoleMark(role_told(role), signs[role], _called(role))
        for role in roles
    }


def _called(role: str) -> RoleName:
    """Return what the page calls a role; a visit is a word of ours."""
    if role == VISITED:
        language = get_language() or ""
        return RoleName(role_told(role), language)
    return role_name(role)


def _weight(part: RoleMark) -> tuple[int, str]:
    return -part.sign.weight, part.role


def role_of(statement: Statement) -> str:
    """Return the role that a statement gives, or that it tells of a visit."""
    role: str = statement.value.get("role", VISITED)
    return role


def role_told(role: str) -> str:
    return gettext("visited a delegation") if role == VISITED else role


def _add(
    people: dict[int, PersonRow],
    stated: Statement,
    marks: Mapping[str, RoleMark],
) -> None:
    key = stated.object or 0
    row = people.setdefault(key, PersonRow(key, stated.value["name"], None))
    parts = row.parts.setdefault(stated.subject, [])
    mark = marks[role_of(stated)]
    if mark not in parts:
        parts.append(mark)
        parts.sort(key=_weight)


def _put_people_in(rows: Mapping[int, PersonRow]) -> None:
    people = PublicPerson.objects.in_bulk(rows.keys())
    for key, row in rows.items():
        row.person = people.get(key)
        row.name = name_told(row.person, row.name)


def matrix_lines(
    events: Iterable[PublicEvent], stated: Iterable[Statement]
) -> Iterable[list[object]]:
    """Yield a line for each role of each person, for a file: day, half, hour, event, person, role,
    place in the list, where it is printed, the person's key.
    """
    by_key = {event.pk: event for event in events}
    for each in stated:
        event = by_key[each.subject]
        page = each.publication.page
        yield [
            event.edtf,
            event.get_part_of_day_display() if event.part_of_day else "",
            event.time.isoformat("minutes") if event.time else "",
            event.title,
            each.value["name"],
            role_told(role_of(each)),
            each.value["rank"] or "",
            each.value.get("number", ""),
            f"{page.issue.newspaper.name}{page.issue.edition_name}",
            each.day.isoformat(),
            page.label,
            each.exact,
            each.object or "",
        ]
