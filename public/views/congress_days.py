"""A day of a congress."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404

from events.models import PublicEvent
from events.models.public_event import PublicEventQuerySet
from events.telling import told_of
from public.congress.day import DayBar, halves_of
from public.congress.entries import told_days
from public.congress.tallies import COARSE
from public.photo.event_photos import photos_by_event
from public.views.congresses import OfCongress

# A day of more events is a list of sentences, so many a page.
MOST_IN_FULL = 40
SENTENCES_A_PAGE = 60


class CongressDay(OfCongress):
    """What happened on one day: sittings side by side, or sentences where they are many."""

    template_name = "congresses/day.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = self.kwargs["date"]
        events = self._events().filter(earliest__lte=day, latest__gte=day)
        keys = list(events.in_time().values_list("pk", flat=True))
        if not keys:
            raise Http404
        bar = DayBar(sorted({day, *self._days()}), day)
        is_long = len(keys) > MOST_IN_FULL
        shown = self._sentences(keys) if is_long else self._full(keys)
        return super().get_context_data(
            day=day, bar=bar, count=len(keys), **shown, **kwargs
        )

    def _events(self) -> PublicEventQuerySet:
        """Return the events of the congress of which the day is known."""
        parts = PublicEvent.objects.within(self.congress.pk)
        return parts.exclude(precision__in=COARSE)

    def _days(self) -> list[dt.date]:
        days = self._events().order_by().values_list("earliest", flat=True)
        return list(days.distinct())

    def _full(self, keys: list[int]) -> dict[str, Any]:
        events = list(PublicEvent.objects.filter(pk__in=keys).in_time())
        told = told_of(events)
        sources = {key: each.sources for key, each in told.items()}
        photos = photos_by_event(events, sources)
        return {"halves": halves_of(events, told, photos, self.congress)}

    def _sentences(self, keys: list[int]) -> dict[str, Any]:
        pages = Paginator(keys, SENTENCES_A_PAGE)
        try:
            page = pages.page(self.request.GET.get("page", 1))
        except InvalidPage as error:
            raise Http404 from error
        shown = PublicEvent.objects.filter(pk__in=page.object_list)
        days = told_days(list(shown.in_time()), self.congress)
        return {"days": days, "page_obj": page}
