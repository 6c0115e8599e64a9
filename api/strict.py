"""How the API refuses: which filters it asks, and every error as one clear message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import TooManyFieldsSent
from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _
from django_filters import FilterSet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import NotFound, ParseError, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView, exception_handler

from api.parameters import refuse_unknown, with_nearest

if TYPE_CHECKING:
    # At run time it would be asked for while it is being read.
    from rest_framework.viewsets import GenericViewSet

MOST_CHOICES = 1000
ERRORS = {
    "400": "A parameter is unknown, given twice, or has a bad value.",
    "404": "No such record is published.",
    "410": "The record was published and is not public any more.",
    "429": "Too many requests; wait as `Retry-After` says.",
}
TEXT = {"type": "string"}
ERROR_SCHEMA = {
    "type": "object",
    "description": "One clear message, and the parameter to blame if there is one.",
    "properties": {"detail": TEXT, "parameter": TEXT},
    "required": ["detail"],
}


class StrictFilterBackend(DjangoFilterBackend):
    """Filter by the view's filterset; refuse parameters it does not have, given twice, or with a
    bad value.
    """

    def filter_queryset(
        self, request: Request, queryset: QuerySet, view: GenericViewSet
    ) -> QuerySet:
        if view.detail:
            refuse_unknown(request, [])
            return queryset
        paginator: Any = view.paginator
        filterset = self.get_filterset(request, queryset, view)
        filters = [] if filterset is None else filterset.filters
        refuse_unknown(request, [*filters, *paginator.parameters])
        if filterset is None:
            return queryset
        if not filterset.is_valid():
            raise ValidationError(dict(_refusals(filterset)))
        return filterset.qs


def clear_errors(error: Exception, context: dict[str, Any]) -> Response | None:
    """Answer every error with ``detail``, one message, and ``parameter`` when one is to blame."""
    told = _in_our_words(error)
    response = exception_handler(told, context)
    if response is None:
        return None
    if isinstance(told, ValidationError) and isinstance(told.detail, dict):
        response.data = _blame(told.detail)
    return response


def _blame(refused: dict[str, Any]) -> dict[str, str]:
    """Return the first parameter refused, and why in one message."""
    parameter, messages = next(iter(refused.items()))
    return {"detail": " ".join(map(str, messages)), "parameter": parameter}


def _in_our_words(error: Exception) -> Exception:
    if isinstance(error, Http404):
        # Django's says which model matched nothing, in English.
        return NotFound()
    if isinstance(error, TooManyFieldsSent):
        return ParseError(_("There are too many parameters."))
    return error


def document_errors(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Add to the schema what every operation may answer besides its records (a hook of
    drf-spectacular).
    """
    result["components"]["schemas"]["Error"] = ERROR_SCHEMA
    error = {"schema": {"$ref": "#/components/schemas/Error"}}
    answers = {
        status: {
            "description": meaning,
            "content": {"application/json": error},
        }
        for status, meaning in ERRORS.items()
    }
    gone = answers.pop("410")
    for path, operations in result["paths"].items():
        for operation in operations.values():
            operation["responses"].update(answers)
            if path.endswith("}/"):
                operation["responses"].setdefault("410", gone)
    return result


class NotFoundView(APIView):
    """Answer an address the API does not have in the API's own way."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        raise NotFound


def _refusals(filterset: FilterSet) -> Iterator[tuple[str, list[str]]]:
    """Yield the parameters with a bad value, and what is wrong with each."""
    errors = filterset.errors.get_json_data()
    for name, found in errors.items():
        field = filterset.form.fields.get(name)
        wrong = filterset.data.get(name, "")
        messages = [error["message"] for error in found]
        message = " ".join(messages)
        yield name, [with_nearest(message, wrong, _choices(field))]


def _choices(field: forms.Field | None) -> Iterator[str]:
    """Yield what may be given where a field takes one of few words."""
    if isinstance(field, forms.ModelChoiceField):
        yield from _record_names(field)
    elif isinstance(field, forms.ChoiceField):
        yield from _listed_values(field)


def _listed_values(field: forms.ChoiceField) -> Iterator[str]:
    choices: Any = field.choices
    for value, _label in choices:
        if value:
            yield str(value)


def _record_names(field: forms.ModelChoiceField) -> Iterator[str]:
    """Yield what records are chosen by; keys that are mere numbers have no nearest."""
    column = field.to_field_name
    if not column or column.endswith("__id"):
        return
    if field.queryset is None:
        return
    names = field.queryset.values_list(column, flat=True)
    yield from names[:MOST_CHOICES]
