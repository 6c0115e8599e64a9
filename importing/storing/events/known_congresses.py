"""Which stored congress a name means, whichever paper printed it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from articles.models import Newspaper
from events.models import Event, MergedEvent
from reader.events.congresses import Naming, namings

# A congress that another paper tells of is this page's only if it began so near its first day.
SAME_CONGRESS = dt.timedelta(days=14)
# So many characters at the front of two papers' names say that they are of one place.
PLACE_IN_NAME = 2


@dataclass(frozen=True, slots=True)
class KnownCongresses:
    """The stored congresses that a page of this newspaper may mean, and the names of the papers
    that report each, by its key.
    """

    newspaper: str
    events: list[Event]
    papers: dict[int, set[str]]

    def called(self, name: str) -> Event | None:
        """Return the congress of this name.

        A name in full means one congress everywhere. A name that leaves out the place (市第十三次党代会)
        means the one congress of that level and number among its own, else among those that papers
        of the same place report; two of them are no match, for that would be a guess."""
        own = self._own()
        candidates = own if is_short_name(name) else self.events
        for event in candidates:
            if name in event.titles:
                return event
        naming = _naming(name)
        if naming is None:
            return None
        found = _only_one(naming, own)
        if found is None:
            found = _only_one(naming, self._near(naming))
        return found

    def _own(self) -> list[Event]:
        return [event for event in self.events if self._is_own(event)]

    def _is_own(self, event: Event) -> bool:
        papers = self.papers[event.pk]
        return self.newspaper in papers

    def _near(self, naming: Naming) -> list[Event]:
        """Return the congresses of other papers that are of the place that a name means."""
        near = []
        for event in self.events:
            recorded = _naming(event.title)
            if recorded is None or self._is_own(event):
                continue
            papers = self.papers[event.pk]
            if self._is_of_one_place(naming, recorded, papers):
                near.append(event)
        return near

    def _is_of_one_place(
        self, here: Naming, there: Naming, papers: set[str]
    ) -> bool:
        """Tell whether a name of this page and one of other papers are of one place: of a short
        name, the papers' own names say it.
        """
        if here.short and there.short:
            beginning = self.newspaper[:PLACE_IN_NAME]
            return _any_begins(papers, beginning)
        if here.short:
            return self.newspaper.startswith(_place(there))
        if there.short:
            return _any_begins(papers, _place(here))
        return True


def _place(full: Naming) -> str:
    """Return the place of a name in full without its level: 云溪, not 云溪市."""
    return full.key.place[:-1]


def _any_begins(papers: Iterable[str], beginning: str) -> bool:
    return any(paper.startswith(beginning) for paper in papers)


def _only_one(naming: Naming, events: list[Event]) -> Event | None:
    """Return the one congress that a name may mean, None among several."""
    alike = []
    for event in events:
        recorded = _naming(event.title)
        if _alike(naming, recorded):
            alike.append(event)
    return alike[0] if len(alike) == 1 else None


def known_congresses(
    newspaper: Newspaper, starts: dict[str, dt.date | None]
) -> KnownCongresses:
    """Return the congresses of these names, former ones too, the newspaper's own, and those of
    other papers about these first days.
    """
    congresses = Event.objects.congresses()
    papers = _papers_of(congresses)
    own = _told_in(newspaper, papers)
    former = MergedEvent.objects.filter(name__in=starts).order_by()
    called = congresses.filter(
        Q(title__in=starts)
        | Q(pk__in=own)
        | Q(pk__in=former.values("stays"))
        | _about(starts.values())
    )
    events = list(called.prefetch_related("merged"))
    return KnownCongresses(newspaper.name, events, papers)


def _about(days: Iterable[dt.date | None]) -> Q:
    """Return what holds of congresses that began about one of these days."""
    about = Q(pk__in=[])
    for day in days:
        if day is not None:
            span = (day - SAME_CONGRESS, day + SAME_CONGRESS)
            about |= Q(earliest__range=span)
    return about


def told_by(newspaper: Newspaper, events: QuerySet[Event]) -> set[int]:
    """Return the keys of those events that a page of this newspaper states."""
    papers = _papers_of(events)
    return _told_in(newspaper, papers)


def _told_in(newspaper: Newspaper, papers: dict[int, set[str]]) -> set[int]:
    """Return the keys of the events that a newspaper is among the papers of."""
    return {key for key, of_key in papers.items() if newspaper.name in of_key}


def _papers_of(events: QuerySet[Event]) -> dict[int, set[str]]:
    """Return the names of the papers that state these events, by the event's key."""
    # One paper is picked out of them by the caller: asked for its events, PostgreSQL reads all
    # words that paper ever printed.
    keys = events.order_by().values("pk")
    words = Event.evidence.through.objects.filter(event__in=keys)
    stated = words.values_list(
        "event_id", "evidence__article__page__issue__newspaper__name"
    )
    papers: dict[int, set[str]] = defaultdict(set)
    for event, paper in stated.distinct():
        papers[event].add(paper)
    return papers


def is_short_name(name: str) -> bool:
    naming = _naming(name)
    return naming is not None and bool(naming.short)


def is_full_name(name: str) -> bool:
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
