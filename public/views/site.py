"""The front page, what this site is, and what crawlers are told."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.views.generic import TemplateView

from articles.models import Newspaper
from events.models import PublicEvent
from public.congress.figures import congress_rows
from public.congress.frame import with_days
from public.issue.front_page import front_page, named_on, this_day_in

CONGRESSES_SHOWN = 4
NEWSPAPERS_SHOWN = 12


class HomeView(TemplateView):
    template_name = "home/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        congresses = with_days(PublicEvent.objects.congresses())
        newest = congresses.order_by("-sort_key", "-pk")[:CONGRESSES_SHOWN]
        return super().get_context_data(
            rows=congress_rows(list(newest)), **self.front(), **kwargs
        )

    def front(self) -> dict[str, Any]:
        """Return the newest day, and what belongs to it."""
        front = front_page()
        if front is None:
            return {}
        return {
            "front": front,
            "people": named_on(front.articles),
            "earlier": this_day_in(front.day),
        }


class AboutView(TemplateView):
    """What this is, where it comes from, how it is corrected and cited."""

    template_name = "home/about.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newspapers = Newspaper.objects.published().knowing_days()
        return super().get_context_data(
            newspapers=newspapers.order_by("name")[:NEWSPAPERS_SHOWN],
            publisher=settings.SITE_PUBLISHER,
            licence=settings.SITE_LICENCE,
            contact=settings.SITE_CONTACT,
            **kwargs,
        )


class RobotsView(TemplateView):
    """Tell crawlers where the sitemap is and what to leave alone."""

    template_name = "robots.txt"
    content_type = "text/plain; charset=utf-8"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            sitemap=self.request.build_absolute_uri(reverse("sitemap")),
            **kwargs,
        )
