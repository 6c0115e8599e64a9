"""Which event a page reports: one on record or a new one; never a guess."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from editorial.models import Rule
from events.models import Event, MergedEvent, Participation
from importing.storing.events.congresses import told_by
from importing.storing.events.statements import ToldEvents
from importing.storing.page_load import PageLoad
from importing.storing.posts import RELATIVE
from reader.results import ReadEvent
from records.partial_dates import PartialDate

NOT_WORDS = re.compile(r"[\W_]+")
# A shorter title (座谈会) says nothing of its own; a shorter place (京) may stand for many.
TELLING_TITLE = 6
TELLING_PLACE = 3
# Within a congress so much of a title tells the event: 预备会, 开幕大会.
SHORTEST_PART = 4


@dataclass(slots=True)
class OnRecord:
    """The events that a page may mean: ``own`` are of its newspaper or its congresses, ``others``
    share a title.
    """

    congresses: dict[str, Event]
    own: list[Event]
    others: list[Event]

    def parent_of(self, read: ReadEvent) -> Event | None:
        return self.congresses.get(read.congress)


def find_on_record(load: PageLoad, congresses: dict[str, Event]) -> OnRecord:
    """Return the stored events of the days that the page tells of."""
    read = [event for article in load.read.articles for event in article.events]
    days = {first_day(event) for event in read} - {None}
    record = OnRecord(congresses, [], [])
    if not days:
        return record
    parents = {event.pk for event in congresses.values()}
    events = Event.objects.filter(earliest__in=days).exclude(
        kind=Event.Kind.CONGRESS
    )
    mine = told_by(load.newspaper, events)
    titles = {event.title for event in read}
    for event in _that_may_be_meant(events, mine, parents, titles):
        if event.pk in mine or event.parent_id in parents:
            record.own.append(event)
        else:
            record.others.append(event)
    return record


def _that_may_be_meant(
    events: QuerySet[Event], mine: set[int], parents: set[int], titles: set[str]
) -> QuerySet[Event]:
    """Keep the newspaper's own events, those of its congresses, and those of the same title."""
    merged = (
        MergedEvent.objects.filter(name__in=titles).order_by().values("stays")
    )
    own = Q(pk__in=mine) | Q(parent__in=parents)
    called = Q(title__in=titles) | Q(pk__in=merged)
    return (
        events.filter(own | called)
        .select_related("attendance_evidence")
        .prefetch_related("merged")
    )


def first_day(read: ReadEvent) -> dt.date | None:
    """Return the first day the event may fall on, None when its date says nothing."""
    try:
        return PartialDate.parse(read.edtf).earliest
    except ValueError:
        return None


def kind_of(read: ReadEvent) -> str:
    return read.kind if read.kind in Event.Kind.values else Event.Kind.OTHER


def same_event(
    load: PageLoad, record: OnRecord, read: ReadEvent, told: ToldEvents
) -> Event | None:
    """Return the event that agrees with what is read.

    Within a newspaper or a congress day, part of day, kind and title tell an event. Where a part of
    the day is left open, or another paper reports, the congress, the place or somebody who takes
    part must agree too. One that may be meant, without agreeing, is reported.
    """
    alike = [
        event for event in record.own if _agrees_in_kind(record, event, read)
    ]
    for event in alike:
        if event.part_of_day == (read.part_of_day or "") and _is_called(
            event, read
        ):
            return event
    others = [
        event for event in record.others if _agrees_in_kind(record, event, read)
    ]
    perhaps = [event for event in (*alike, *others) if _may_be(event, read)]
    agreeing = [
        event
        for event in perhaps
        if _agrees(event, read, told, is_other=event in others)
    ]
    if len(agreeing) == 1:
        return agreeing[0]
    if perhaps:
        _report_likeness(load, read, perhaps[0])
    return None


def _report_likeness(load: PageLoad, read: ReadEvent, event: Event) -> None:
    """Report an event of the same title that may be the one read; a short title tells nothing."""
    if len(_bare(read.title)) < TELLING_TITLE:
        return
    message = _(
        "%(event)s is on record for that day, but nothing shows that it is the same event."
    )
    load.doubt(Rule.EVENT_DIFFERS, read.span, message % {"event": event.title})


def _agrees_in_kind(record: OnRecord, event: Event, read: ReadEvent) -> bool:
    """Tell whether an event has the day, the congress and the kind of what is read."""
    parent = record.parent_of(read)
    parent_key = parent.pk if parent else None
    return (
        event.edtf == read.edtf
        and event.parent_id == parent_key
        and event.kind == kind_of(read)
    )


def _is_called(event: Event, read: ReadEvent) -> bool:
    """Tell whether the titles mean one event.

    A congress holds one session at a time, however it is called.
    """
    if event.parent_id and event.kind == Event.Kind.SESSION:
        return True
    return _same_title(event, read)


def _same_title(event: Event, read: ReadEvent) -> bool:
    """Compare with the event's title and those of the records that an editor merged into it."""
    in_congress = event.parent_id is not None
    return any(_alike(title, read.title, in_congress) for title in event.titles)


def _alike(one: str, other: str, in_congress: bool) -> bool:
    short, long = sorted((_bare(one), _bare(other)), key=len)
    if short == long:
        return True
    return in_congress and len(short) >= SHORTEST_PART and short in long


def _may_be(event: Event, read: ReadEvent) -> bool:
    """Tell whether the title is the same and the part of the day, where both state one."""
    parts = {event.part_of_day, read.part_of_day or ""} - {""}
    return len(parts) < 2 and _same_title(event, read)


def _agrees(
    event: Event, read: ReadEvent, told: ToldEvents, *, is_other: bool
) -> bool:
    """Tell whether more than day and title is the same."""
    if event.parent_id or _same_place(
        event, read.place or "", is_other=is_other
    ):
        return True
    names = {part.name for part in read.participants}
    return not names.isdisjoint(_people_of(event, told))


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
            names.update(part.name for part in read.participants)
    if event.pk:
        stored = Participation.objects.filter(event=event)
        names.update(stored.values_list("person__name", flat=True))
    return names


def _bare(title: str) -> str:
    return NOT_WORDS.sub("", title)
