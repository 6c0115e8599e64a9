"""How many events a congress has on which day, of which body, kind and place."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from events.models import PublicEvent
from events.models.public_event import PublicEventQuerySet

COARSE = (PublicEvent.Precision.MONTH, PublicEvent.Precision.YEAR)


@dataclass(frozen=True, slots=True)
class DayTally:
    """So many events that are alike in day, body, kind and place; ``day`` is None for one of which
    only the month or the year is known.
    """

    day: dt.date | None
    body: str
    kind: str
    place: str
    count: int

    def value(self, key: str) -> str:
        """Return what a filter of this key asks for."""
        if key == "day":
            return self.day.isoformat() if self.day else ""
        value: str = getattr(self, key)
        return value


def tallies_of(events: PublicEventQuerySet) -> list[DayTally]:
    """Return the tallies of these events in one query, days in their order."""
    alike = events.order_by().values_list(
        "earliest", "precision", "body", "kind", "place"
    )
    rows = alike.annotate(Count("pk")).order_by("earliest", "place")
    return [
        DayTally(
            known_day(day, precision),
            body,
            kind,
            place,
            count,
        )
        for day, precision, body, kind, place, count in rows
    ]


def known_day(day: dt.date, precision: str) -> dt.date | None:
    """Return the day of an event, or None where only the month or the year is known."""
    return None if precision in COARSE else day


def count_by(tallies: Iterable[DayTally], key: str) -> Counter[str]:
    """Return how many events there are of each value, empty ones left out."""
    counts: Counter[str] = Counter()
    for tally in tallies:
        value = tally.value(key)
        if value:
            counts[value] += tally.count
    return counts


def days_in(tallies: Iterable[DayTally]) -> list[dt.date]:
    """Return the days of events, each once, in order."""
    return sorted({tally.day for tally in tallies if tally.day})


def count_all(tallies: Iterable[DayTally]) -> int:
    return sum(tally.count for tally in tallies)
