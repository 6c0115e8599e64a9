"""The index of congresses, and the page of one: plan, figures, chronicle."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.generic import ListView, TemplateView

from events.address_words import congress_called
from events.chinese_numbers import speaks_chinese
from events.models import MergedEvent, PublicEvent
from public.congress.asked import Asked, UnknownValueError
from public.congress.figures import congress_rows, figures_of
from public.congress.frame import views_of, with_days
from public.congress.overview import Overview, Size
from public.paging import UncountedPaginator

CONGRESSES_A_PAGE = 30
DAYS_A_PAGE = 31


class CongressList(ListView):
    """All congresses with what they decided, the newest first."""

    template_name = "congresses/congress_list.html"
    paginate_by = CONGRESSES_A_PAGE
    paginator_class = UncountedPaginator
    extra_context = {"section": "congresses"}

    def get_queryset(self) -> QuerySet[Any]:
        congresses = PublicEvent.objects.congresses()
        dated = with_days(congresses)
        return dated.order_by("-sort_key", "-pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        congresses = context["page_obj"].object_list
        return context | {"rows": congress_rows(congresses)}


class OfCongress(TemplateView):
    """A page of the congress that ``word`` names.

    A word given before leads to what is there now: to the congress it was merged into, or to the
    event that it is today."""

    extra_context = {"section": "congresses"}

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if self.congress is None:
            return self._former()
        try:
            return super().dispatch(request, *args, **kwargs)
        except UnknownValueError as unknown:
            return self._unknown(unknown)

    @cached_property
    def congress(self) -> Any:
        congresses = PublicEvent.objects.congresses()
        called = congresses.filter(word=self.kwargs["word"])
        return with_days(called).first()

    def _former(self) -> HttpResponse:
        key = congress_called(self.kwargs["word"])
        if key is None:
            raise Http404
        merged = MergedEvent.objects.filter(former=key)
        keys = [key, *merged.values_list("stays", flat=True)]
        stays = PublicEvent.objects.filter(pk__in=keys).first()
        if stays is None:
            raise Http404
        return redirect(stays, permanent=True)

    def _unknown(self, unknown: UnknownValueError) -> HttpResponse:
        """Answer a filter's unknown value with those that there are."""
        overview = Overview(self.congress, Asked())
        known = [each for each in overview.facets() if each.key == unknown.key]
        context = {"unknown": unknown, "facets": known}
        return render(
            self.request,
            "congresses/unknown_value.html",
            self.get_frame() | context,
            status=404,
        )

    def get_frame(self) -> dict[str, Any]:
        """Return what the head of each of these pages shows."""
        match = self.request.resolver_match
        return {
            **self.extra_context,
            "congress": self.congress,
            "is_chinese": speaks_chinese(),
            "span": self.congress.span,
            "views": views_of(self.congress),
            "view_name": match.url_name if match else "",
            "home_address": reverse("congress", args=[self.congress.word]),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**self.get_frame(), **kwargs)


class CongressOverview(OfCongress):
    """What a congress was at one glance, and its chronicle.

    Small, it is the chronicle alone; large, the plan has numbers and the chronicle the foremost
    events of each day. The cut-offs are settings."""

    template_name = "congresses/congress.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = Asked.of(self.request.GET.dict())
        overview = Overview(self.congress, asked)
        overview.check()
        context = {"asked": asked, "overview": overview}
        if overview.size == Size.LARGE:
            page = self._days_page(overview)
            context |= {"page_obj": page} | overview.counted(page.object_list)
        else:
            context |= overview.planned()
        figures = figures_of([self.congress.pk])[self.congress.pk]
        return super().get_context_data(**context, figures=figures, **kwargs)

    def _days_page(self, overview: Overview) -> Any:
        pages = Paginator(overview.days_asked_for, DAYS_A_PAGE)
        try:
            return pages.page(self.request.GET.get("page", 1))
        except InvalidPage as error:
            raise Http404 from error
