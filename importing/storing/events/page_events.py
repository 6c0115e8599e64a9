"""Events to records: one event whichever page reports it, with its participants, delegations, count
and words.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.models import Evidence
from editorial.models import Rule
from events.models import AgendaItem, Delegation, Event, Participation, PartOfDay, Vote
from importing.storing.events.agenda_and_votes import agenda_of, votes_of
from importing.storing.events.congresses import find_congresses
from importing.storing.events.participants import delegations_of, participations_of
from importing.storing.events.same_event import (
    OnRecord,
    find_on_record,
    first_day,
    kind_of,
    same_event,
)
from importing.storing.events.statements import ToldEvents, agree
from importing.storing.page_load import WARNING, PageLoad, fits
from importing.storing.selectors import Anchors
from reader.results import ReadEvent


@dataclass(slots=True)
class PageEvents:
    """The events of a load, stored and new, and what is to be linked to them once their words are
    stored.
    """

    load: PageLoad
    anchors: Anchors
    record: OnRecord
    new: list[Event] = field(default_factory=list)
    told: ToldEvents = field(default_factory=list)
    links: list[tuple[Event, Evidence]] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    counted: list[Event] = field(default_factory=list)


def gather_events(load: PageLoad, anchors: Anchors) -> PageEvents:
    """Find each event the page reports among the stored ones or draft it, and anchor the words that
    state it.
    """
    congresses = find_congresses(load)
    found = PageEvents(load, anchors, find_on_record(load, congresses))
    for congress in load.read.congresses:
        if congress.name in congresses and (
            words := anchors.state(congress.span, congress.name)
        ):
            found.links.append((congresses[congress.name], words))
    for event in (event for article in load.read.articles for event in article.events):
        _gather(found, event)
    found.participations = list(participations_of(load, anchors, found.told))
    found.delegations = list(delegations_of(load, anchors, found.told))
    found.agenda = list(agenda_of(load, anchors, found.told))
    found.votes = list(votes_of(load, anchors, found.told))
    return found


def save_events(found: PageEvents) -> None:
    """Store the drafted events and link everything the page says of them; their words must be
    stored already.
    """
    found.load.create(found.new)
    link = Event.evidence.through
    rows = [link(event=event, evidence=words) for event, words in found.links]
    link.objects.bulk_create(rows, ignore_conflicts=True)
    for records in (
        found.counted,
        found.participations,
        found.delegations,
        found.agenda,
        found.votes,
    ):
        found.load.store(records)


# Which event


def _gather(found: PageEvents, read: ReadEvent) -> None:
    if not fits(Event, title=read.title, place=read.place or ""):
        found.load.doubt_fact(read.span, read.title)
        return
    if not first_day(read):
        message = _("No day is stated for %(event)s, so it is not recorded.") % {
            "event": read.title[:200]
        }
        found.load.doubt(Rule.UNDATED_EVENT, read.span, message)
        return
    spans = [
        read.span,
        *(
            span
            for span in (read.time_span, read.place_span)
            if span and not _within(span, read.span)
        ),
    ]
    words = [
        evidence
        for span in spans
        if (evidence := found.anchors.state(span, read.title))
    ]
    if words:
        event = same_event(found.load, found.record, read, found.told)
        if event:
            _compare(found.load, event, read)
        else:
            event = _draft(found, read)
        found.links += [(event, evidence) for evidence in words]
        found.told.append((event, read))
        _count(found, event, read)


def _draft(found: PageEvents, read: ReadEvent) -> Event:
    event = Event(
        title=read.title,
        kind=kind_of(read),
        parent=found.record.parent_of(read),
        edtf=read.edtf,
        part_of_day=read.part_of_day or "",
        time=read.time,
        approximate=read.approximate,
        place=read.place or "",
    )
    event.fill_dates()
    found.new.append(event)
    found.record.own.append(event)
    return event


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


# What the page says of it


def _compare(load: PageLoad, event: Event, read: ReadEvent) -> None:
    """Report a time or a place that the record does not have: only a person may change what is
    shown of an event.
    """
    parts = (read.part_of_day, event.part_of_day)
    for stated, held in (parts, (read.time, event.time), (read.place, event.place)):
        if (
            stated
            and stated != held
            and not (isinstance(stated, dt.time) and read.approximate)
        ):
            words = {"event": event.title, "stated": _in_words(stated)}
            load.doubt(
                Rule.EVENT_DIFFERS,
                read.span,
                _("%(event)s: this page states %(stated)s.") % words,
                WARNING,
            )


def _in_words(stated: str | dt.time) -> str:
    if isinstance(stated, dt.time):
        return f"{stated:%H:%M}"
    return str(PartOfDay(stated).label) if stated in PartOfDay.values else stated


def _count(found: PageEvents, event: Event, read: ReadEvent) -> None:
    """Keep the printed count of a meeting with its words; a part that is not on record so is
    reported.
    """
    count = read.attendance
    if count is None:
        return
    stated = count.expected, count.absent, count.present
    fact = f"{event.title} {stated}"
    words = found.anchors.state(count.evidence, fact)
    if words and (
        event.attendance_evidence is None or event.attendance_evidence.check_again
    ):
        event.attendance_expected, event.attendance_absent, event.attendance_present = (
            stated
        )
        event.attendance_evidence = words
        found.counted += [event] if event.pk else []
    elif words and not agree(
        stated,
        (event.attendance_expected, event.attendance_absent, event.attendance_present),
    ):
        found.load.doubt_fact(count.evidence, fact)
