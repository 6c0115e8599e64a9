"""Calendars of a congress and of a person, and the timeline of a congress."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from events.models import PublicEvent, Statement
from people.models import MergedPerson, PublicPerson
from public.downloads.annals.told_entries import ToldEntry, told_entries
from public.downloads.attachment import attachment
from public.downloads.calendars import MEDIA_TYPE, calendar_bytes
from public.downloads.timeline_js import timeline_json
from public.missing.former_addresses import FormerAddress
from public.views.congresses import OfCongress

# Programs read a calendar and a timeline whole.
MOST_ENTRIES = 2000


class CongressEntries(OfCongress):
    """What both files of a congress hold: its events, so many at most."""

    @property
    def entries(self) -> Iterator[ToldEntry]:
        congress = self.congress
        return told_entries(
            PublicEvent.objects.within(congress.pk),
            self.request.build_absolute_uri,
            whole=congress,
            most=MOST_ENTRIES,
        )


class CongressCalendar(CongressEntries):
    """The events of a congress of which the day is known."""

    # A file is no rendered page.
    def get(  # type: ignore[override]
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        congress = self.congress
        return calendar_file(
            congress.title, self.entries, request, f"{congress.word}.ics"
        )


class CongressTimeline(CongressEntries):
    """The events of a congress for TimelineJS."""

    # A file is no rendered page.
    def get(  # type: ignore[override]
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        text = timeline_json(self.congress.title, self.entries)
        return attachment(text, "application/json", "timeline.json")


class PersonCalendar(FormerAddress):
    """The events in which a person took part, so many of the newest at most."""

    merged = MergedPerson
    public = PublicPerson

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        person = get_object_or_404(PublicPerson, pk=kwargs["pk"])
        appearing = Statement.objects.appearing(person.pk)
        newest = appearing.newest_first().values_list("subject", flat=True)
        keys = set(newest[:MOST_ENTRIES])
        events = PublicEvent.objects.filter(pk__in=keys)
        entries = told_entries(events, request.build_absolute_uri)
        form = _("Events with %(person)s")
        title = form % {"person": person.name}
        return calendar_file(title, entries, request, f"person-{person.pk}.ics")


def calendar_file(
    title: str, entries: Iterator[ToldEntry], request: HttpRequest, name: str
) -> HttpResponseBase:
    """Return a calendar as a file."""
    calendar = calendar_bytes(title, list(entries), request.get_host())
    return attachment(calendar, MEDIA_TYPE, name)
