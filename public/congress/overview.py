"""A congress at one glance: which of its events are shown, and in which form."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import Q

from events.chronicle import people_to_name
from events.models import PublicEvent, Statement
from events.models.statement import About
from events.telling import sources_of, told_of
from people.models import PublicPerson
from public.congress.asked import PERSON, Asked, UnknownValueError, seen_with
from public.congress.counts import counts_of
from public.congress.entries import SOURCES_READ, Chronicle, foremost
from public.congress.facets import Facet, facets_of, most_seen
from public.congress.plan import Planned, plan_of
from public.congress.tallies import (
    COARSE,
    DayTally,
    count_all,
    days_in,
    known_day,
    tallies_of,
)
from public.photo.event_photos import photos_by_event

# A stated span longer than this has no column for a day of which nothing is told.
LONGEST_PLAN = 10


class Size(enum.Enum):
    """The form of a congress's page: the chronicle alone, with a plan, with numbers for a plan."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


class Overview:
    """The events of a congress, under the filters asked for."""

    def __init__(self, congress: Any, asked: Asked) -> None:
        self.congress = congress
        self.asked = asked
        self.parts = PublicEvent.objects.within(congress.pk)

    def check(self) -> None:
        """Raise ``UnknownValueError`` for a filter whose value nothing of the congress has."""
        self.asked.check(self.tallies)
        if self.asked.person_key is not None and not self.with_person:
            raise UnknownValueError(PERSON, self.asked.person)

    @cached_property
    def tallies(self) -> list[DayTally]:
        """All events of the congress, counted."""
        return tallies_of(self.parts)

    @cached_property
    def with_person(self) -> list[DayTally]:
        """The events where the person asked for was, counted; all events where nobody is."""
        person = self.asked.person_key
        if person is None:
            return self.tallies
        if self.size == Size.LARGE:
            seen = seen_with(self.parts, person)
            return tallies_of(seen)
        return [tally_of(each) for each in self._events_with_person]

    @cached_property
    def _events(self) -> list[PublicEvent]:
        """All events of a congress that is not large, in the order of time."""
        return list(self.parts.in_time())

    @cached_property
    def _events_with_person(self) -> list[PublicEvent]:
        person = self.asked.person_key
        if person is None:
            return self._events
        seen = seen_with(self.parts, person).values_list("pk", flat=True)
        keys = set(seen)
        return [event for event in self._events if event.pk in keys]

    @cached_property
    def asked_for(self) -> list[DayTally]:
        """The events that are shown, counted."""
        return [each for each in self.with_person if self.asked.keeps(each)]

    @property
    def count(self) -> int:
        return count_all(self.asked_for)

    @property
    def days_asked_for(self) -> list[dt.date]:
        return days_in(self.asked_for)

    @cached_property
    def size(self) -> Size:
        count = count_all(self.tallies)
        days = len(days_in(self.tallies))
        if count >= settings.CONGRESS_COUNTS_FROM:
            return Size.LARGE
        if days >= settings.CONGRESS_COUNTS_FROM_DAYS:
            return Size.LARGE
        if days < 2:
            return Size.SMALL
        if count < settings.CONGRESS_PLAN_FROM:
            return Size.SMALL
        return Size.NORMAL

    def planned(self) -> dict[str, Any]:
        """Return what the page of a congress shows that is not large."""
        counts = self._most_seen()
        people = self._people(self._events, counts)
        shown = [
            event
            for event in self._events_with_person
            if self.asked.keeps(tally_of(event))
        ]
        context = self._chronicle(shown, people)
        if self.size == Size.SMALL:
            return context
        planned = Planned(
            self._events,
            self._days(),
            self._origins(),
            people,
            self.asked.person_key,
            {event.pk for event in self._events_with_person},
        )
        return context | {
            "plan": plan_of(planned),
            "facets": self._facets(counts, people),
        }

    def counted(self, days: Sequence[dt.date]) -> dict[str, Any]:
        """Return what the page of a large congress shows of these days; the first one also what has
        no day.
        """
        on_days = Q(earliest__in=days) & ~Q(precision__in=COARSE)
        if list(days) == self.days_asked_for[: len(days)]:
            on_days |= Q(precision__in=COARSE)
        asked_for = self.asked.narrow(self.parts).filter(on_days)
        if self.count >= settings.CONGRESS_COUNTS_FROM:
            asked_for = foremost(asked_for)
        events = list(asked_for.in_time())
        counts = self._most_seen()
        people = self._people(events, counts)
        return self._chronicle(events, people) | {
            "counts": counts_of(self.with_person, days),
            "facets": self._facets(counts, people),
        }

    def facets(self) -> list[Facet]:
        """Return the filters alone."""
        counts = self._most_seen()
        return self._facets(counts, self._people([], counts))

    def _most_seen(self) -> dict[int, int]:
        if self.size == Size.SMALL:
            return {}
        return most_seen(self.asked, self.parts)

    def _facets(
        self, counts: dict[int, int], people: dict[int, PublicPerson]
    ) -> list[Facet]:
        return facets_of(self.asked, self.with_person, counts, people)

    def _people(
        self, events: Iterable[PublicEvent], further: Collection[int]
    ) -> dict[int, PublicPerson]:
        keys = people_to_name(events).union(further)
        return PublicPerson.objects.in_bulk(keys)

    def _chronicle(
        self,
        events: Sequence[PublicEvent],
        people: dict[int, PublicPerson],
    ) -> dict[str, Any]:
        """Return the chronicle of these events, and what is told of the congress as a whole."""
        told = told_of([self.congress])[self.congress.pk]
        keys = [event.pk for event in events]
        sources = {
            **sources_of(keys, SOURCES_READ),
            self.congress.pk: told.sources,
        }
        # The congress comes last: a photo that could as well be of one of its parts stands there.
        photos = photos_by_event([*events, self.congress], sources)
        chronicle = Chronicle(self.congress, people, sources, photos)
        return {
            "days": chronicle.days(events, self.asked_for),
            "told": told,
            "photos": photos[self.congress.pk],
        }

    def _days(self) -> list[dt.date]:
        """Return the days of the plan: those of events, and those of a short span."""
        days = set(days_in(self.tallies))
        first = self.congress.first_day
        if first:
            length = (self.congress.last_day - first).days + 1
            if length <= LONGEST_PLAN:
                days |= {first + dt.timedelta(n) for n in range(length)}
        return sorted(days)

    def _origins(self) -> dict[int, str]:
        """Return where each delegation comes from, as the newest article has it."""
        stated = Statement.objects.filter(
            about=About.EVENT,
            field=Statement.DELEGATION,
            subject__in=self.parts.values("pk"),
        )
        oldest_first = stated.order_by("day", "pk")
        values = oldest_first.values_list("value", flat=True)
        return {value["number"]: value["origin"] for value in values}


def tally_of(event: PublicEvent) -> DayTally:
    """Return one event as a tally."""
    day = known_day(event.earliest, event.precision)
    return DayTally(
        day,
        event.body,
        event.kind,
        event.place,
        1,
    )
