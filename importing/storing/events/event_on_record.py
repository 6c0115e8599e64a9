"""Which event a page reports: one on record or a new one; never a guess."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Self

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from editorial.models import Rule
from events.models import Event, MergedEvent, Participation
from importing.storing.events.event_facts import ToldEvents
from importing.storing.events.known_congresses import told_by
from importing.storing.page_load import PageLoad
from importing.storing.posts import RELATIVE
from importing.storing.wordings import one_in_other, without_marks
from reader.results import ReadEvent
from records.partial_dates import PartialDate

# A shorter title (座谈会) says nothing of its own; a shorter place (京) may stand for many.
TELLING_TITLE = 6
TELLING_PLACE = 3
# Within a congress so much of a title tells the event: 预备会, 开幕大会.
SHORTEST_PART = 4


@dataclass(slots=True)
class EventsOnRecord:
    """The events that a page may mean: ``own`` are of its newspaper or its congresses, ``others``
    share a title.
    """

    congresses: dict[str, Event]
    own: list[Event]
    others: list[Event]

    @classmethod
    def of(cls, load: PageLoad, congresses: dict[str, Event]) -> Self:
        """Return the stored events of the days that the page tells of."""
        on_record = cls(congresses, [], [])
        days = _days_told(load)
        if not days:
            return on_record
        events = Event.objects.filter(earliest__in=days)
        events = events.exclude(kind=Event.Kind.CONGRESS)
        parents = {event.pk for event in congresses.values()}
        mine = told_by(load.newspaper, events)
        own = Q(pk__in=mine) | Q(parent__in=parents)
        titles = {event.title for event in load.events_read()}
        for event in _with_what_tells(events.filter(own | _called(titles))):
            is_own = event.pk in mine or event.parent_id in parents
            on_record.add(event, is_own=is_own)
        return on_record

    def parent_of(self, read: ReadEvent) -> Event | None:
        """Return the congress that what is read belongs to."""
        return self.congresses.get(read.congress)

    def own_alike(self, read: ReadEvent) -> list[Event]:
        """Return its own events of the day, the congress and the kind of what is read."""
        return [
            event for event in self.own if self._agrees_in_kind(event, read)
        ]

    def others_alike(self, read: ReadEvent) -> list[Event]:
        """Return other papers' events of the day, the congress and the kind of what is read."""
        return [one for one in self.others if self._agrees_in_kind(one, read)]

    def add(self, event: Event, *, is_own: bool) -> None:
        """Take in an event, stored or drafted, of the page's days."""
        if is_own:
            self.own.append(event)
        else:
            self.others.append(event)

    def _agrees_in_kind(self, event: Event, read: ReadEvent) -> bool:
        if event.edtf != read.edtf:
            return False
        if event.kind != read.kind:
            return False
        return event.parent_id == self._parent_key(read)

    def _parent_key(self, read: ReadEvent) -> int | None:
        parent = self.parent_of(read)
        if parent is None:
            return None
        return parent.pk


def _days_told(load: PageLoad) -> set[dt.date]:
    days = map(first_day, load.events_read())
    return {day for day in days if day}


def _called(titles: set[str]) -> Q:
    """Keep the events of these titles, and those that bore one before they were merged."""
    former = MergedEvent.objects.filter(name__in=titles).order_by()
    return Q(title__in=titles) | Q(pk__in=former.values("stays"))


def _with_what_tells(events: QuerySet[Event]) -> QuerySet[Event]:
    """Fetch along what is compared with a page."""
    with_count = events.select_related("attendance_evidence")
    return with_count.prefetch_related("merged")


def first_day(read: ReadEvent) -> dt.date | None:
    """Return the first day the event may fall on, None when its date says nothing."""
    try:
        return PartialDate.parse(read.edtf).earliest
    except ValueError:
        return None


def event_on_record(
    load: PageLoad, on_record: EventsOnRecord, read: ReadEvent, told: ToldEvents
) -> Event | None:
    """Return the event that agrees with what is read.

    Within a newspaper or a congress day, part of day, kind and title tell an event. Where a part of
    the day is left open, or another paper reports, the congress, the place or somebody who takes
    part must agree too. One that may be meant, without agreeing, is reported.
    """
    own = on_record.own_alike(read)
    for event in own:
        if _is_told_by_title(event, read):
            return event
    every = (*own, *on_record.others_alike(read))
    perhaps = [event for event in every if _may_be(event, read)]
    agreeing = [one for one in perhaps if _agrees(on_record, one, read, told)]
    if len(agreeing) == 1:
        return agreeing[0]
    if perhaps:
        _report_likeness(load, read, perhaps[0])
    return None


def _report_likeness(load: PageLoad, read: ReadEvent, event: Event) -> None:
    """Report an event of the same title that may be the one read; a short title tells nothing."""
    if len(without_marks(read.title)) < TELLING_TITLE:
        return
    message = _(
        "%(event)s is on record for that day, but nothing shows that it is the same event."
    )
    load.doubt(Rule.EVENT_DIFFERS, read.span, message % {"event": event.title})


# By title


def _is_told_by_title(event: Event, read: ReadEvent) -> bool:
    """Tell whether part of the day and title mean one event.

    A congress holds one session at a time, however it is called.
    """
    if event.part_of_day != (read.part_of_day or ""):
        return False
    if event.parent_id and event.kind == Event.Kind.SESSION:
        return True
    return _same_title(event, read)


def _may_be(event: Event, read: ReadEvent) -> bool:
    """Tell whether the title is the same and the part of the day, where both state one."""
    stated = read.part_of_day
    known = event.part_of_day
    if stated and known and stated != known:
        return False
    return _same_title(event, read)


def _same_title(event: Event, read: ReadEvent) -> bool:
    """Compare with the event's title and those of the records that an editor merged into it."""
    alike = _alike if event.parent_id is None else _alike_in_congress
    return any(alike(title, read.title) for title in event.titles)


def _alike(one: str, other: str) -> bool:
    return without_marks(one) == without_marks(other)


def _alike_in_congress(one: str, other: str) -> bool:
    """Tell whether one title is within the other: within a congress that tells the event."""
    return one_in_other(
        without_marks(one), without_marks(other), shortest=SHORTEST_PART
    )


# By more than the title


def _agrees(
    on_record: EventsOnRecord, event: Event, read: ReadEvent, told: ToldEvents
) -> bool:
    """Tell whether more than day and title is the same."""
    if event.parent_id:
        return True
    is_other = event in on_record.others
    if _same_place(event, read.place or "", is_other=is_other):
        return True
    return not _names_of(read).isdisjoint(_people_of(event, told))


def _same_place(event: Event, place: str, *, is_other: bool) -> bool:
    """Tell whether the place says something and is the same.

    市会堂 is another hall in another paper.
    """
    if place != event.place or len(place) < TELLING_PLACE:
        return False
    return not (is_other and RELATIVE.match(place))


def _people_of(event: Event, told: ToldEvents) -> set[str]:
    """Return the names of those who take part, on record and as told before on this page."""
    names: set[str] = set()
    for known, read in told:
        if known is event:
            names |= _names_of(read)
    if event.pk:
        stored = Participation.objects.filter(event=event)
        names.update(stored.values_list("person__name", flat=True))
    return names


def _names_of(read: ReadEvent) -> set[str]:
    return {part.name for part in read.participants}
