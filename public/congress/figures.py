"""What a congress decided, in numbers; and whom it elected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from events.models import PublicEvent


@dataclass(frozen=True, slots=True)
class Office:
    """An office and how many were elected to it, as printed or as listed; None where neither is."""

    name: str
    number: int | None


@dataclass(slots=True)
class Figures:
    """Numbers of one congress; ``attended`` is the first event that states how many came."""

    offices: list[Office] = field(default_factory=list)
    resolutions: int = 0
    attended: PublicEvent | None = None

    @property
    def are_any(self) -> bool:
        return bool(self.offices or self.resolutions or self.attended)


def figures_of(congresses: Iterable[int]) -> dict[int, Figures]:
    """Return the figures of the congresses of these keys, in one query."""
    figures = {key: Figures() for key in congresses}
    events = PublicEvent.objects.filter(congress__in=figures, has_figures=True)
    for event in events.in_time():
        _add(figures[event.congress or 0], event)
    return figures


def congress_rows(
    congresses: Sequence[Any],
) -> list[tuple[Any, tuple[dt.date, dt.date], Figures]]:
    """Return each of these congresses, fetched ``with_days``, with its span and its figures."""
    keys = [each.pk for each in congresses]
    figures = figures_of(keys)
    return [(each, each.span, figures[each.pk]) for each in congresses]


def _add(figures: Figures, event: PublicEvent) -> None:
    for election in event.outline.get("elections", ()):
        number = election["elected"] or election["seats"]
        figures.offices.append(Office(election["office"], number))
    points = event.outline.get("resolutions", {})
    figures.resolutions += points.get("count", 0)
    if figures.attended is None and event.attendance_expected is not None:
        figures.attended = event
