"""The address of a record that was merged into another."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect


class FormerAddress:
    """Lead from a former address (``pk``) to the record that stays, for good, while that one is
    public.
    """

    former: QuerySet

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            stays = (
                self.former.published()
                .filter(merged__former=kwargs["pk"])
                .first()
            )
            if stays is None:
                raise
            return redirect(stays, permanent=True)
