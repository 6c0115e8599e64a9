"""A congress by day and half-day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from articles.models import Photo
from events.models import Event, PartOfDay


@dataclass(frozen=True, slots=True)
class Entry:
    event: Event
    photos: list[Photo]


@dataclass(frozen=True, slots=True)
class HalfDay:
    """The events of one part of the day as printed; ``label`` is empty when no source states the
    part.
    """

    label: str
    entries: list[Entry]


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
    days = (
        list(day)
        for _, day in groupby(
            events, lambda event: (event.earliest, unit_of(event))
        )
    )
    return [
        Day(
            day[0],
            [
                _half(part, list(members), photos)
                for part, members in groupby(day, _part)
            ],
        )
        for day in days
    ]


def photos_of(events: Sequence[Event]) -> dict[int, list[Photo]]:
    """Return each event's published photos by its key.

    A photo goes with the event that its caption states, else with the one its article tells most
    of."""
    stated: dict[int, list[Event]] = {}
    captioned: dict[int | None, Event] = {}
    for event in events:
        for words in event.sources:
            stated.setdefault(words.article_id, []).append(event)
            captioned.setdefault(words.photo_id, event)
    placed: dict[int, list[Photo]] = {event.pk: [] for event in events}
    for photo in (
        Photo.objects.published()
        .listed()
        .filter(article__in=stated)
        .newest_first()
    ):
        told_most = max(
            stated[photo.article_id],
            key=lambda event: len(event.public_participations),
        )
        placed[captioned.get(photo.pk, told_most).pk].append(photo)
    return placed


def unit_of(event: Event) -> str:
    """Return what an event is listed under: its first day, unless only the month or the year is
    known.
    """
    coarse = (Event.Precision.MONTH, Event.Precision.YEAR)
    return event.precision if event.precision in coarse else Event.Precision.DAY


def _part(event: Event) -> str:
    return event.part_of_day


def _half(
    part: str, events: list[Event], photos: dict[int, list[Photo]]
) -> HalfDay:
    label = PartOfDay(part).label if part else ""
    return HalfDay(label, [Entry(event, photos[event.pk]) for event in events])
