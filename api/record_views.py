"""How records are shown: light in lists, in full alone."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

# No number of more digits is a key.
KEY = "[0-9]{1,18}"


class RecordViewSet(viewsets.ReadOnlyModelViewSet):
    """Light records in lists, one record in full; both querysets hold what readers see alone."""

    lookup_url_kwarg = "id"
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

    def paginate_queryset(self, queryset: Any) -> list[Any]:
        """Return the records of the page asked for; its keys were read from an index."""
        keys = super().paginate_queryset(queryset) or []
        found = self.get_queryset().in_bulk(keys)
        return [found[key] for key in keys if key in found]
