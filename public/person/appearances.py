"""What a person took part in, by day: each event once, with the roles and the words that say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from events.models import PublicEvent, Statement
from events.models.public_event import PublicEventQuerySet
from public.congress.entries import heading_of, unit_of
from records.grouping import firsts, grouped

# The newest statements looked through for the words of the events on one page.
MOST_STATED = 1000


@dataclass(frozen=True, slots=True)
class Appearance:
    """An event with what is stated of a person there: each role once, in the newest words that
    state it, and the delegations visited that no role tells.
    """

    event: PublicEvent
    roles: list[Statement]
    visits: list[Statement]


@dataclass(frozen=True, slots=True)
class DayOfAppearances:
    """What a person took part in on a day, or in a month or a year, in the order of time."""

    first: PublicEvent
    appearances: list[Appearance]

    @property
    def date(self) -> dt.date:
        return self.first.earliest

    @property
    def unit(self) -> str:
        return unit_of(self.first)


def events_with(person: int) -> PublicEventQuerySet:
    """Return the events in which publications state that a person was, the last one first."""
    stated = Statement.objects.appearing(person)
    events = PublicEvent.objects.filter(pk__in=stated.values("subject"))
    return events.order_by("-sort_key", "-pk")


def days_with(person: int, keys: Sequence[int]) -> list[DayOfAppearances]:
    """Return the events of these keys, in which the person was, by day, the last day first."""
    asked = PublicEvent.objects.filter(pk__in=keys)
    events = asked.knowing_days().in_time()
    stated = _stated(person, keys)
    days = [
        _day(list(members), stated)
        for _heading, members in groupby(events, heading_of)
    ]
    return days[::-1]


def _stated(person: int, keys: Sequence[int]) -> dict[int, list[Statement]]:
    """Return what is stated of the person in each event, the newest first."""
    stated = Statement.objects.appearing(person).of_events(keys)
    newest = stated.with_article().newest_first()[:MOST_STATED]
    return grouped((each.subject, each) for each in newest)


def _day(
    events: Sequence[PublicEvent], stated: dict[int, list[Statement]]
) -> DayOfAppearances:
    appearances = [
        _appearance(each, stated.get(each.pk, ())) for each in events
    ]
    return DayOfAppearances(events[0], appearances)


def _appearance(event: PublicEvent, stated: Iterable[Statement]) -> Appearance:
    by_field = grouped((each.field, each) for each in stated)
    participations = by_field.get(Statement.PARTICIPATION, [])
    roles = firsts((each.value["role"], each) for each in participations)
    told = {
        number
        for each in roles.values()
        for number in each.value.get("delegations", ())
    }
    visits = firsts(
        (each.value["number"], each)
        for each in by_field.get(Statement.VISIT, [])
        if each.value["number"] not in told
    )
    return Appearance(event, list(roles.values()), list(visits.values()))
