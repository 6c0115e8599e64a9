"""The home page, the timeline of a congress and the page of an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import DetailView, TemplateView

from articles.models import Article, Newspaper, Photo
from events.models import Event
from people.models import Person
from public.former_addresses import FormerAddress
from public.timeline import days_of, photos_by_event


class HomeView(TemplateView):
    template_name = "events/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        articles = Article.objects.published().listed().newest_first()[:10]
        congresses = Event.objects.published().congresses()
        photos = Photo.objects.published().listed().newest_first()
        people = self.people_named_in(articles)
        newspapers = Newspaper.objects.published().order_by("name")
        return super().get_context_data(
            congresses=congresses.order_by("-sort_key")[:6],
            articles=articles,
            photos=photos[:6],
            people=people[:36],
            newspapers=newspapers[:12],
            **kwargs,
        )

    def people_named_in(self, articles: Iterable[Article]) -> QuerySet[Person]:
        """Return the people whom these articles name, by pinyin."""
        keys = [article.pk for article in articles]
        return Person.objects.named_in(keys).by_name()


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
