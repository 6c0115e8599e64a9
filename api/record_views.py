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

from api.parameters import MOST_DIGITS
from editorial.change_log import latest_change
from editorial.models import WhatHappened

KEY = "[0-9]+"
GONE = (WhatHappened.WITHDRAWN, WhatHappened.DELETED)


class Gone(APIException):
    """Says that a record was public and is no more, as the log of changes has it."""

    status_code = status.HTTP_410_GONE
    default_detail = _("This record is not public any more.")


class RecordViewSet(viewsets.ReadOnlyModelViewSet):
    """Light records in lists, one record in full; both querysets begin at ``published()``."""

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

    def handle_exception(self, exc: Exception) -> Response:
        """Answer; what a browser kept of it would hide the record when it is back."""
        response = super().handle_exception(exc)
        if isinstance(exc, Gone):
            patch_cache_control(response, no_store=True)
        return response

    def _is_gone(self) -> bool:
        """Tell whether the record asked for by its key was taken from readers."""
        key = self.kwargs.get("pk")
        if key is None or len(key) > MOST_DIGITS:
            return False
        kind = self.basename.removeprefix("api-")
        change = latest_change(kind, int(key))
        return change is not None and change.happened in GONE

    def get_queryset(self) -> QuerySet:
        if self.detail:
            return self.detail_queryset.all()
        return self.queryset.all()

    def get_serializer_class(self) -> type[serializers.BaseSerializer]:
        if self.detail:
            return self.detail_serializer_class
        return self.serializer_class
