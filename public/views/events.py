"""The home page, the timeline of a congress and the page of an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import DetailView, TemplateView

from articles.models import Newspaper, Publication, PublicPhoto
from events.models import Event, PublicEvent, Statement
from people.models import PublicPerson
from public.former_addresses import FormerAddress
from public.paging import rows_of
from public.timeline import days_of, photos_by_event


class HomeView(TemplateView):
    template_name = "events/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        current = Publication.objects.current().listed()
        articles = rows_of(current.newest_first(), 0, 10)
        photos = PublicPhoto.objects.listed().newest_first()
        congresses = PublicEvent.objects.congresses()
        newspapers = Newspaper.objects.published().order_by("name")
        return super().get_context_data(
            congresses=congresses.order_by("-sort_key", "-pk")[:6],
            articles=articles,
            photos=rows_of(photos, 0, 6),
            people=self.people_named_in(articles)[:36],
            newspapers=newspapers[:12],
            **kwargs,
        )

    def people_named_in(
        self, articles: Iterable[Publication]
    ) -> QuerySet[PublicPerson]:
        """Return the people whom these articles name, by pinyin."""
        named = Statement.objects.filter(
            publication__in=articles, field=Statement.MENTION
        )
        people = PublicPerson.objects.filter(pk__in=named.values("subject"))
        return people.by_name()


class RobotsView(TemplateView):
    """Tell crawlers where the sitemap is and what to leave alone."""

    template_name = "robots.txt"
    content_type = "text/plain; charset=utf-8"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            sitemap=self.request.build_absolute_uri(reverse("sitemap")),
            **kwargs,
        )


class TimelineView(FormerAddress, DetailView):
    """A congress by day and half-day, with the events that are part of it."""

    former = Event.objects.all()

    template_name = "events/timeline.html"

    def get_queryset(self) -> QuerySet[Event]:
        return Event.objects.published().congresses().with_facts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        congress = self.object
        events = list(
            Event.objects.published().within(congress).with_facts().in_time()
        )
        # The congress comes last: a photo that could as well be of one of its parts stands there.
        photos = photos_by_event([*events, congress])
        return super().get_context_data(
            days=days_of(events, photos), photos=photos[congress.pk], **kwargs
        )


class EventView(FormerAddress, DetailView):
    """An event with its facts and its parts; a congress has its timeline for that, and one
    address.
    """

    former = Event.objects.all()

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        self.object = self.get_object()
        if self.object.kind == Event.Kind.CONGRESS:
            return redirect(self.object, permanent=True)
        return self.render_to_response(
            self.get_context_data(object=self.object)
        )

    def get_queryset(self) -> QuerySet[Event]:
        return Event.objects.published().select_related("parent").with_facts()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        event = self.object
        published = Event.objects.published()
        return super().get_context_data(
            parent=published.filter(pk=event.parent_id).first(),
            children=published.filter(parent=event).in_time(),
            photos=photos_by_event([event])[event.pk],
            **kwargs,
        )
