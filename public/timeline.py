"""A congress by day and half-day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from articles.models import Photo
from events.models import Event, PartOfDay

COARSE = (Event.Precision.MONTH, Event.Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in its place of a timeline, with the photos of it."""

    event: Event
    photos: list[Photo]


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

    first: Event
    halves: list[HalfDay]

    @property
    def date(self) -> dt.date:
        return self.first.earliest

    @property
    def unit(self) -> str:
        return unit_of(self.first)


def days_of(
    events: Iterable[Event], photos: dict[int, list[Photo]]
) -> list[Day]:
    """Group events, given in the order of time and with their facts, by day and by part of day."""
    days = []
    for _, members in groupby(events, _heading):
        day = list(members)
        halves = [
            _half(part, list(half), photos)
            for part, half in groupby(day, attrgetter("part_of_day"))
        ]
        days.append(Day(day[0], halves))
    return days


def photos_by_event(events: Sequence[Event]) -> dict[int, list[Photo]]:
    """Return each event's published photos by its key.

    A photo goes with the event that its caption states, else with the one its article tells most
    of."""
    telling = _Telling(events)
    photos = Photo.objects.published().listed().newest_first()
    placed: dict[int, list[Photo]] = {event.pk: [] for event in events}
    for photo in photos.filter(article__in=telling.articles):
        event = telling.event_of(photo)
        placed[event.pk].append(photo)
    return placed


class _Telling:
    """Which articles and which captions tell of which of these events."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.articles: dict[int, list[Any]] = {}
        self.captions: dict[int | None, Event] = {}
        for event in events:
            self._add(event)

    def _add(self, event: Any) -> None:
        for words in event.sources:
            told = self.articles.setdefault(words.article_id, [])
            told.append(event)
            self.captions.setdefault(words.photo_id, event)

    def event_of(self, photo: Photo) -> Event:
        """Return the event that a photo of one of the articles goes with."""
        captioned = self.captions.get(photo.pk)
        if captioned is not None:
            return captioned
        told = self.articles[photo.article_id]
        return max(told, key=lambda event: len(event.public_participations))


def unit_of(event: Event) -> str:
    """Return what an event is listed under: its first day, unless only the month or the year is
    known.
    """
    if event.precision in COARSE:
        return event.precision
    return Event.Precision.DAY


def _heading(event: Event) -> tuple[dt.date, str]:
    return event.earliest, unit_of(event)


def _half(
    part: str, events: list[Event], photos: dict[int, list[Photo]]
) -> HalfDay:
    label = ""
    if part:
        label = str(PartOfDay(part).label)
    happenings = [Happening(event, photos[event.pk]) for event in events]
    return HalfDay(label, happenings)
