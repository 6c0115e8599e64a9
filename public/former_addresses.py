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
    """

    former: Any

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            published = self.former.published()
            stays = published.filter(merged__former=kwargs["pk"]).first()
            if stays is None:
                raise
            return redirect(stays, permanent=True)
