"""The business of a meeting: its agenda and its votes, each with the words that state it; a clash
is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from articles.models import Evidence
from events.models import AgendaItem, Event, Vote
from importing.storing.events.statements import (
    ToldEvents,
    agree,
    ever,
    identity,
    renewed,
    stored,
)
from importing.storing.page_load import PageLoad, fits
from importing.storing.selectors import Anchors
from reader.results import VoteCount

# What two papers may print differently of one thing: 审议通过了《办法》, 审议通过办法.
NOT_WORDS = re.compile(r"[\W_了]+")
SHORTEST = 4
NUMBERS = ("in_favour", "against", "abstained")
NUMBERS_OF = attrgetter(*NUMBERS)


def agenda_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[AgendaItem]:
    """Yield the agenda items to save: new ones, and stored ones whose words are back.

    An item whose place in the agenda another one holds is reported.
    """
    told = [(event, read) for event, read in told if read.agenda]
    held: dict[int, dict[int, AgendaItem]] = {}
    for item in stored(AgendaItem, told):
        held.setdefault(item.event_id, {})[item.rank] = item
    past = ever(AgendaItem, told, "text")
    for event, page in told:
        items = held.setdefault(identity(event), {})
        for rank, read in enumerate(page.agenda, 1):
            fact = f"{event.title}: {rank} {read.text}"
            words = anchors.state(read.span, fact)
            if known := _same_item(items, rank, read.text):
                yield from renewed(known, words)
            elif words is None or (event.pk, read.text) in past:
                continue
            elif rank in items or not fits(AgendaItem, text=read.text):
                load.doubt_fact(read.span, fact)
            else:
                item = AgendaItem(
                    event=event, rank=rank, text=read.text, evidence=words
                )
                items[rank] = item
                yield item


def votes_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[Vote]:
    """Yield the votes to save: new ones, and stored ones whose words are back.

    Other numbers than those on record for the same subject are reported.
    """
    told = [(event, read) for event, read in told if read.votes]
    held: dict[int, list[Vote]] = {}
    for vote in stored(Vote, told):
        held.setdefault(vote.event_id, []).append(vote)
    past = ever(Vote, told, *NUMBERS, "subject")
    for event, page in told:
        votes = held.setdefault(identity(event), [])
        before = votes[:]
        for read in page.votes:
            new = _vote_of(event, read)
            fact = f"{event.title}: {new}"
            words = anchors.state(read.evidence, fact)
            beside = votes[len(before) :]
            known = _same_vote(before, beside, new, words)
            numbers = NUMBERS_OF(new)
            if known and agree(numbers, NUMBERS_OF(known)):
                yield from renewed(known, words)
            elif words is None or (event.pk, *numbers, read.subject) in past:
                continue
            elif known or not fits(Vote, subject=read.subject):
                load.doubt_fact(read.evidence, fact)
            else:
                new.evidence = words
                votes.append(new)
                yield new


def _vote_of(event: Event, read: VoteCount) -> Vote:
    return Vote(
        event=event,
        subject=read.subject,
        in_favour=read.in_favour,
        against=read.against,
        abstained=read.abstained,
    )


def _same_item(
    items: dict[int, AgendaItem], rank: int, text: str
) -> AgendaItem | None:
    """Return the item of the same words.

    At the same place of the agenda one wording may hold the other.
    """
    words = _bare(text)
    for item in items.values():
        if _bare(item.text) == words:
            return item
    here = items.get(rank)
    if here and _one_in_other(here.text, text):
        return here
    return None


def _same_vote(
    before: list[Vote], beside: list[Vote], new: Vote, words: Evidence | None
) -> Vote | None:
    """Return the vote that this one tells again.

    ``before`` are told elsewhere, where wording may differ and the subject be left out; those told
    ``beside`` it are others unless they have the very same subject.
    """
    told_again = chain(
        (vote for vote in before if _in_same_words(vote, words)),
        (vote for vote in (*before, *beside) if _has_same_subject(vote, new)),
        (vote for vote in before if _has_like_subject(vote, new)),
        (vote for vote in before if _has_same_numbers(vote, new)),
    )
    return next(told_again, None)


def _in_same_words(vote: Vote, words: Evidence | None) -> bool:
    if words is None or words.pk is None:
        return False
    return vote.evidence_id == words.pk


def _has_same_subject(vote: Vote, new: Vote) -> bool:
    return bool(new.subject) and vote.subject == new.subject


def _has_like_subject(vote: Vote, new: Vote) -> bool:
    if not new.subject or not vote.subject:
        return False
    return _one_in_other(vote.subject, new.subject)


def _has_same_numbers(vote: Vote, new: Vote) -> bool:
    """Tell whether the numbers are the same, where not both votes say what on."""
    if new.subject and vote.subject:
        return False
    return NUMBERS_OF(vote) == NUMBERS_OF(new)


def _bare(words: str) -> str:
    return NOT_WORDS.sub("", words)


def _one_in_other(one: str, other: str) -> bool:
    """Tell whether two wordings mean one thing: the same words, or one within the other."""
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return short == long or (len(short) >= SHORTEST and short in long)
