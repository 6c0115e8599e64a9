"""How records are shown: light in lists, in full alone."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers, status, viewsets
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import APIView

from editorial.change_log import latest_change
from editorial.models import WhatHappened

# No number of more digits is a key.
KEY = "[0-9]{1,18}"
GONE = (WhatHappened.WITHDRAWN, WhatHappened.DELETED)


class Gone(APIException):
    """Says that a record was public and is no more, as the log of changes has it."""

    status_code = status.HTTP_410_GONE
    default_detail = _("This record is not public any more.")


class GoneNotKept(APIView):
    """A view that may raise ``Gone``: what a browser kept of that would hide the record when it is
    back.
    """

    def handle_exception(self, exc: Exception) -> Response:
        response = super().handle_exception(exc)
        if isinstance(exc, Gone):
            patch_cache_control(response, no_store=True)
        return response


class RecordViewSet(GoneNotKept, viewsets.ReadOnlyModelViewSet):
    """Light records in lists, one record in full; both querysets hold what readers see alone."""

    lookup_url_kwarg = "id"
    lookup_value_regex = KEY
    queryset: QuerySet
    detail_queryset: QuerySet
    serializer_class: type[serializers.BaseSerializer]
    detail_serializer_class: type[serializers.BaseSerializer]

    def get_object(self) -> Any:
        try:
            return super().get_object()
        except Http404:
            if self._is_gone():
                raise Gone from None
            raise

    def _is_gone(self) -> bool:
        """Tell whether the record asked for by its key was taken from readers."""
        key = self.kwargs.get("id")
        if key is None:
            return False
        return self._was_taken(int(key))

    def _was_taken(self, key: int) -> bool:
        kind = self.basename.removeprefix("api-")
        change = latest_change(kind, key)
        if change is None:
            return False
        return change.happened in GONE

    def get_queryset(self) -> QuerySet:
        if self.detail:
            return self.detail_queryset.all()
        return self.queryset.all()

    def get_serializer_class(self) -> type[serializers.BaseSerializer]:
        if self.detail:
            return self.detail_serializer_class
        return self.serializer_class

    def paginate_queryset(self, queryset: Any) -> list[Any]:
        """Return the records of the page asked for; its keys were read from an index."""
        keys = super().paginate_queryset(queryset) or []
        found = self.get_queryset().in_bulk(keys)
        return [found[key] for key in keys if key in found]
