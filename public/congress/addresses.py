"""Every page of congresses: their views and their days, each with when it last changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from editorial.change_log import last_moments
from editorial.models import RecordKind
from events.models import PublicEvent
from public.congress.frame import views_of, with_days
from public.congress.tallies import COARSE
from records.grouping import grouped

Moments = dict[int, dt.datetime]


@dataclass(frozen=True, slots=True)
class SubPage:
    """One page of a congress."""

    address: str
    changed_at: dt.datetime | None

    def get_absolute_url(self) -> str:
        return self.address


@dataclass(frozen=True, slots=True)
class CongressPart:
    """An event of a congress: its key, and its day where that is known."""

    key: int
    day: dt.date | None


def sub_pages(congresses: Iterable[PublicEvent]) -> list[SubPage]:
    """Return the pages of these congresses, in four queries."""
    keys = [each.pk for each in congresses]
    events = PublicEvent.objects.filter(congress__in=keys)
    parts: dict[int | None, list[CongressPart]] = {key: [] for key in keys}
    told = events.in_time().values_list(
        "congress", "pk", "earliest", "precision"
    )
    for congress, key, day, precision in told:
        part = CongressPart(key, None if precision in COARSE else day)
        parts[congress].append(part)
    moments = last_moments(RecordKind.EVENT, events.order_by().values("pk"))
    moments |= last_moments(RecordKind.EVENT, keys)
    known = with_days(PublicEvent.objects.filter(pk__in=keys)).order_by("pk")
    return [
        page for each in known for page in _pages(each, parts[each.pk], moments)
    ]


def _pages(
    congress: Any, parts: Sequence[CongressPart], moments: Moments
) -> Iterator[SubPage]:
    """Yield the views of a congress, then its days."""
    whole = [congress.pk, *(part.key for part in parts)]
    latest = _latest(whole, moments)
    for view in views_of(congress):
        if view.name != "congress-day":
            yield SubPage(view.address, latest)
    on_days = grouped((part.day, part.key) for part in parts if part.day)
    for day, keys in on_days.items():
        address = reverse("congress-day", args=[congress.word, day])
        yield SubPage(address, _latest(keys, moments))


def _latest(keys: Iterable[int], moments: Moments) -> dt.datetime | None:
    known = [moments[key] for key in keys if key in moments]
    return max(known, default=None)
