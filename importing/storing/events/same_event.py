"""Which event a page reports: one on record, whichever page or paper told it first, or a new one;
never a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from django.db.models import Q
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
    days = {day for event in read if (day := first_day(event))}
    titles = {event.title for event in read}
    if not days:
        return OnRecord(congresses, [], [])
    parents = {event.pk for event in congresses.values()}
    events = Event.objects.filter(earliest__in=days).exclude(kind=Event.Kind.CONGRESS)
    mine = told_by(load.newspaper, events)
    merged = MergedEvent.objects.filter(name__in=titles).order_by().values("stays")
    stored = events.filter(
        Q(pk__in=mine) | Q(parent__in=parents) | Q(title__in=titles) | Q(pk__in=merged)
    )
    own = []
    others = []
    for event in stored.select_related("attendance_evidence").prefetch_related(
        "merged"
    ):
        (own if event.pk in mine or event.parent_id in parents else others).append(
            event
        )
    return OnRecord(congresses, own, others)


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
    """Return the event that agrees with what is read; one that may be meant, without agreeing, is
    reported.

    Within a newspaper or a congress day, part of day, kind and title tell an event. Where a part of
    the day is left open, or another paper reports, the congress, the place or somebody who takes
    part must agree too."""
    alike = [event for event in record.own if _agrees_in_kind(record, event, read)]
    for event in alike:
        if event.part_of_day == (read.part_of_day or "") and _is_called(event, read):
            return event
    others = [event for event in record.others if _agrees_in_kind(record, event, read)]
    perhaps = [event for event in (*alike, *others) if _may_be(event, read)]
    agreeing = [
        event
        for event in perhaps
        if _agrees(event, read, told, is_other=event in others)
    ]
    if len(agreeing) == 1:
        return agreeing[0]
    if perhaps and len(_bare(read.title)) >= TELLING_TITLE:
        message = _(
            "%(event)s is on record for that day, but nothing shows that it is the same event."
        )
        load.doubt(Rule.EVENT_DIFFERS, read.span, message % {"event": perhaps[0].title})
    return None


def _agrees_in_kind(record: OnRecord, event: Event, read: ReadEvent) -> bool:
    parent = record.parent_of(read)
    return (event.edtf, event.parent_id, event.kind) == (
        read.edtf,
        parent and parent.pk,
        kind_of(read),
    )


def _is_called(event: Event, read: ReadEvent) -> bool:
    """Tell whether the titles mean one event; a congress holds one session at a time, however it is
    called.
    """
    return bool(event.parent_id and event.kind == Event.Kind.SESSION) or _same_title(
        event, read
    )


def _same_title(event: Event, read: ReadEvent) -> bool:
    """Compare with the event's title and with those of the records that an editor merged into
    it.
    """
    return any(
        _alike(title, read.title, event.parent_id is not None) for title in event.titles
    )


def _alike(one: str, other: str, in_congress: bool) -> bool:
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return short == long or (in_congress and len(short) >= 4 and short in long)


def _may_be(event: Event, read: ReadEvent) -> bool:
    """Tell whether the title is the same and the part of the day, where both state one."""
    parts = {event.part_of_day, read.part_of_day or ""} - {""}
    return len(parts) < 2 and _same_title(event, read)


def _agrees(event: Event, read: ReadEvent, told: ToldEvents, *, is_other: bool) -> bool:
    """Tell whether more than day and title is the same; 市会堂 is another hall in another paper."""
    if event.parent_id:
        return True
    place = read.place or ""
    if (
        place == event.place
        and len(place) >= TELLING_PLACE
        and not (is_other and RELATIVE.match(place))
    ):
        return True
    return not _people_of(event, told).isdisjoint(
        part.name for part in read.participants
    )


def _people_of(event: Event, told: ToldEvents) -> set[str]:
    here = {
        part.name
        for known, read in told
        if known is event
        for part in read.participants
    }
    if event.pk:
        stored = Participation.objects.filter(event=event).values_list(
            "person__name", flat=True
        )
    else:
        stored = ()
    return here.union(stored)


def _bare(title: str) -> str:
    return NOT_WORDS.sub("", title)
