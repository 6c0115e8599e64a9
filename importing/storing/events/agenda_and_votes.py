"""The business of a meeting: its agenda and its votes, each with the words that state it; a clash
is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from articles.models import Evidence
from events.models import AgendaItem, Vote
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

# What two papers may print differently of one thing: 审议通过了《办法》, 审议通过办法.
NOT_WORDS = re.compile(r"[\W_了]+")
SHORTEST = 4
NUMBERS = ("in_favour", "against", "abstained")
NUMBERS_OF = attrgetter(*NUMBERS)


def agenda_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[AgendaItem]:
    """Yield the agenda items to save: new ones, and stored ones whose words were edited away and
    are read again.

    An item whose place in the agenda another one holds is reported.
    """
    told = [(event, read) for event, read in told if read.agenda]
    held: dict[int, dict[int, AgendaItem]] = {}
    for item in stored(AgendaItem, told):
        held.setdefault(item.event_id, {})[item.rank] = item
    past = ever(AgendaItem, told, "text")
    for event, rank, read in [
        (event, *ranked) for event, page in told for ranked in enumerate(page.agenda, 1)
    ]:
        items = held.setdefault(identity(event), {})
        fact = f"{event.title}: {rank} {read.text}"
        words = anchors.state(read.span, fact)
        if known := _same_item(items, rank, read.text):
            yield from renewed(known, words)
        elif words is None or (event.pk, read.text) in past:
            continue
        elif rank in items or not fits(AgendaItem, text=read.text):
            load.doubt_fact(read.span, fact)
        else:
            items[rank] = AgendaItem(
                event=event, rank=rank, text=read.text, evidence=words
            )
            yield items[rank]


def votes_of(load: PageLoad, anchors: Anchors, told: ToldEvents) -> Iterator[Vote]:
    """Yield the votes to save: new ones, and stored ones whose words were edited away and are read
    again.

    Other numbers than those on record for the same subject are reported.
    """
    told = [(event, read) for event, read in told if read.votes]
    held: dict[int, list[Vote]] = {}
    for vote in stored(Vote, told):
        held.setdefault(vote.event_id, []).append(vote)
    past = ever(Vote, told, *NUMBERS, "subject")
    for event, page in told:
        votes = held.setdefault(identity(event), [])
        before = len(votes)
        for read in page.votes:
            numbers = NUMBERS_OF(read)
            new = Vote(
                event=event,
                subject=read.subject,
                **dict(zip(NUMBERS, numbers, strict=True)),
            )
            words = anchors.state(read.evidence, f"{event.title}: {new}")
            known = _same_vote(votes[:before], votes[before:], new, words)
            if known and agree(numbers, NUMBERS_OF(known)):
                yield from renewed(known, words)
            elif words is None or (event.pk, *numbers, read.subject) in past:
                continue
            elif known or not fits(Vote, subject=read.subject):
                load.doubt_fact(read.evidence, f"{event.title}: {new}")
            else:
                new.evidence = words
                votes.append(new)
                yield new


def _same_item(items: dict[int, AgendaItem], rank: int, text: str) -> AgendaItem | None:
    """Return the item of the same words; at the same place of the agenda one wording may hold the
    other.
    """
    same = next(
        (item for item in items.values() if _bare(item.text) == _bare(text)), None
    )
    return same or (
        items[rank] if rank in items and _one_in_other(items[rank].text, text) else None
    )


def _same_vote(
    before: list[Vote], beside: list[Vote], new: Vote, words: Evidence | None
) -> Vote | None:
    """Return the vote that this one tells again.

    ``before`` are told elsewhere, where wording may differ and the subject be left out; those told
    ``beside`` it are others unless they have the very same subject.
    """
    stated = (
        vote for vote in before if words and words.pk and vote.evidence_id == words.pk
    )
    named = (
        vote
        for vote in (*before, *beside)
        if new.subject and vote.subject == new.subject
    )
    alike = (
        vote
        for vote in before
        if new.subject and vote.subject and _one_in_other(vote.subject, new.subject)
    )
    equal = (
        vote
        for vote in before
        if NUMBERS_OF(vote) == NUMBERS_OF(new) and not (new.subject and vote.subject)
    )
    return next(chain(stated, named, alike, equal), None)


def _bare(words: str) -> str:
    return NOT_WORDS.sub("", words)


def _one_in_other(one: str, other: str) -> bool:
    """Tell whether two wordings mean one thing: the same words, or one within the other."""
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return short == long or (len(short) >= SHORTEST and short in long)
