"""A congress by day and half-day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef

from articles.models import PublicPhoto
from events.models import PartOfDay, PublicEvent, Statement
from events.models.statement import About
from events.telling import ToldFacts

COARSE = (PublicEvent.Precision.MONTH, PublicEvent.Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in its place of a timeline, with what is told of it and the photos of it."""

    event: PublicEvent
    told: ToldFacts
    photos: list[PublicPhoto]


@dataclass(frozen=True, slots=True)
class HalfDay:
    """The events of one part of the day as printed; ``label`` is empty when no source states the
    part.
    """

    label: str
    happenings: list[Happening]


@dataclass(frozen=True, slots=True)
class Day:
    """The events under one heading: those of a day, or those of which only the month or the year is
    known.
    """

    first: PublicEvent
    halves: list[HalfDay]

    @property
    def date(self) -> dt.date:
        return self.first.earliest

    @property
    def unit(self) -> str:
        return unit_of(self.first)


def days_of(happenings: Iterable[Happening]) -> list[Day]:
    """Group happenings, given in the order of time, by day and by part of day."""
    days = []
    for _, members in groupby(happenings, _heading):
        day = list(members)
        halves = [
            _half(part, list(half)) for part, half in groupby(day, _part_of_day)
        ]
        days.append(Day(day[0].event, halves))
    return days


def photos_by_event(
    events: Sequence[PublicEvent], told: Mapping[int, ToldFacts]
) -> dict[int, list[PublicPhoto]]:
    """Return each event's photos by its key.

    A photo goes with the event that its caption states, else with the one its article tells most
    of."""
    telling = _Telling(events, told)
    photos = PublicPhoto.objects.listed().newest_first()
    placed: dict[int, list[PublicPhoto]] = {event.pk: [] for event in events}
    for photo in photos.filter(publication__in=telling.publications):
        event = telling.event_of(photo)
        placed[event].append(photo)
    return placed


def of_the_whole(
    congress: PublicEvent,
    photos: Iterable[PublicPhoto],
    told: ToldFacts,
    shown: Iterable[int],
) -> list[PublicPhoto]:
    """Keep the photos of a congress that go with none of its parts on other pages; ``shown`` are
    the keys of the events on this one.
    """
    captions = {words.photo for words in told.sources}
    publications = {words.publication_id for words in told.sources}
    parts = PublicEvent.objects.within(congress.pk).exclude(pk__in=shown)
    stated = Statement.objects.filter(
        Exists(parts.filter(pk=OuterRef("subject"))),
        about=About.EVENT,
        field=Statement.TOLD,
        publication__in=publications,
    )
    elsewhere = set(stated.values_list("publication", flat=True))
    return [
        photo
        for photo in photos
        if photo.pk in captions or photo.publication_id not in elsewhere
    ]


class _Telling:
    """Which publications and which captions tell of which of these events."""

    def __init__(
        self, events: Iterable[PublicEvent], told: Mapping[int, ToldFacts]
    ) -> None:
        self.told = told
        self.publications: dict[int, list[int]] = {}
        self.captions: dict[int | None, int] = {}
        for event in events:
            self._add(event.pk)

    def _add(self, event: int) -> None:
        for words in self.told[event].sources:
            events = self.publications.setdefault(words.publication_id, [])
            events.append(event)
            self.captions.setdefault(words.photo, event)

    def event_of(self, photo: PublicPhoto) -> int:
        """Return the key of the event that a photo of one of the publications goes with."""
        captioned = self.captions.get(photo.pk)
        if captioned is not None:
            return captioned
        events = self.publications[photo.publication_id]
        return max(events, key=self._participations)

    def _participations(self, event: int) -> int:
        return len(self.told[event].participations)


def unit_of(event: Any) -> str:
    """Return what an event is listed under: its first day, unless only the month or the year is
    known.
    """
    if event.precision in COARSE:
        return event.precision
    return PublicEvent.Precision.DAY


def _heading(happening: Happening) -> tuple[dt.date, str]:
    event = happening.event
    return event.earliest, unit_of(event)


def _part_of_day(happening: Happening) -> str:
    return happening.event.part_of_day


def _half(part: str, happenings: list[Happening]) -> HalfDay:
    label = ""
    if part:
        label = str(PartOfDay(part).label)
    return HalfDay(label, happenings)
