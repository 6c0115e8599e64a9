"""Elections that a page reports: the office, who was elected, in the order of the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Evidence
from editorial.steps.loads.as_loaded import states_with
from events.models import Candidacy, Election, Event
from importing.storing.events.event_facts import (
    FactKey,
    FactsOfEvent,
    ToldEvents,
    ever,
    identity,
    stored_by_event,
)
from importing.storing.page_load import PageLoad
from importing.storing.selectors import Anchors
from people.models import Person
from reader.results import ReadPost


def elections_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> tuple[list[Election], list[Candidacy]]:
    """Return what to save of elections and of those elected: new ones, and stored ones whose words
    are back.

    An election that a person took out stays out, with all in it.
    """
    told = [(event, read) for event, read in told if read.elected]
    past = ever(Election, told, "office")
    held = stored_by_event(Election, told)
    lists = _Lists(load, anchors, held)
    elections: list[Election] = []
    for event, page in told:
        of_event = held.setdefault(identity(event), [])
        offices = _Elections(load, anchors, past, of_event)
        elections += offices.told(event, page.elected)
        lists.tell(offices, page.elected)
    return elections, lists.told


@dataclass(slots=True)
class _Elections(FactsOfEvent[Election]):
    """The elections of one event; one to an office."""

    held: list[Election]

    def told(
        self, event: Event, elected: Iterable[ReadPost]
    ) -> Iterator[Election]:
        """Yield what to save of the elections in which these were elected."""
        first = {post.post: post for post in reversed(list(elected))}
        for office, post in first.items():
            new = Election(event=event, office=office)
            election = self.tell(new, post.span, f"{event.title}: {office}")
            if election:
                yield election

    def to(self, office: str) -> Election | None:
        """Return the election to an office, on record or told."""
        found = (one for one in self.held if one.office == office)
        return next(found, None)

    def same(self, new: Election, words: Evidence | None) -> Election | None:
        return self.to(new.office)

    def agrees(self, known: Election, new: Election) -> bool:
        return True

    def past_key(self, new: Election) -> FactKey:
        return new.event_id, new.office

    def add(self, new: Election) -> None:
        self.held.append(new)


# Who was elected


class _Lists:
    """Who stands in the told elections: those on record, and those that ever were."""

    def __init__(
        self, load: PageLoad, anchors: Anchors, held: dict[int, list[Election]]
    ) -> None:
        self.load = load
        self.anchors = anchors
        self.told: list[Candidacy] = []
        stored = [one.pk for of_event in held.values() for one in of_event]
        self.standing = _standing_in(stored)
        self.past = _ever_in(stored)

    def tell(self, offices: _Elections, elected: Iterable[ReadPost]) -> None:
        """Take in those who were elected to these offices, in the order of the page."""
        for post, rank in placed(elected):
            election = offices.to(post.post)
            if election:
                self._tell_one(election, post, rank)

    def _tell_one(
        self, election: Election, read: ReadPost, rank: int | None
    ) -> None:
        """Take in one person, or report that the place in the list belongs to another.

        A name without a person is reported as a participant already."""
        person = self.load.people.get(read.name)
        fact = f"{election.office}: {read.name}"
        words = self.anchors.state(read.span, fact)
        if person is None or words is None:
            return
        known = self._known(election, person)
        if known:
            self._renew(known, words)
        elif (election.pk, person.pk) in self.past:
            return
        elif self._is_taken(election, rank):
            self.load.doubt_fact(read.span, fact)
        else:
            self._add(election, person, rank, words)

    def _known(self, election: Election, person: Person) -> Candidacy | None:
        of_person = (
            one for one in self._of(election) if one.person_id == person.pk
        )
        return next(of_person, None)

    def _is_taken(self, election: Election, rank: int | None) -> bool:
        """Tell whether another of the elected has this place."""
        if rank is None:
            return False
        elected = Candidacy.Outcome.ELECTED
        return any(
            one.rank == rank and one.outcome == elected
            for one in self._of(election)
        )

    def _add(
        self,
        election: Election,
        person: Person,
        rank: int | None,
        words: Evidence,
    ) -> None:
        new = Candidacy(
            election=election,
            person=person,
            outcome=Candidacy.Outcome.ELECTED,
            rank=rank,
            evidence=words,
        )
        self._of(election).append(new)
        self.told.append(new)

    def _of(self, election: Election) -> list[Candidacy]:
        """Return who stands in an election, stored or told."""
        key = election.pk or -id(election)
        return self.standing.setdefault(key, [])

    def _renew(self, candidacy: Candidacy, words: Evidence) -> None:
        """Give a stored candidacy the words that state it now, when the old ones are gone."""
        if not candidacy.pk:
            return
        if candidacy.evidence.check_again:
            candidacy.evidence = words
            self.told.append(candidacy)


def placed(
    elected: Iterable[ReadPost],
) -> Iterator[tuple[ReadPost, int | None]]:
    """Yield the persons elected with their places: several to one post stand in printed order."""
    elected = list(elected)
    seats = Counter(post.post for post in elected)
    filled: Counter[str] = Counter()
    for post in elected:
        filled[post.post] += 1
        is_only_seat = seats[post.post] == 1
        yield post, None if is_only_seat else filled[post.post]


def _standing_in(elections: list[int]) -> dict[int, list[Candidacy]]:
    """Return who stands in these stored elections, by the key of each."""
    standing: dict[int, list[Candidacy]] = {}
    if not elections:
        return standing
    found = Candidacy.objects.filter(election__in=elections)
    for one in found.select_related("evidence").order_by("pk"):
        standing.setdefault(one.election_id, []).append(one)
    return standing


def _ever_in(elections: list[int]) -> set[FactKey]:
    """Return who ever stood in these elections: whom a person took out stays out."""
    if not elections:
        return set()
    return {
        (state.values["election_id"], state.values["person_id"])
        for state in states_with(Candidacy, "election_id", elections)
    }
