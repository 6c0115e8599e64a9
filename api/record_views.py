"""How records are shown: light in lists, in full alone."""

from __future__ import annotations

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

KEY = "[0-9]+"


class RecordViewSet(viewsets.ReadOnlyModelViewSet):
    """Light records in lists, one record in full; both querysets begin at ``published()``."""

    lookup_value_regex = KEY
    queryset: QuerySet
    detail_queryset: QuerySet
    serializer_class: type[serializers.BaseSerializer]
    detail_serializer_class: type[serializers.BaseSerializer]

    def get_queryset(self) -> QuerySet:
        if self.detail:
            return self.detail_queryset.all()
        return self.queryset.all()

    def get_serializer_class(self) -> type[serializers.BaseSerializer]:
        if self.detail:
            return self.detail_serializer_class
        return self.serializer_class
