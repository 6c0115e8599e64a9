"""One day of a congress: its sittings by half-day, each with all that is told of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.models import PublicPhoto
from events.chronicle import SentenceRun, sentence_of
from events.models import PartOfDay, PublicEvent, Statement
from events.telling import ToldFacts, roles_of
from people.models import PublicPerson
from public.congress.entries import one_a_page
from public.congress.plan import rank_of
from records.grouping import firsts, grouped

# A role with more people is a roster, one with more than the second is folded.
MOST_BESIDE_ROLE = 3
MOST_UNFOLDED = 40
FIRST_OF_FOLDED = 12


@dataclass(frozen=True, slots=True)
class RoleRoster:
    """The people of a role in printed order; ``first`` are those named before it is unfolded."""

    role: str
    people: list[Statement]

    @property
    def is_folded(self) -> bool:
        return len(self.people) > MOST_UNFOLDED

    @property
    def first(self) -> list[Statement]:
        return self.people[:FIRST_OF_FOLDED]


@dataclass(frozen=True, slots=True)
class VisitedDelegation:
    """A delegation, where it comes from, and who came to it, each with the words that say so."""

    number: int
    origin: Statement | None
    visits: list[Statement]

    @property
    def words(self) -> list[Statement]:
        """The words about the delegation, each place once."""
        told = [*([self.origin] if self.origin else []), *self.visits]
        return list({(each.mark, each.start): each for each in told}.values())


@dataclass(frozen=True, slots=True)
class Sitting:
    """An event of the day with all that is told of it."""

    event: PublicEvent
    told: ToldFacts
    pieces: list[SentenceRun]
    photos: list[PublicPhoto]
    sources: list[Statement]
    roles: list[RoleRoster]
    rosters: list[RoleRoster]
    delegations: list[VisitedDelegation]


@dataclass(frozen=True, slots=True)
class DayHalf:
    """The sittings of a half of the day, or of those whose half is not told."""

    part: PartOfDay | None
    sittings: list[Sitting]


def halves_of(
    events: Iterable[PublicEvent],
    told: Mapping[int, ToldFacts],
    photos: Mapping[int, list[PublicPhoto]],
    congress: PublicEvent,
) -> list[DayHalf]:
    """Return the halves of a day, its events given in the order of time."""
    people = people_of(told.values())
    halves = []
    for rank, members in groupby(events, rank_of):
        part = list(PartOfDay)[rank - 1] if rank else None
        sittings = [
            sitting_of(
                event,
                told[event.pk],
                sentence_of(event, people, congress),
                photos[event.pk],
            )
            for event in members
        ]
        halves.append(DayHalf(part, sittings))
    return halves


def people_of(told: Iterable[ToldFacts]) -> dict[int, PublicPerson]:
    """Return the people who took part or visited, by key."""
    people: dict[int, PublicPerson] = {}
    for one in told:
        for each in (*one.participations, *one.visits):
            if each.person is not None:
                people[each.person.pk] = each.person
    return people


def sitting_of(
    event: PublicEvent,
    told: ToldFacts,
    pieces: list[SentenceRun],
    photos: list[PublicPhoto],
) -> Sitting:
    visited = visited_delegations(told)
    visiting = {each.pk for delegation in visited for each in delegation.visits}
    others = [each for each in told.participations if each.pk not in visiting]
    roles = [RoleRoster(*each) for each in roles_of(others).items()]
    short = [each for each in roles if len(each.people) <= MOST_BESIDE_ROLE]
    long = [each for each in roles if each not in short]
    return Sitting(
        event,
        told,
        pieces,
        photos,
        one_a_page(told.sources),
        short,
        long,
        visited,
    )


def visited_delegations(told: ToldFacts) -> list[VisitedDelegation]:
    """Return the delegations that are described or were visited, by number."""
    visits = grouped(_visits(told))
    origins = firsts((each.value["number"], each) for each in told.delegations)
    return [
        VisitedDelegation(
            number, origins.get(number), _each_person(visits.get(number, []))
        )
        for number in sorted(visits.keys() | origins.keys())
    ]


def _visits(told: ToldFacts) -> Iterator[tuple[int, Statement]]:
    """Yield the numbers of delegations, each with what says that somebody came to it."""
    for each in told.participations:
        for number in each.value["delegations"]:
            yield number, each
    for each in told.visits:
        yield each.value["number"], each


def _each_person(visits: Sequence[Statement]) -> list[Statement]:
    people = firsts((each.object, each) for each in visits)
    return list(people.values())


@dataclass(frozen=True, slots=True)
class DayBar:
    """The days of a congress of which something is told, and where one stands among them."""

    days: list[dt.date]
    day: dt.date

    @property
    def number(self) -> int:
        return self.days.index(self.day) + 1

    @property
    def before(self) -> dt.date | None:
        place = self.days.index(self.day)
        return self.days[place - 1] if place else None

    @property
    def after(self) -> dt.date | None:
        return next(iter(self.days[self.number :]), None)

    @property
    def near(self) -> list[dt.date]:
        """The days to lead to: a fortnight around this one."""
        first = max(0, self.number - 8)
        return self.days[first : first + 15]
