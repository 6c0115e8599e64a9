"""Cursor pages: each page begins behind the last record of the one before, wherever it is in a
million.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import reduce
from typing import Any, TypeVar

from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.parameters import number_asked, refusal, with_nearest

PAGE_SIZE = 20
LARGEST_PAGE = 100
SIGNER = Signer(salt="api.keyset/2")
SIZE_SCHEMA = {
    "type": "integer",
    "minimum": 1,
    "maximum": LARGEST_PAGE,
    "default": PAGE_SIZE,
}

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list between two records: behind the one with these values of the ordering's
    fields, or before.
    """

    path: str
    ordering: str
    values: list[Any]
    backwards: bool = False

    @classmethod
    def read(cls, text: str, path: str, ordering: str) -> Cursor:
        """Read a cursor of the list at this path in this ordering; refuse any that did not come
        from its links.
        """
        try:
            cursor = cls(**SIGNER.unsign_object(text))
        except BadSignature as error:
            foreign = _(
                "Not a cursor of this API; follow “next” and “previous”."
            )
            raise refusal("cursor", foreign) from error
        if cursor.path != path:
            other_list = _("This cursor belongs to another list.")
            raise refusal("cursor", other_list)
        if cursor.ordering != ordering:
            other_ordering = _("This cursor belongs to another ordering.")
            raise refusal("cursor", other_ordering)
        return cursor

    def order(self, fields: Sequence[str]) -> list[str]:
        """Return the fields to sort by so that what is behind this place comes first."""
        if not self.backwards:
            return list(fields)
        return [_reversed(field) for field in fields]

    def __str__(self) -> str:
        return SIGNER.sign_object(asdict(self))


class KeysetPagination(BasePagination):
    """Pages over a view's ``orderings``: from the name in the address to the fields sorted by, the
    last one unique.

    The first ordering is the default. Fields must not be null, a null has no place among values.
    """

    parameters = ("ordering", "cursor", "page_size")

    def paginate_queryset(
        self,
        queryset: QuerySet[Any, Row],
        request: Request,
        view: APIView | None = None,
    ) -> list[Row]:
        """Return the page asked for, and keep the links to those around it."""
        self.request = request
        self.ordering = ordering_of(request, view)
        self.fields = orderings_of(view)[self.ordering]
        cursor = self._cursor()
        size = page_size_of(request)
        rows = self._rows(queryset, cursor)
        found = list(rows[: size + 1])
        more = len(found) > size
        page = found[:size]
        if cursor is not None and cursor.backwards:
            page.reverse()
            self._keep(page, has_next=True, has_previous=more)
        else:
            self._keep(page, has_next=more, has_previous=cursor is not None)
        return page

    def get_paginated_response(self, data: list) -> Response:
        return Response(
            {"next": self.next, "previous": self.previous, "results": data}
        )

    def _cursor(self) -> Cursor | None:
        """Return the place in the list that is asked for, if any is."""
        request = self.request
        text = request.query_params.get("cursor")
        if text is None:
            return None
        return Cursor.read(text, request.path, self.ordering)

    def _rows(
        self, queryset: QuerySet[Any, Row], cursor: Cursor | None
    ) -> QuerySet[Any, Row]:
        """Return the records behind the cursor, the nearest first."""
        if cursor is None:
            return queryset.order_by(*self.fields)
        order = cursor.order(self.fields)
        behind = _behind(order, cursor.values)
        return queryset.order_by(*order).filter(behind)

    def _keep(
        self, page: Sequence[Any], *, has_next: bool, has_previous: bool
    ) -> None:
        """Keep the links to the pages around this one; an empty page leads nowhere."""
        self.next: str | None = None
        self.previous: str | None = None
        if not page:
            return
        if has_next:
            self.next = self._link(page[-1], backwards=False)
        if has_previous:
            self.previous = self._link(page[0], backwards=True)

    def _link(self, record: Model, *, backwards: bool) -> str:
        """Return the address of the page that begins at this record."""
        path = self.request.path
        values = [_value(record, field) for field in self.fields]
        cursor = Cursor(path, self.ordering, values, backwards)
        parameters = self.request.query_params.copy()
        parameters["cursor"] = str(cursor)
        query = parameters.urlencode()
        address = self.request.build_absolute_uri(path)
        return f"{address}?{query}"

    def get_paginated_response_schema(self, schema: dict) -> dict:
        link = {"type": "string", "format": "uri", "nullable": True}
        properties = {"next": link, "previous": link, "results": schema}
        return {
            "type": "object",
            "required": list(properties),
            "properties": properties,
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict]:
        names = list(orderings_of(view))
        ordering = {"type": "string", "enum": names, "default": names[0]}
        schemas = (ordering, {"type": "string"}, SIZE_SCHEMA)
        return [
            {"name": name, "in": "query", "required": False, "schema": schema}
            for name, schema in zip(self.parameters, schemas, strict=True)
        ]


def orderings_of(view: APIView | None) -> Mapping[str, Sequence[str]]:
    """Return the orderings that a view names, the default one first."""
    ordered: Any = view
    return ordered.orderings


def ordering_of(request: Request, view: APIView | None) -> str:
    """Return the name of the ordering asked for; refuse a name the view does not have."""
    orderings = orderings_of(view)
    name = request.query_params.get("ordering")
    if name is None:
        return next(iter(orderings))
    if name not in orderings:
        unknown = _("Unknown ordering “%s”.") % name
        raise refusal("ordering", with_nearest(unknown, name, orderings))
    return name


def page_size_of(request: Request) -> int:
    """Return how many records a page holds; refuse what is no number from 1 to ``LARGEST_PAGE``."""
    sizes = range(1, LARGEST_PAGE + 1)
    return number_asked(request, "page_size", PAGE_SIZE, sizes)


def _reversed(field: str) -> str:
    if field.startswith("-"):
        return field.removeprefix("-")
    return f"-{field}"


def _behind(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Return the condition of sorting behind these values: (a > x) or (a = x and ((b > y) or
    …)).
    """
    behind = Q(pk__in=[])
    places = list(zip(order, values, strict=True))
    for field, value in reversed(places):
        name = field.removeprefix("-")
        side = "lt" if field.startswith("-") else "gt"
        further = Q((f"{name}__{side}", value))
        equal = Q((name, value))
        behind = further | (equal & behind)
    return behind


def _value(record: Model, field: str) -> Any:
    """Return the value of a field, reached over relations, as JSON holds it exactly."""
    path = field.removeprefix("-").split("__")
    value = reduce(getattr, path, record)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value
