"""The chronicle of a congress: a sentence an event, by day and half-day, each with its sources."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Case, F, IntegerField, Value, When, Window
from django.db.models.functions import RowNumber

from articles.models import PublicPhoto
from events.chronicle import (
    People,
    SentenceRun,
    people_to_name,
    sentence_of,
)
from events.models import MeetingBody, PartOfDay, PublicEvent, Statement
from events.models.public_event import PublicEventQuerySet
from events.telling import sources_of
from people.models import PublicPerson
from public.congress.plan import rank_of
from public.congress.tallies import COARSE, DayTally
from public.photo.event_photos import photos_by_event
from records.grouping import firsts

SOURCES_SHOWN = 2
# The words of one event among which those shown, and its photos, are looked for.
SOURCES_READ = 6
# Of each day of a large congress.
SENTENCES_A_DAY = 3
# Which event of a day is told first where not all are.
FIRST_BODIES = {
    body: place
    for place, body in enumerate(
        (
            MeetingBody.Body.PLENARY,
            MeetingBody.Body.PRESIDIUM,
            MeetingBody.Body.COMMITTEE,
            MeetingBody.Body.DELEGATION,
        )
    )
}


@dataclass(frozen=True, slots=True)
class ChronicleEntry:
    """An event with its sentence, the words that tell it, and a photo of it."""

    event: PublicEvent
    pieces: list[SentenceRun]
    sources: list[Statement]
    photo: PublicPhoto | None


@dataclass(frozen=True, slots=True)
class EntryHalf:
    """The entries of a half of a day, or of one whose half is not told."""

    part: PartOfDay | None
    entries: list[ChronicleEntry]


@dataclass(frozen=True, slots=True)
class EntryDay:
    """The entries under the heading of a day, or of a month or a year; ``more`` further events are
    on the day's own page.
    """

    first: PublicEvent
    halves: list[EntryHalf]
    more: int = 0

    @property
    def date(self) -> dt.date:
        return self.first.earliest

    @property
    def unit(self) -> str:
        return unit_of(self.first)


def foremost(events: PublicEventQuerySet) -> PublicEventQuerySet:
    """Keep the foremost events of each day."""
    place = Window(
        RowNumber(),
        partition_by=[F("earliest")],
        order_by=[_rank_of_body(), F("sort_key"), F("pk")],
    )
    ranked = events.order_by().annotate(place_in_day=place)
    kept = ranked.filter(place_in_day__lte=SENTENCES_A_DAY)
    return PublicEvent.objects.filter(pk__in=kept.values("pk"))


def _rank_of_body() -> Case:
    places = [
        When(body=body, then=Value(place))
        for body, place in FIRST_BODIES.items()
    ]
    return Case(
        *places,
        default=len(FIRST_BODIES),
        output_field=IntegerField(),
    )


@dataclass(frozen=True, slots=True)
class Chronicle:
    """What the sentences are made of, beside the events; ``congress`` is that of them all, if there
    is one.
    """

    congress: PublicEvent | None
    people: People
    sources: Mapping[int, list[Statement]]
    photos: Mapping[int, list[PublicPhoto]]

    def days(
        self, events: Sequence[PublicEvent], tallies: Iterable[DayTally] = ()
    ) -> list[EntryDay]:
        """Return the entries of events given in the order of time; ``tallies`` count all that
        there are, where not all are given.
        """
        counts: Counter[dt.date | None] = Counter()
        for tally in tallies:
            counts[tally.day] += tally.count
        return [
            self._day(list(members), counts)
            for _heading, members in groupby(events, heading_of)
        ]

    def _day(
        self,
        events: Sequence[PublicEvent],
        counts: Counter[dt.date | None],
    ) -> EntryDay:
        """Return a day with these of its events, of which there may be more."""
        first = events[0]
        further = counts[first.earliest] - len(events)
        return EntryDay(first, self._halves(events), max(0, further))

    def _halves(self, events: Iterable[PublicEvent]) -> list[EntryHalf]:
        halves = []
        for rank, members in groupby(events, rank_of):
            part = list(PartOfDay)[rank - 1] if rank else None
            entries = [self._entry(event) for event in members]
            halves.append(EntryHalf(part, entries))
        return halves

    def _entry(self, event: PublicEvent) -> ChronicleEntry:
        photos = self.photos.get(event.pk, [])
        return ChronicleEntry(
            event,
            sentence_of(event, self.people, self.congress),
            one_a_page(self.sources.get(event.pk, ())),
            photos[0] if photos else None,
        )


def told_days(
    events: Sequence[PublicEvent], congress: PublicEvent | None = None
) -> list[EntryDay]:
    """Return the entries of events given in the order of time, with all that they are made of;
    ``congress`` is that of them all, if there is one.
    """
    people = PublicPerson.objects.in_bulk(people_to_name(events))
    sources = sources_of([event.pk for event in events], SOURCES_READ)
    photos = photos_by_event(events, sources)
    return Chronicle(congress, people, sources, photos).days(events)


def heading_of(event: PublicEvent) -> tuple[dt.date, str]:
    return event.earliest, unit_of(event)


def unit_of(event: PublicEvent) -> str:
    """Return what an event is listed under: its first day, unless only the month or the year is
    known.
    """
    return (
        event.precision
        if event.precision in COARSE
        else PublicEvent.Precision.DAY
    )


def one_an_article(sources: Iterable[Statement]) -> list[Statement]:
    """Keep the first words of each of the newest articles."""
    articles = firsts((each.publication_id, each) for each in sources)
    return list(articles.values())[:SOURCES_SHOWN]


def one_a_page(sources: Iterable[Statement]) -> list[Statement]:
    """Keep the first words on each page in print: marks of one page would read the same."""
    pages = firsts((each.publication.page_id, each) for each in sources)
    return list(pages.values())[:SOURCES_SHOWN]
