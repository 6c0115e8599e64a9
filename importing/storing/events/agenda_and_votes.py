"""The business of a meeting: its agenda, decisions and votes, each with the words that state it; a
clash is left to a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import attrgetter

from articles.models import Evidence
from events.models import AgendaItem, Event, Resolution, Vote
from importing.storing.events.event_facts import (
    FactKey,
    FactsOfEvent,
    ToldEvents,
    agree,
    ever,
    identity,
    stored_by_event,
    with_stored,
)
from importing.storing.page_load import PageLoad
from importing.storing.selectors import Anchors
from importing.storing.wordings import one_in_other, without_marks
from reader.results import ReadEvent, VoteCount

# What one paper prints of a thing and another leaves out: 审议通过了《办法》, 审议通过办法.
PARTICLE = "了"
SHORTEST = 4
NUMBERS = ("in_favour", "against", "abstained")
NUMBERS_OF = attrgetter(*NUMBERS)


# Agenda


def agenda_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[AgendaItem]:
    """Yield the agenda items to save: new ones, and stored ones whose words are back.

    An item whose place in the agenda another one holds is reported.
    """
    told = [(event, read) for event, read in told if read.agenda]
    past = ever(AgendaItem, told, "text")
    for event, page, items in with_stored(AgendaItem, told):
        agenda = _Agenda(load, anchors, past, items)
        yield from agenda.told(event, page)


@dataclass(slots=True)
class _Agenda(FactsOfEvent[AgendaItem]):
    """The agenda of one meeting."""

    items: list[AgendaItem]

    def told(self, event: Event, page: ReadEvent) -> Iterator[AgendaItem]:
        """Yield what to save of the agenda that a page prints."""
        for rank, read in enumerate(page.agenda, 1):
            new = AgendaItem(
                event=event,
                rank=rank,
                text=read.text,
            )
            fact = f"{event.title}: {rank} {read.text}"
            item = self.tell(new, read.span, fact)
            if item:
                yield item

    def same(
        self, new: AgendaItem, words: Evidence | None
    ) -> AgendaItem | None:
        """Return the item of the same words, else the one at the same place of the agenda."""
        in_same_words = (one for one in self.items if _says_same(one, new))
        at_same_place = (one for one in self.items if one.rank == new.rank)
        return next(chain(in_same_words, at_same_place), None)

    def agrees(self, known: AgendaItem, new: AgendaItem) -> bool:
        """At the same place of the agenda one wording may hold the other."""
        if _says_same(known, new):
            return True
        if known.rank != new.rank:
            return False
        return _mean_one_thing(known.text, new.text)

    def past_key(self, new: AgendaItem) -> FactKey:
        return new.event_id, new.text

    def add(self, new: AgendaItem) -> None:
        self.items.append(new)


def _says_same(
    known: AgendaItem | Resolution, new: AgendaItem | Resolution
) -> bool:
    return _bare(known.text) == _bare(new.text)


# Decisions


def resolutions_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[Resolution]:
    """Yield the decisions to save: new ones, and stored ones whose words are back."""
    told = [(event, read) for event, read in told if read.decisions]
    past = ever(Resolution, told, "text")
    for event, page, decided in with_stored(Resolution, told):
        decisions = _Decisions(load, anchors, past, decided)
        yield from decisions.told(event, page)


@dataclass(slots=True)
class _Decisions(FactsOfEvent[Resolution]):
    """What one meeting decided, in the order in which pages told it."""

    decided: list[Resolution]

    def told(self, event: Event, page: ReadEvent) -> Iterator[Resolution]:
        """Yield what to save of the decisions that a page prints."""
        for read in page.decisions:
            ranks = [one.rank for one in self.decided]
            new = Resolution(
                event=event,
                rank=max(ranks, default=0) + 1,
                text=read.text,
            )
            fact = f"{event.title}: {read.text}"
            decision = self.tell(new, read.span, fact)
            if decision:
                yield decision

    def same(
        self, new: Resolution, words: Evidence | None
    ) -> Resolution | None:
        """Return the decision of the same words, else one whose words hold the new ones."""
        in_same_words = (one for one in self.decided if _says_same(one, new))
        means_it = (
            one for one in self.decided if _mean_one_thing(one.text, new.text)
        )
        return next(chain(in_same_words, means_it), None)

    def agrees(self, known: Resolution, new: Resolution) -> bool:
        """A decision told in words like these is the one on record."""
        return True

    def past_key(self, new: Resolution) -> FactKey:
        return new.event_id, new.text

    def add(self, new: Resolution) -> None:
        self.decided.append(new)


# Votes


def votes_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[Vote]:
    """Yield the votes to save: new ones, and stored ones whose words are back.

    Other numbers than those on record for the same subject are reported.
    """
    told = [(event, read) for event, read in told if read.votes]
    past = ever(Vote, told, *NUMBERS, "subject")
    held = stored_by_event(Vote, told)
    for event, page in told:
        before = held.get(identity(event), [])
        votes = _Votes(load, anchors, past, before)
        yield from votes.told(event, page)
        held[identity(event)] = before + votes.beside


@dataclass(slots=True)
class _Votes(FactsOfEvent[Vote]):
    """The votes of one meeting.

    ``before`` are told elsewhere, where wording may differ and the subject be left out; those told
    ``beside`` a vote are others unless they have the very same subject."""

    before: list[Vote]
    beside: list[Vote] = field(default_factory=list)

    def told(self, event: Event, page: ReadEvent) -> Iterator[Vote]:
        """Yield what to save of the votes that a page prints."""
        for read in page.votes:
            new = _vote_of(event, read)
            in_words = f"{event.title}: {new}"
            vote = self.tell(new, read.evidence, in_words)
            if vote:
                yield vote

    def same(self, new: Vote, words: Evidence | None) -> Vote | None:
        """Return the vote that this one tells again."""
        told_again = chain(
            (one for one in self.before if _in_same_words(one, words)),
            (one for one in self._every() if _has_same_subject(one, new)),
            (one for one in self.before if _has_like_subject(one, new)),
            (one for one in self.before if _has_same_numbers(one, new)),
        )
        return next(told_again, None)

    def agrees(self, known: Vote, new: Vote) -> bool:
        return agree(NUMBERS_OF(new), NUMBERS_OF(known))

    def past_key(self, new: Vote) -> FactKey:
        return new.event_id, *NUMBERS_OF(new), new.subject

    def add(self, new: Vote) -> None:
        self.beside.append(new)

    def _every(self) -> Iterator[Vote]:
        return chain(self.before, self.beside)


def _vote_of(event: Event, read: VoteCount) -> Vote:
    return Vote(
        event=event,
        subject=read.subject,
        in_favour=read.in_favour,
        against=read.against,
        abstained=read.abstained,
    )


def _in_same_words(vote: Vote, words: Evidence | None) -> bool:
    if words is None:
        return False
    if words.pk is None:
        return False
    return vote.evidence_id == words.pk


def _has_same_subject(vote: Vote, new: Vote) -> bool:
    return bool(new.subject) and vote.subject == new.subject


def _has_like_subject(vote: Vote, new: Vote) -> bool:
    have_subjects = new.subject and vote.subject
    if not have_subjects:
        return False
    return _mean_one_thing(vote.subject, new.subject)


def _has_same_numbers(vote: Vote, new: Vote) -> bool:
    """Tell whether the numbers are the same, where not both votes say what on."""
    if new.subject and vote.subject:
        return False
    return NUMBERS_OF(vote) == NUMBERS_OF(new)


# Wordings


def _bare(words: str) -> str:
    return without_marks(words).replace(PARTICLE, "")


def _mean_one_thing(one: str, other: str) -> bool:
    """Tell whether two wordings mean one thing: the same words, or one within the other."""
    return one_in_other(_bare(one), _bare(other), shortest=SHORTEST)
