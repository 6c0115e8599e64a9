"""Events to records: one event whichever page reports it, with all that is told of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.models import Evidence
from editorial.models import Rule, Severity
from events.models import (
    AgendaItem,
    Delegation,
    Event,
    Participation,
    PartOfDay,
    Vote,
)
from importing.storing.events.agenda_and_votes import agenda_of, votes_of
from importing.storing.events.congresses import find_congresses
from importing.storing.events.participants import (
    delegations_of,
    participations_of,
)
from importing.storing.events.same_event import (
    OnRecord,
    find_on_record,
    first_day,
    kind_of,
    same_event,
)
from importing.storing.events.statements import ToldEvents, agree
from importing.storing.page_load import PageLoad, fits
from importing.storing.selectors import Anchors
from reader.results import ReadEvent, Span


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
    """Find each event the page reports among the stored ones or draft it.

    The words that state it are anchored.
    """
    congresses = find_congresses(load)
    found = PageEvents(load, anchors, find_on_record(load, congresses))
    _link_congresses(found, congresses)
    for article in load.read.articles:
        for event in article.events:
            _gather(found, event)
    told = found.told
    found.participations = list(participations_of(load, anchors, told))
    found.delegations = list(delegations_of(load, anchors, told))
    found.agenda = list(agenda_of(load, anchors, told))
    found.votes = list(votes_of(load, anchors, told))
    return found


def _link_congresses(found: PageEvents, congresses: dict[str, Event]) -> None:
    for named in found.load.read.congresses:
        congress = congresses.get(named.name)
        if congress is None:
            continue
        words = found.anchors.state(named.span, named.name)
        if words:
            found.links.append((congress, words))


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
    """Take one reported event in, or report why it cannot be recorded."""
    load = found.load
    if not fits(Event, title=read.title, place=read.place or ""):
        load.doubt_fact(read.span, read.title)
        return
    if not first_day(read):
        message = _("No day is stated for %(event)s, so it is not recorded.")
        load.doubt(
            Rule.UNDATED_EVENT, read.span, message % {"event": read.title[:200]}
        )
        return
    words = _words_of(found, read)
    if not words:
        return
    event = same_event(load, found.record, read, found.told)
    if event:
        _compare(load, event, read)
    else:
        event = _draft(found, read)
    found.links += [(event, evidence) for evidence in words]
    found.told.append((event, read))
    _count(found, event, read)


def _words_of(found: PageEvents, read: ReadEvent) -> list[Evidence]:
    """Return the words that state an event, its time and its place, as far as they can be anchored."""
    beside = [read.time_span, read.place_span]
    apart = [span for span in beside if span and not _within(span, read.span)]
    spans = [read.span, *apart]
    anchored = [found.anchors.state(span, read.title) for span in spans]
    return [words for words in anchored if words]


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


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


# What the page says of it


def _compare(load: PageLoad, event: Event, read: ReadEvent) -> None:
    """Report a time or a place that the record does not have.

    Only a person may change what is shown of an event.
    """
    parts = (
        (read.part_of_day, event.part_of_day),
        (read.time, event.time),
        (read.place, event.place),
    )
    for stated, held in parts:
        roughly = isinstance(stated, dt.time) and read.approximate
        if not stated or stated == held or roughly:
            continue
        message = _("%(event)s: this page states %(stated)s.")
        words = {"event": event.title, "stated": _in_words(stated)}
        load.doubt(
            Rule.EVENT_DIFFERS, read.span, message % words, Severity.WARNING
        )


def _in_words(stated: str | dt.time) -> str:
    if isinstance(stated, dt.time):
        return f"{stated:%H:%M}"
    if stated in PartOfDay.values:
        return str(PartOfDay(stated).label)
    return stated


def _count(found: PageEvents, event: Event, read: ReadEvent) -> None:
    """Keep the printed count of a meeting with its words.

    A part of it that is not on record so is reported.
    """
    count = read.attendance
    if count is None:
        return
    stated = (count.expected, count.absent, count.present)
    fact = f"{event.title} {stated}"
    words = found.anchors.state(count.evidence, fact)
    if words is None:
        return
    standing = event.attendance_evidence
    if standing is None or standing.check_again:
        event.attendance_expected = count.expected
        event.attendance_absent = count.absent
        event.attendance_present = count.present
        event.attendance_evidence = words
        if event.pk:
            found.counted.append(event)
    elif not agree(stated, _attendance_of(event)):
        found.load.doubt_fact(count.evidence, fact)


def _attendance_of(event: Event) -> tuple[int | None, int | None, int | None]:
    return (
        event.attendance_expected,
        event.attendance_absent,
        event.attendance_present,
    )
