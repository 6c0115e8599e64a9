"""Cursor pages: each page begins behind the last record of the one before, wherever it is in a
million.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import reduce
from typing import Any

from django.core.signing import BadSignature, Signer
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.nearest import with_nearest

PAGE_SIZE = 20
LARGEST_PAGE = 100
SIGNER = Signer(salt="api.keyset/2")


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
            raise ValidationError(
                {
                    "cursor": [
                        _(
                            "Not a cursor of this API; follow “next” and “previous”."
                        )
                    ]
                }
            ) from error
        if cursor.path != path:
            raise ValidationError(
                {"cursor": [_("This cursor belongs to another list.")]}
            )
        if cursor.ordering != ordering:
            raise ValidationError(
                {"cursor": [_("This cursor belongs to another ordering.")]}
            )
        return cursor

    def __str__(self) -> str:
        return SIGNER.sign_object(asdict(self))


class KeysetPagination(BasePagination):
    """Pages over a view's ``orderings``: from the name in the address to the fields sorted by, the
    last one unique.

    The first ordering is the default. Fields must not be null, a null has no place among values.
    """

    parameters = ("ordering", "cursor", "page_size")

    def paginate_queryset(
        self, queryset: QuerySet, request: Request, view: APIView
    ) -> list[Model]:
        self.request = request
        name = ordering_of(request, view)
        fields = view.orderings[name]
        text = request.query_params.get("cursor")
        cursor = (
            Cursor.read(text, request.path, name) if text is not None else None
        )
        backwards = cursor is not None and cursor.backwards
        order = [_reversed(field) for field in fields] if backwards else fields
        rows = queryset.order_by(*order)
        rows = rows.filter(_behind(order, cursor.values)) if cursor else rows
        size = page_size_of(request)
        found = list(rows[: size + 1])
        page = found[:size]
        more = len(found) > size
        self.page = page[::-1] if backwards else page
        if self.page and (more or backwards):
            self.next = self._link(name, fields, -1)
        else:
            self.next = None
        if self.page and (more if backwards else cursor):
            self.previous = self._link(name, fields, 0)
        else:
            self.previous = None
        return self.page

    def get_paginated_response(self, data: list) -> Response:
        return Response(
            {"next": self.next, "previous": self.previous, "results": data}
        )

    def get_paginated_response_schema(self, schema: dict) -> dict:
        link = {"type": "string", "format": "uri", "nullable": True}
        properties = {"next": link, "previous": link, "results": schema}
        return {
            "type": "object",
            "required": list(properties),
            "properties": properties,
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict]:
        size = {
            "type": "integer",
            "minimum": 1,
            "maximum": LARGEST_PAGE,
            "default": PAGE_SIZE,
        }
        names = {
            "type": "string",
            "enum": list(view.orderings),
            "default": next(iter(view.orderings)),
        }
        shapes = zip(
            self.parameters, (names, {"type": "string"}, size), strict=True
        )
        return [
            {"name": name, "in": "query", "required": False, "schema": schema}
            for name, schema in shapes
        ]

    def _link(self, name: str, fields: Sequence[str], at: int) -> str:
        values = [_value(self.page[at], field) for field in fields]
        cursor = Cursor(self.request.path, name, values, backwards=at == 0)
        parameters = self.request.query_params.copy()
        parameters["cursor"] = str(cursor)
        return f"{self.request.build_absolute_uri(self.request.path)}?{parameters.urlencode()}"


def ordering_of(request: Request, view: APIView) -> str:
    """Return the name of the ordering asked for; refuse a name the view does not have."""
    name = request.query_params.get("ordering", next(iter(view.orderings)))
    if name not in view.orderings:
        raise ValidationError(
            {
                "ordering": [
                    with_nearest(
                        _("Unknown ordering “%s”.") % name, name, view.orderings
                    )
                ]
            }
        )
    return name


def page_size_of(request: Request) -> int:
    """Return how many records a page holds; refuse what is no number from 1 to ``LARGEST_PAGE``."""
    text = request.query_params.get("page_size", str(PAGE_SIZE))
    is_number = (
        text.isascii()
        and text.isdecimal()
        and len(text) <= len(str(LARGEST_PAGE))
    )
    if not is_number or not 1 <= int(text) <= LARGEST_PAGE:
        raise ValidationError(
            {"page_size": [_("Give a number from 1 to %d.") % LARGEST_PAGE]}
        )
    return int(text)


def _reversed(field: str) -> str:
    return field.removeprefix("-") if field.startswith("-") else f"-{field}"


def _behind(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Return the condition of sorting behind these values: (a > x) or (a = x and ((b > y) or
    …)).
    """
    conditions = [
        (
            field.removeprefix("-"),
            "lt" if field.startswith("-") else "gt",
            value,
        )
        for field, value in zip(order, values, strict=True)
    ]
    return reduce(
        lambda rest, one: (
            Q((f"{one[0]}__{one[1]}", one[2])) | (Q((one[0], one[2])) & rest)
        ),
        reversed(conditions),
        Q(pk__in=[]),
    )


def _value(record: Model, field: str) -> Any:
    """Return the value of a field, reached over relations, as JSON holds it exactly."""
    value = reduce(getattr, field.removeprefix("-").split("__"), record)
    return value.isoformat() if isinstance(value, dt.date) else value
