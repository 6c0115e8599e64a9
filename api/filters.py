"""What the lists of printed things have in common: filters by newspaper and day, and the order by
day.
"""

from __future__ import annotations

from django import forms
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field

from articles.models import Newspaper, Page
from records.days import IsoDateField, SpanForm

LONGEST_LABEL = Page._meta.get_field("label").max_length


class IsoDateFilter(filters.DateFilter):
    """A day as 2021-09-28, in every language."""

    field_class = IsoDateField


class LabelFilter(filters.CharFilter):
    """The label of a page as printed, in capital or small letters."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            lookup_expr="iexact", max_length=LONGEST_LABEL, **kwargs
        )


class SpanFilterSet(filters.FilterSet):
    """Filters of which ``date_from`` and ``date_to`` are a span of days."""

    def get_form_class(self) -> type[forms.Form]:
        form = super().get_form_class()
        return type("SpanFilterForm", (SpanForm, form), {})


@extend_schema_field(OpenApiTypes.INT)
class KeyFilter(filters.ModelChoiceFilter):
    """A published record by its id."""


class PrintedFilterSet(SpanFilterSet):
    """Filters by newspaper and day of records that have both at ``printed``, a prefix of lookups,
    the day under the name ``day``.
    """

    printed = ""
    day = "date"

    @classmethod
    def get_filters(cls) -> dict[str, filters.Filter]:
        """Put the filters by newspaper and day before those of the class itself."""
        own = super().get_filters()
        return cls._of_print() | own

    @classmethod
    def _of_print(cls) -> dict[str, filters.Filter]:
        date = f"{cls.printed}{cls.day}"
        newspaper = filters.ModelChoiceFilter(
            queryset=Newspaper.objects.published(),
            field_name=f"{cls.printed}newspaper",
            to_field_name="slug",
            help_text="The `slug`.",
        )
        return {
            "newspaper": newspaper,
            "date": IsoDateFilter(field_name=date),
            "date_from": IsoDateFilter(field_name=date, lookup_expr="gte"),
            "date_to": IsoDateFilter(field_name=date, lookup_expr="lte"),
        }


def by_date(day: str) -> dict[str, tuple[str, ...]]:
    """Return the orderings by the field that holds the day, the newest first by default."""
    newest_first = (f"-{day}", "-pk")
    oldest_first = (day, "pk")
    return {"-date": newest_first, "date": oldest_first}
