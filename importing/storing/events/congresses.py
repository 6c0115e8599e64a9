"""The congress a page reports: one event under its name, whichever page or paper tells of it."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import Newspaper
from editorial.models import Rule
from events.models import Event, MergedEvent
from importing.storing.page_load import PageLoad, fits, is_untouched
from reader.events.congresses import Naming, namings
from records.history import LOADED


def find_congresses(load: PageLoad) -> dict[str, Event]:
    """Return the congress events of a page by the name the page gives them; those not known yet are
    created.

    A congress without a first day begins with the first of its events on the page; without one it
    is reported."""
    starts = _first_days(load)
    if not starts:
        return {}
    congresses = Event.objects.congresses()
    own = told_by(load.newspaper, congresses)
    merged = (
        MergedEvent.objects.filter(name__in=starts).order_by().values("stays")
    )
    called = congresses.filter(
        Q(title__in=starts) | Q(pk__in=own) | Q(pk__in=merged)
    )
    stored = list(called.prefetch_related("merged"))
    found = {}
    new = {}
    for name, start in starts.items():
        if event := _known(name, stored, own):
            found[name] = _in_full(event, name)
        elif start and fits(Event, title=name):
            new[name] = Event(
                title=name, kind=Event.Kind.CONGRESS, edtf=start.isoformat()
            )
            new[name].fill_dates()
    load.create(new.values())
    for congress in load.read.congresses:
        if congress.name not in found | new:
            message = _(
                "No day is stated for %(event)s, so it is not recorded."
            )
            load.doubt(
                Rule.UNDATED_EVENT,
                congress.span,
                message % {"event": congress.name[:200]},
            )
    return found | new


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
    starts = {
        congress.name: congress.start for congress in load.read.congresses
    }
    for article in load.read.articles:
        for event in article.events:
            if event.congress:
                starts[event.congress] = (
                    starts.get(event.congress) or event.date
                )
    return starts


def _known(name: str, stored: list[Event], own: set[int]) -> Event | None:
    """Return the stored congress of this name; ``own`` are the keys of those that the same
    newspaper reports.

    A name in full means one congress everywhere. A name that leaves out the place (市第十三次党代会) means
    the one congress of that level and number among its own; two of them are no match, for that
    would be a guess."""
    naming = _naming(name)
    for event in stored:
        if name in event.titles and (
            event.pk in own or not (naming and naming.short)
        ):
            return event
    alike = [
        event
        for event in stored
        if event.pk in own and _alike(naming, _naming(event.title))
    ]
    return alike[0] if len(alike) == 1 else None


def _in_full(event: Event, name: str) -> Event:
    """Give a congress its name in full when only the short one was known and nobody has edited
    it.
    """
    known = _naming(event.title)
    named = _naming(name)
    if (
        known
        and known.short
        and named
        and not named.short
        and is_untouched(event)
    ):
        event.title = name
        event._change_reason = LOADED
        event.save()
    return event


def _alike(one: Naming | None, other: Naming | None) -> bool:
    if one is None or other is None:
        return False
    return (
        one.key == other.key
        or (one.short and one.may_be(other.key))
        or (other.short and other.may_be(one.key))
    )


def _naming(name: str) -> Naming | None:
    """Return what a congress's name says of its kind, place and number."""
    return next(iter(namings(name)), None)
