"""What all pages of a congress share: which one it is, its days, and its views."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import PublicEvent, Statement
from events.models.public_event import PublicEventQuerySet

# The views by the names of their addresses, and what the congress must have for each.
VIEWS: dict[str, str | Promise] = {
    "congress": _("Overview"),
    "congress-day": _("Day by day"),
    "congress-who": _("Who was where"),
    "congress-with": _("With whom"),
    "congress-election": _("Elections"),
}
OF_ELECTIONS = (Statement.ELECTION, Statement.TENURE)


@dataclass(frozen=True, slots=True)
class CongressView:
    """One view of a congress in the menu of its pages."""

    name: str
    label: str
    address: str


def with_days(congresses: PublicEventQuerySet) -> QuerySet[Any]:
    """Fetch along the days of which a congress's events tell, and whether anything tells of people
    and elections.
    """
    parts = PublicEvent.objects.filter(congress=OuterRef(OuterRef("pk")))
    deciding = parts.filter(has_figures=True)
    return congresses.knowing_days().annotate(
        has_people=_stated(parts, Statement.APPEARING),
        has_elections=_stated(deciding, OF_ELECTIONS),
    )


def _stated(events: PublicEventQuerySet, fields: tuple[str, ...]) -> Exists:
    """Tell whether one of these fields is stated of any of these events."""
    keys = events.values("pk")
    stated = Statement.objects.of_events(keys)
    named = stated.filter(field__in=fields)
    return Exists(named)


def views_of(congress: Any) -> list[CongressView]:
    """Return the views of a congress that show something."""
    return [
        CongressView(name, str(VIEWS[name]), reverse(name, args=keys))
        for name, keys in _addresses(congress)
    ]


def _addresses(congress: Any) -> Iterator[tuple[str, list[Any]]]:
    word = congress.word
    yield "congress", [word]
    if congress.told_first:
        yield "congress-day", [word, congress.told_first]
    if congress.has_people:
        yield "congress-who", [word]
        yield "congress-with", [word]
    if congress.has_elections:
        yield "congress-election", [word]
