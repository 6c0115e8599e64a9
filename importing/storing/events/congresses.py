"""The congress a page reports: one event under its name, whichever page or paper tells of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from editorial.models import Rule
from editorial.steps.loads.as_loaded import is_untouched, states_with
from events.models import Event, MergedEvent
from importing.storing.events.known_congresses import (
    is_full_name,
    is_short_name,
    known_congresses,
)
from importing.storing.page_load import PageLoad, fits
from reader.results import Span


@dataclass(frozen=True, slots=True)
class _EarlierNames:
    """The names under which loads recorded congresses before; none for a page that is new.

    ``standing`` are those that bear another name now, ``taken_out`` the names of those that a
    person has deleted."""

    standing: dict[str, Event]
    taken_out: set[str]

    @classmethod
    def of(cls, load: PageLoad, names: Iterable[str]) -> _EarlierNames:
        if load.is_new:
            return cls({}, set())
        named = _keys_as_loaded(names)
        keys = named.values()
        events = Event.objects.prefetch_related("merged").in_bulk(keys)
        former = MergedEvent.objects.filter(former__in=keys)
        merged = set(former.values_list("former", flat=True))
        led_on = merged | events.keys()
        standing = {
            name: events[key] for name, key in named.items() if key in events
        }
        taken_out = {name for name, key in named.items() if key not in led_on}
        return cls(standing, taken_out)

    def meant(self, name: str) -> Event | None:
        return self.standing.get(name)

    def is_taken_out(self, name: str) -> bool:
        return name in self.taken_out


def _keys_as_loaded(names: Iterable[str]) -> dict[str, int]:
    """Return the keys of the congresses that loads recorded by these names, the latest of each."""
    return {
        state.values["title"]: state.key
        for state in states_with(Event, "title", names)
        if state.is_loaded and state.values["kind"] == Event.Kind.CONGRESS
    }


def congress_records(load: PageLoad) -> dict[str, Event]:
    """Return the congress events of a page by the name the page gives them; those not known yet are
    created.

    A congress without a first day begins with the first of its events on the page; without one it
    is reported. One that a person renamed is still the one this page named; one that a person took
    out stays out."""
    starts = _first_days(load)
    if not starts:
        return {}
    known = known_congresses(load.newspaper, starts)
    earlier = _EarlierNames.of(load, starts)
    found = {}
    new = {}
    for name, start in starts.items():
        if event := known.called(name) or earlier.meant(name):
            found[name] = _in_full(load, event, name)
        elif earlier.is_taken_out(name):
            continue
        elif start and fits(Event, title=name):
            new[name] = _new_congress(name, start)
    load.create(new.values())
    congresses = found | new
    _report_unrecorded(load, congresses.keys() | earlier.taken_out)
    return congresses


def _report_unrecorded(load: PageLoad, accounted_for: set[str]) -> None:
    """Report the congresses of a page that are neither recorded nor taken out by a person."""
    for read in load.read.congresses:
        if read.name not in accounted_for:
            report_undated(load, read.name, read.span)


def _new_congress(name: str, start: dt.date) -> Event:
    congress = Event(
        title=name,
        kind=Event.Kind.CONGRESS,
        edtf=start.isoformat(),
    )
    congress.fill_dates()
    return congress


def report_undated(load: PageLoad, title: str, span: Span) -> None:
    """Report an event whose day the page does not state."""
    message = _("No day is stated for %(event)s, so it is not recorded.")
    words = {"event": title[:200]}
    load.doubt(Rule.UNDATED_EVENT, span, message % words)


def _first_days(load: PageLoad) -> dict[str, dt.date | None]:
    """Return the first day of each congress that the page names, None where it states none."""
    starts = {one.name: one.start for one in load.read.congresses}
    for event in load.events_read():
        if event.congress:
            known = starts.get(event.congress)
            starts[event.congress] = known or event.date
    return starts


def _in_full(load: PageLoad, event: Event, name: str) -> Event:
    """Give a congress its name in full when only the short one was known and nobody has edited
    it.
    """
    if (
        is_short_name(event.title)
        and is_full_name(name)
        and is_untouched(event)
    ):
        event.title = name
        load.save_again(event)
    return event
