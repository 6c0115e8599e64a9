"""How the API answers: unknown parameters refused, errors in one clear message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

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

from api.nearest import with_nearest

MOST_CHOICES = 1000
ERRORS = {
    "400": "A parameter is unknown, given twice, or has a bad value.",
    "404": "No such record is published.",
    "429": "Too many requests; wait as `Retry-After` says.",
}


class StrictFilterBackend(DjangoFilterBackend):
    """Filter by the view's filterset; refuse parameters it does not have, given twice, or with a
    bad value.
    """

    def filter_queryset(
        self, request: Request, queryset: QuerySet, view: APIView
    ) -> QuerySet:
        filterset = (
            None if view.detail else self.get_filterset(request, queryset, view)
        )
        paging = () if view.detail else view.paginator.parameters
        refuse_unknown(
            request,
            [*(filterset.filters if filterset is not None else ()), *paging],
        )
        if filterset is None:
            return queryset
        if not filterset.is_valid():
            raise ValidationError(dict(_refusals(filterset)))
        return filterset.qs


def refuse_unknown(request: Request, known: Iterable[str]) -> None:
    """Raise a ``ValidationError`` that names the parameter which is not known, is empty, or is
    given twice.
    """
    known = list(known)
    for name, values in request.query_params.lists():
        if name not in known:
            raise ValidationError(
                {
                    name: [
                        with_nearest(
                            _("Unknown parameter “%s”.") % name, name, known
                        )
                    ]
                }
            )
        if len(values) > 1:
            raise ValidationError({name: [_("Give “%s” only once.") % name]})
        if not values[0]:
            raise ValidationError(
                {
                    name: [
                        _("“%s” is empty; leave it out or give it a value.")
                        % name
                    ]
                }
            )


def clear_errors(error: Exception, context: dict[str, Any]) -> Response | None:
    """Answer every error with ``detail``, one message, and ``parameter`` when one is to blame."""
    if isinstance(error, Http404):
        # Django's says which model matched nothing, in English.
        error = NotFound()
    elif isinstance(error, TooManyFieldsSent):
        error = ParseError(_("There are too many parameters."))
    response = exception_handler(error, context)
    if response is None:
        return None
    if isinstance(error, ValidationError) and isinstance(error.detail, dict):
        name, messages = next(iter(error.detail.items()))
        response.data = {
            "detail": " ".join(map(str, messages)),
            "parameter": name,
        }
    return response


def document_errors(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Add to the schema what every operation may answer besides its records (a hook of
    drf-spectacular).
    """
    text = {"type": "string"}
    result["components"]["schemas"]["Error"] = {
        "type": "object",
        "description": "One clear message, and the parameter to blame if there is one.",
        "properties": {"detail": text, "parameter": text},
        "required": ["detail"],
    }
    answer = {
        "content": {
            "application/json": {
                "schema": {"$ref": "#/components/schemas/Error"}
            }
        }
    }
    for operations in result["paths"].values():
        for operation in operations.values():
            for status, meaning in ERRORS.items():
                operation["responses"][status] = {
                    "description": meaning
                } | answer
    return result


class NotFoundView(APIView):
    """Answer an address the API does not have in the API's own way."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        raise NotFound


def _refusals(filterset: FilterSet) -> Iterator[tuple[str, list[str]]]:
    for name, errors in filterset.errors.get_json_data().items():
        messages = " ".join(error["message"] for error in errors)
        wrong = filterset.data.get(name, "")
        valid = list(_choices(filterset.form.fields.get(name)))
        yield name, [with_nearest(messages, wrong, valid)]


def _choices(field: forms.Field | None) -> Iterator[str]:
    """Yield what may be given where a field takes one of few words; keys that are mere numbers have
    no nearest.
    """
    if isinstance(field, forms.ModelChoiceField):
        if field.to_field_name:
            yield from field.queryset.values_list(
                field.to_field_name, flat=True
            )[:MOST_CHOICES]
    elif isinstance(field, forms.ChoiceField):
        yield from (str(value) for value, _label in field.choices if value)
