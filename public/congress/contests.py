"""Elections of a congress: who was elected to which office, in printed order, and what is new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef

from events.models import Candidacy, Election, PublicEvent, Statement
from events.models.statement import About
from events.telling import ToldFacts
from public.congress.frame import OF_ELECTIONS

# 十三届市委委员 and 第十二届市委委员 are one office.
TERM = re.compile("第?[一二三四五六七八九十百\\d]+届")
WORD = re.compile("(?P<place>.+)-(?P<number>\\d+)")
# What two congresses of one body have otherwise in their titles.
NUMBER = re.compile("第[一二三四五六七八九十百\\d]+[次届]")


@dataclass(slots=True)
class Contest:
    """An election with those elected and the alternates; ``former`` are the names by key of those
    elected to the office at the former congress, None where none is on record.
    """

    event: PublicEvent
    election: Statement
    elected: list[Statement] = field(default_factory=list)
    alternates: list[Statement] = field(default_factory=list)
    others: list[Statement] = field(default_factory=list)
    former: dict[int, str] | None = None

    @property
    def order(self) -> str:
        """In which order print lists the names, as readers read it; empty where nothing says."""
        order = self.election.value["list_order"]
        return str(Election.ListOrder(order).label) if order else ""

    @property
    def again(self) -> list[Statement]:
        return [each for each in self.elected if each.object in self._before]

    @property
    def new(self) -> list[Statement]:
        return [
            each for each in self.elected if each.object not in self._before
        ]

    @property
    def left(self) -> list[str]:
        """The names of those who are on the list no more."""
        now = {each.object for each in self.elected}
        return [name for key, name in self._before.items() if key not in now]

    @property
    def _before(self) -> dict[int, str]:
        return self.former or {}

    def add(self, candidacy: Statement) -> None:
        outcome = candidacy.value["outcome"]
        alike = self._of_outcome(outcome)
        alike.append(candidacy)

    def _of_outcome(self, outcome: str) -> list[Statement]:
        if outcome == Candidacy.Outcome.ELECTED:
            return self.elected
        if outcome == Candidacy.Outcome.ALTERNATE:
            return self.alternates
        return self.others


def electing_events(congress: int) -> list[PublicEvent]:
    """Return the events of a congress of which an election or a post's begin is told."""
    stated = Statement.objects.filter(
        about=About.EVENT, subject=OuterRef("pk"), field__in=OF_ELECTIONS
    )
    parts = PublicEvent.objects.within(congress)
    return list(parts.filter(Exists(stated)).in_time())


def contests_of(
    events: Iterable[PublicEvent],
    told: Mapping[int, ToldFacts],
    former: Mapping[str, dict[int, str]] | None,
) -> list[Contest]:
    """Return the elections in the order of time; ``former`` has those elected at the former
    congress by office.
    """
    contests: list[Contest] = []
    for event in events:
        contests += _contests_in(event, told[event.pk])
    for contest in contests:
        office = office_of(contest.election.value["office"])
        contest.former = (former or {}).get(office)
    return contests


def _contests_in(event: PublicEvent, told: ToldFacts) -> Iterable[Contest]:
    """Return the elections of one event, one an office."""
    offices: dict[str, Contest] = {}
    for election in told.elections:
        office = election.value["office"]
        offices.setdefault(office, Contest(event, election))
    for candidacy in told.candidacies:
        contest = offices.get(candidacy.value["office"])
        if contest is not None:
            contest.add(candidacy)
    return offices.values()


def office_of(printed: str) -> str:
    """Return an office without the term that it is for."""
    return TERM.sub("", printed)


def former_congress(congress: Any) -> PublicEvent | None:
    """Return the congress of the same body and of the number before, if readers see it."""
    named = WORD.fullmatch(congress.word)
    if named is None:
        return None
    word = f"{named['place']}-{int(named['number']) - 1}"
    former = PublicEvent.objects.congresses().filter(word=word).first()
    if former is None or _body(former) != _body(congress):
        return None
    return former


def _body(congress: PublicEvent) -> str:
    return NUMBER.sub("", congress.title)


def elected_at(congress: int) -> dict[str, dict[int, str]]:
    """Return the names of those elected at a congress, by office and key."""
    parts = PublicEvent.objects.within(congress)
    stated = Statement.objects.of_events(parts.values("pk"))
    candidacies = stated.filter(
        field=Statement.CANDIDACY,
        value__outcome=Candidacy.Outcome.ELECTED.value,
    )
    elected: dict[str, dict[int, str]] = {}
    for each in candidacies.order_by("day", "place", "pk"):
        office = elected.setdefault(office_of(each.value["office"]), {})
        office[each.object or 0] = each.value["name"]
    return elected
