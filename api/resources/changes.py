"""The log of changes in the API: what became visible, different, merged or gone, in order."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import mixins, serializers, viewsets
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from api.parameters import number_asked
from articles.models import Newspaper
from editorial.change_log import last_number, since
from editorial.models import Change, RecordKind

USUAL = 100
MOST = 1000


class ChangeSerializer(serializers.ModelSerializer):
    """One line of the log; `kind` and `id` name the record.

    `into` is the id of the record that a merged one became. `url` is where the record is, or
    answers that it is gone; null for a newspaper that is not public any more.
    """

    id = serializers.IntegerField(source="key")
    url = serializers.SerializerMethodField()

    class Meta:
        model = Change
        fields = [
            "number",
            "kind",
            "id",
            "url",
            "happened",
            "into",
            "digest",
            "at",
        ]

    @extend_schema_field(OpenApiTypes.URI)
    def get_url(self, change: Change) -> str | None:
        key: Any = change.key
        if change.kind == RecordKind.NEWSPAPER:
            key = self.context["slugs"].get(key)
        if key is None:
            return None
        name = f"api-{change.kind}-detail"
        return reverse(name, [key], request=self.context["request"])


class LogPagination(BasePagination):
    """The changes behind a number, in their order."""

    parameters = ("after", "limit")

    def paginate_queryset(
        self, queryset: QuerySet, request: Request, view: APIView | None = None
    ) -> list[Any]:
        """Return the changes asked for; refuse a number that the log has not reached."""
        self.request = request
        self.last = last_number()
        after = number_asked(request, "after", 0, range(self.last + 1))
        self.limit = number_asked(request, "limit", USUAL, range(1, MOST + 1))
        self.page = since(after, self.limit)
        if self.page:
            self.last = max(self.last, self.page[-1].number)
        return self.page

    def get_paginated_response(self, data: list) -> Response:
        return Response(
            {"last": self.last, "next": self._next(), "results": data}
        )

    def _next(self) -> str | None:
        """Return where the log goes on, None at its end."""
        if not self.page or self.page[-1].number == self.last:
            return None
        parameters = self.request.query_params.copy()
        parameters["after"] = str(self.page[-1].number)
        address = self.request.build_absolute_uri(self.request.path)
        return f"{address}?{parameters.urlencode()}"

    def get_paginated_response_schema(self, schema: dict) -> dict:
        link = {"type": "string", "format": "uri", "nullable": True}
        last = {
            "type": "integer",
            "description": "The number of the last change there is.",
        }
        properties = {"last": last, "next": link, "results": schema}
        return {
            "type": "object",
            "required": list(properties),
            "properties": properties,
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict]:
        after = {"type": "integer", "minimum": 0, "default": 0}
        limit = {
            "type": "integer",
            "minimum": 1,
            "maximum": MOST,
            "default": USUAL,
        }
        schemas = (after, limit)
        return [
            {"name": name, "in": "query", "required": False, "schema": schema}
            for name, schema in zip(self.parameters, schemas, strict=True)
        ]


class ChangeViewSet(mixins.ListModelMixin, viewsets.GenericViewSet):
    """What readers see become visible, different, merged or gone, in the order it happened.

    Go on with `after` = the last `number` you have, and you miss nothing. Numbers follow each other
    without a gap, and the log is never cut. To begin, keep `last`, read the lists, then follow from
    there. A number beyond `last` is refused: the archive was restored from an older copy, begin
    again.
    """

    queryset = Change.objects.all()
    serializer_class = ChangeSerializer
    pagination_class = LogPagination

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        changes = self.paginate_queryset(self.filter_queryset(self.queryset))
        context = {**self.get_serializer_context(), "slugs": _slugs(changes)}
        shown = ChangeSerializer(changes, many=True, context=context)
        return self.get_paginated_response(shown.data)


def _slugs(changes: Any) -> dict[int, str]:
    """Return, by key, where the newspapers among these changes are found."""
    keys = {
        change.key for change in changes if change.kind == RecordKind.NEWSPAPER
    }
    found = Newspaper.objects.published().filter(pk__in=keys)
    return dict(found.values_list("pk", "slug"))
