"""The congress a page reports: one event under its name, whichever page or paper tells of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import Newspaper
from editorial.models import Rule
from events.models import Event, MergedEvent
from importing.storing.page_load import (
    PageLoad,
    fits,
    is_untouched,
    save_as_loaded,
)
from reader.events.congresses import Naming, namings
from reader.results import Span
from records.history import LOADED


@dataclass(frozen=True, slots=True)
class _KnownCongresses:
    """The stored congresses that a page may mean; ``own`` are the keys of those that its newspaper
    reports.
    """

    events: list[Event]
    own: set[int]

    def called(self, name: str) -> Event | None:
        """Return the congress of this name.

        A name in full means one congress everywhere. A name that leaves out the place (市第十三次党代会)
        means the one congress of that level and number among its own; two of them are no match, for
        that would be a guess."""
        candidates = self._own() if _is_short(name) else self.events
        for event in candidates:
            if name in event.titles:
                return event
        naming = _naming(name)
        alike = [
            one for one in self._own() if _alike(naming, _naming(one.title))
        ]
        if len(alike) == 1:
            return alike[0]
        return None

    def _own(self) -> list[Event]:
        return [event for event in self.events if event.pk in self.own]


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
    loaded = Event.history.filter(
        history_change_reason=LOADED,
        kind=Event.Kind.CONGRESS,
        title__in=list(names),
    )
    return dict(loaded.order_by("pk").values_list("title", "id"))


def congress_records(load: PageLoad) -> dict[str, Event]:
    """Return the congress events of a page by the name the page gives them; those not known yet are
    created.

    A congress without a first day begins with the first of its events on the page; without one it
    is reported. One that a person renamed is still the one this page named; one that a person took
    out stays out."""
    starts = _first_days(load)
    if not starts:
        return {}
    known = _known_congresses(load.newspaper, starts)
    earlier = _EarlierNames.of(load, starts)
    found = {}
    new = {}
    for name, start in starts.items():
        if event := known.called(name) or earlier.meant(name):
            found[name] = _in_full(event, name)
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


def _known_congresses(
    newspaper: Newspaper, names: Iterable[str]
) -> _KnownCongresses:
    """Return the congresses of these names, former ones too, and the newspaper's own."""
    congresses = Event.objects.congresses()
    own = told_by(newspaper, congresses)
    former = MergedEvent.objects.filter(name__in=names).order_by()
    called = congresses.filter(
        Q(title__in=names) | Q(pk__in=own) | Q(pk__in=former.values("stays"))
    )
    return _KnownCongresses(list(called.prefetch_related("merged")), own)


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


def told_by(newspaper: Newspaper, events: QuerySet[Event]) -> set[int]:
    """Return the keys of those events that a page of this newspaper states."""
    # The paper is compared here: asked for one paper's events, PostgreSQL reads all words that
    # paper ever printed.
    words = Event.evidence.through.objects.filter(
        event__in=events.order_by().values("pk")
    )
    papers = words.values_list(
        "event_id", "evidence__article__page__issue__newspaper_id"
    ).distinct()
    return {event for event, paper in papers if paper == newspaper.pk}


def _first_days(load: PageLoad) -> dict[str, dt.date | None]:
    """Return the first day of each congress that the page names, None where it states none."""
    starts = {one.name: one.start for one in load.read.congresses}
    for event in load.events_read():
        if event.congress:
            known = starts.get(event.congress)
            starts[event.congress] = known or event.date
    return starts


def _in_full(event: Event, name: str) -> Event:
    """Give a congress its name in full when only the short one was known and nobody has edited
    it.
    """
    if _is_short(event.title) and _is_full(name) and is_untouched(event):
        event.title = name
        save_as_loaded(event)
    return event


def _is_short(name: str) -> bool:
    naming = _naming(name)
    return naming is not None and bool(naming.short)


def _is_full(name: str) -> bool:
    naming = _naming(name)
    return naming is not None and not naming.short


def _alike(one: Naming | None, other: Naming | None) -> bool:
    """Tell whether two names may mean one congress."""
    if one is None or other is None:
        return False
    if one.key == other.key:
        return True
    return _stands_for(one, other) or _stands_for(other, one)


def _stands_for(short: Naming, other: Naming) -> bool:
    return bool(short.short) and short.may_be(other.key)


def _naming(name: str) -> Naming | None:
    """Return what a congress's name says of its kind, place and number."""
    return next(iter(namings(name)), None)
