"""Events to records: one event whichever page reports it, with all that is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.models import Evidence
from events.models import (
    AgendaItem,
    Candidacy,
    Delegation,
    Election,
    Event,
    MeetingBody,
    Participation,
    Resolution,
    Vote,
)
from importing.storing.events.agenda_and_votes import (
    agenda_of,
    resolutions_of,
    votes_of,
)
from importing.storing.events.congresses import congress_records, report_undated
from importing.storing.events.earlier_loads import EarlierLoads
from importing.storing.events.elections import elections_of
from importing.storing.events.event_facts import ToldEvents, agree
from importing.storing.events.event_on_record import (
    EventsOnRecord,
    event_on_record,
    first_day,
)
from importing.storing.events.meeting_bodies import bodies_of
from importing.storing.events.other_values import report_other_values
from importing.storing.events.participants import (
    delegations_of,
    participations_of,
)
from importing.storing.events.stated_fields import (
    first_days_of,
    save_stated_fields,
    stated_fields_of,
)
from importing.storing.offsets import is_within
from importing.storing.page_load import PageLoad, fits
from importing.storing.selectors import Anchors
from reader.results import Attendance, ReadEvent, Span


@dataclass(slots=True)
class PageEvents:
    """The events of a load, stored and new, and what is to be linked to them once their words are
    stored.
    """

    load: PageLoad
    anchors: Anchors
    on_record: EventsOnRecord
    earlier: EarlierLoads
    new: list[Event] = field(default_factory=list)
    told: ToldEvents = field(default_factory=list)
    links: list[tuple[Event, Evidence]] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    delegations: list[Delegation] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    votes: list[Vote] = field(default_factory=list)
    bodies: list[MeetingBody] = field(default_factory=list)
    elections: list[Election] = field(default_factory=list)
    candidacies: list[Candidacy] = field(default_factory=list)
    counted: list[Event] = field(default_factory=list)

    def note_counted(self, event: Event) -> None:
        """Keep a stored event to be saved with its count; a new one is saved anyway."""
        if event.pk:
            self.counted.append(event)

    def draft(self, event: Event) -> None:
        """Take in an event that is not on record."""
        self.new.append(event)
        self.on_record.add(event, is_own=True)

    def link(self, event: Event, words: list[Evidence]) -> None:
        """Keep the words that state an event, to be linked when both are stored."""
        self.links += [(event, evidence) for evidence in words]


def gather_events(load: PageLoad, anchors: Anchors) -> PageEvents:
    """Find each event the page reports among the stored ones or draft it.

    The words that state it are anchored.
    """
    congresses = congress_records(load)
    on_record = EventsOnRecord.of(load, congresses)
    earlier = EarlierLoads.of(load, anchors)
    found = PageEvents(load, anchors, on_record, earlier)
    _link_congresses(found, congresses)
    for event in load.events_read():
        _gather(found, event)
    _gather_facts(found)
    return found


def _gather_facts(found: PageEvents) -> None:
    """Draft what the page says of its events."""
    told = (found.load, found.anchors, found.told)
    found.participations += participations_of(*told)
    found.delegations += delegations_of(*told)
    found.agenda += agenda_of(*told)
    found.resolutions += resolutions_of(*told)
    found.votes += votes_of(*told)
    found.bodies += bodies_of(*told)
    found.elections, found.candidacies = elections_of(*told)


def _link_congresses(found: PageEvents, congresses: dict[str, Event]) -> None:
    for named in found.load.read.congresses:
        name = named.name
        congress = congresses.get(name)
        if congress is None:
            continue
        words = found.anchors.state(named.span, name)
        if words:
            found.link(congress, [words])


def save_events(found: PageEvents) -> None:
    """Store the drafted events and link everything the page says of them; their words must be
    stored already.
    """
    load = found.load
    load.create(found.new)
    _save_links(found)
    _save_stated_fields(found)
    load.store(found.counted)
    load.store(found.participations)
    load.store(found.delegations)
    load.store(found.agenda)
    load.store(found.resolutions)
    load.store(found.votes)
    load.store(found.bodies)
    load.store(found.elections)
    load.store(found.candidacies)


def _save_stated_fields(found: PageEvents) -> None:
    stated = stated_fields_of(found.anchors, found.told)
    congresses = found.on_record.congresses
    first_days = first_days_of(found.anchors, congresses)
    save_stated_fields([*stated, *first_days])


def _save_links(found: PageEvents) -> None:
    link = Event.evidence.through
    rows = [
        link(
            event=event,
            evidence=words,
        )
        for event, words in found.links
    ]
    link.objects.bulk_create(rows, ignore_conflicts=True)


# Which event


def _gather(found: PageEvents, read: ReadEvent) -> None:
    """Take one reported event in, or report why it cannot be recorded."""
    load = found.load
    if not fits(
        Event,
        title=read.title,
        place=read.place or "",
    ):
        load.doubt_fact(read.span, read.title)
        return
    if not first_day(read):
        report_undated(load, read.title, read.span)
        return
    words = _words_of(found.anchors, read)
    if not words:
        return
    event = _event_of(found, read, words)
    if event is None:
        return
    found.link(event, words)
    found.told.append((event, read))
    _count(found, event, read)


def _words_of(anchors: Anchors, read: ReadEvent) -> list[Evidence]:
    """Return the words that state an event, its time and its place.

    Those that cannot be anchored are left out.
    """
    anchored = [anchors.state(span, read.title) for span in _spans_of(read)]
    return [words for words in anchored if words]


def _spans_of(read: ReadEvent) -> Iterator[Span]:
    """Yield where an event is stated, and its time and place where they stand elsewhere."""
    yield read.span
    details = (read.time_span, read.place_span)
    for beside in details:
        if beside and not is_within(beside, read.span):
            yield beside


def _event_of(
    found: PageEvents, read: ReadEvent, words: list[Evidence]
) -> Event | None:
    """Return the event that a page reports: the one on record, compared with it, or a draft.

    One that a person renamed or moved to another day is still the one that these words told; one
    that a person took out stays out: None.
    """
    meant = found.earlier.meant(read, words)
    known = meant or event_on_record(
        found.load, found.on_record, read, found.told
    )
    if known:
        report_other_values(found.load, found.earlier, known, read)
        return known
    if found.earlier.is_taken_out(read, words):
        return None
    parent = found.on_record.parent_of(read)
    event = _draft(read, parent)
    found.draft(event)
    return event


def _draft(read: ReadEvent, parent: Event | None) -> Event:
    event = Event(
        title=read.title,
        kind=read.kind,
        parent=parent,
        edtf=read.edtf,
        part_of_day=read.part_of_day or "",
        time=read.time,
        approximate=read.approximate,
        place=read.place or "",
    )
    event.fill_dates()
    return event


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
    if _lacks_count(event):
        _take_count(event, count, words)
        found.note_counted(event)
        return
    on_record = _attendance_of(event)
    if not agree(stated, on_record):
        found.load.doubt_fact(count.evidence, fact)


def _lacks_count(event: Event) -> bool:
    """Tell whether no words that stand state the count of a meeting."""
    standing = event.attendance_evidence
    if standing is None:
        return True
    return standing.check_again


def _take_count(event: Event, count: Attendance, words: Evidence) -> None:
    event.attendance_expected = count.expected
    event.attendance_absent = count.absent
    event.attendance_present = count.present
    event.attendance_evidence = words


def _attendance_of(event: Event) -> tuple[int | None, int | None, int | None]:
    return (
        event.attendance_expected,
        event.attendance_absent,
        event.attendance_present,
    )
