"""The address of a record that was merged into another."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views import View


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
