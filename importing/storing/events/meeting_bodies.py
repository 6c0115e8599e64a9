"""Which body met, where the title of an event of a congress says so in the page's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from articles.models import Evidence
from events.models import Event, MeetingBody
from importing.storing.events.event_facts import (
    FactKey,
    FactsOfEvent,
    ToldEvents,
    ever,
    with_stored,
)
from importing.storing.page_load import PageLoad
from importing.storing.selectors import Anchors
from reader.events.delegations import delegation_numbers
from reader.results import EventKind, ReadEvent

SITTINGS = (EventKind.SESSION, EventKind.DELIBERATION, EventKind.MEETING)
# 主席团常务委员会举行会议
COMMITTEE = re.compile("主席团常务委员会")
# 主席团举行第一次会议; not 主席团常务主席
PRESIDIUM = re.compile("主席团(?!常务)")
# 第三代表团讨论; not 各代表团
DELEGATION = re.compile("代表团")
# 党代会开幕, 闭幕大会, 第二次全体会议; not 代表大会, 委员会全体会议
PLENARY = re.compile("(?:开幕|闭幕)(?:大会|会议|会)?$|(?<!代表)大会$|全体会议$")
OTHERS = re.compile("主席团|代表团|委员会|小组|常委会|联组")
BLANKS = re.compile(r"\s+")


class NamedBody(NamedTuple):
    """The body that a title names, and the words that name it."""

    words: str
    body: MeetingBody.Body
    number: int | None = None
    name: str = ""


def bodies_of(
    load: PageLoad, anchors: Anchors, told: ToldEvents
) -> Iterator[MeetingBody]:
    """Yield the bodies to save: new ones, and stored ones whose words are back.

    Only for an event of a congress whose title names its body in words that stand where the page
    states the event; another body than on record is reported.
    """
    named = [(event, read) for event, read in told if _told_by(load, read)]
    past = ever(MeetingBody, named, "body", "number")
    for event, read, of_event in with_stored(MeetingBody, named):
        bodies = _Bodies(load, anchors, past, of_event)
        body = bodies.told(event, read)
        if body:
            yield body


@dataclass(slots=True)
class _Bodies(FactsOfEvent[MeetingBody]):
    """The body of one event; there is one at most."""

    held: list[MeetingBody]

    def told(self, event: Event, read: ReadEvent) -> MeetingBody | None:
        """Return what to save of the body that a title names."""
        named = _told_by(self.load, read)
        if named is None:
            return None
        new = MeetingBody(
            event=event,
            body=named.body,
            number=named.number,
            name=named.name,
        )
        return self.tell(new, read.span, f"{event.title}: {named.words}")

    def same(
        self, new: MeetingBody, words: Evidence | None
    ) -> MeetingBody | None:
        return next(iter(self.held), None)

    def agrees(self, known: MeetingBody, new: MeetingBody) -> bool:
        return (known.body, known.number) == (new.body, new.number)

    def past_key(self, new: MeetingBody) -> FactKey:
        return new.event_id, new.body, new.number

    def add(self, new: MeetingBody) -> None:
        self.held.append(new)


def _told_by(load: PageLoad, read: ReadEvent) -> NamedBody | None:
    """Return the body that the title names, None where the page's own words do not."""
    if not read.congress or read.kind not in SITTINGS:
        return None
    named = body_named(read.title)
    if named is None:
        return None
    start, end = read.span
    printed = BLANKS.sub("", load.read.text[start:end])
    return named if named.words in printed else None


def body_named(title: str) -> NamedBody | None:
    """Return the body that a title names, None where it names none or several."""
    if found := COMMITTEE.search(title):
        committee = found.group()
        return NamedBody(committee, MeetingBody.Body.COMMITTEE, name=committee)
    if found := PRESIDIUM.search(title):
        return NamedBody(found.group(), MeetingBody.Body.PRESIDIUM)
    if found := DELEGATION.search(title):
        return _one_delegation(title)
    found = PLENARY.search(title)
    if found and not OTHERS.search(title):
        return NamedBody(found.group(), MeetingBody.Body.PLENARY)
    return None


def _one_delegation(title: str) -> NamedBody | None:
    """Return the delegation whose number a title gives; several are no body that met."""
    numbers = list(delegation_numbers(title))
    if len(numbers) != 1:
        return None
    kind = MeetingBody.Body.DELEGATION
    return NamedBody("代表团", kind, number=numbers[0])
