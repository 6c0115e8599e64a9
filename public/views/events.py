"""The page of an event."""

from __future__ import annotations

from typing import Any

from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import DetailView

from events.models import MergedEvent, PublicEvent
from events.models.public_event import PublicEventQuerySet
from events.telling import told_of
from public.missing.former_addresses import FormerAddress
from public.paging import CappedPaginator, OpenPage
from public.photo.event_photos import photos_by_event

EVENTS_A_PAGE = 60


class TimelineView(FormerAddress, DetailView):
    """The former address of a congress, by its key."""

    merged = MergedEvent
    public = PublicEvent

    queryset = PublicEvent.objects.congresses()

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        return redirect(self.get_object(), permanent=True)


class EventView(FormerAddress, DetailView):
    """An event with its facts and its parts; a congress has its timeline for that, and one
    address.
    """

    merged = MergedEvent
    public = PublicEvent

    template_name = "events/event_detail.html"
    queryset = PublicEvent.objects.all()
    context_object_name = "event"

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        self.object = self.get_object()
        if self.object.kind == PublicEvent.Kind.CONGRESS:
            return redirect(self.object, permanent=True)
        return self.render_to_response(
            self.get_context_data(object=self.object)
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event = self.object
        told = told_of([event])
        sources = {event.pk: told[event.pk].sources}
        parts = PublicEvent.objects.parts_of(event.pk)
        page = events_page(parts, self.request)
        return super().get_context_data(
            parent=PublicEvent.objects.knowing_days()
            .filter(pk=event.parent)
            .first(),
            children=events_on(page),
            told=told[event.pk],
            photos=photos_by_event([event], sources)[event.pk],
            page_obj=page,
            **kwargs,
        )


def events_page(events: PublicEventQuerySet, request: HttpRequest) -> OpenPage:
    """Return the page of these events that is asked for, in the order of time, as keys."""
    keys = events.in_time().values_list("pk", flat=True)
    pages = CappedPaginator(keys, EVENTS_A_PAGE)
    try:
        return pages.page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404 from error


def events_on(page: OpenPage) -> list[PublicEvent]:
    """Return the events whose keys a page holds."""
    events = PublicEvent.objects.filter(pk__in=page.object_list)
    return list(events.in_time())
