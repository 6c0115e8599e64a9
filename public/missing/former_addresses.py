"""The addresses of records that were merged into others, and of newspapers that were renamed."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import ResolverMatch, reverse
from django.views import View

from articles.models import Newspaper


class FormerAddress(View):
    """Lead from a former address (``pk``) to the record that stays, for good, while that one is
    public.

    ``merged`` is the model that remembers the merges, ``public`` that of the public rows."""

    merged: Any
    public: Any

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            merged = self.merged.objects.filter(former=kwargs["pk"])
            kept = merged.values("stays")
            stays = self.public.objects.filter(pk__in=kept).first()
            if stays is None:
                raise
            return redirect(stays, permanent=True)


class FormerSlugMiddleware:
    """Lead from an address below a newspaper's former one to the same place below its own, for
    good; asked for only where nothing was found.
    """

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponseBase]
    ) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.NOT_FOUND:
            return response
        address = address_since_renamed(request.resolver_match)
        if address is None:
            return response
        asked = request.META["QUERY_STRING"]
        to = f"{address}?{asked}" if asked else address
        return redirect(to, permanent=True)


def address_since_renamed(match: ResolverMatch | None) -> str | None:
    """Return the address that has taken the place of one below a newspaper's former one; None for
    all others.
    """
    keys = match.kwargs if match else {}
    if match is None or "slug" not in keys:
        return None
    had_it = Newspaper.objects.filter(former_slugs__slug=keys["slug"])
    newspaper = had_it.exclude(slug=keys["slug"]).first()
    if newspaper is None:
        return None
    kwargs = keys | {"slug": newspaper.slug}
    return reverse(match.view_name, kwargs=kwargs)
