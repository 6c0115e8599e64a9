"""What the lists of printed things have in common: filters by newspaper and day, and the order by
day.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django_filters import rest_framework as filters
from django_filters.fields import ModelChoiceField
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field

from api.gone_records import staying
from articles.models import Issue, Newspaper, Page
from records.days import IsoDateField, SpanForm

ORDINARY = "ordinary"
LONGEST_EDITION = Issue._meta.get_field("edition").max_length
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


class EditionFilter(filters.CharFilter):
    """The word of an edition as addresses have it, or ``ordinary`` for what has none there."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            max_length=LONGEST_EDITION,
            help_text=f"`extra`, or `{ORDINARY}` for the ordinary edition.",
            **kwargs,
        )

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        if value != ORDINARY:
            return super().filter(qs, value)
        return qs.filter(**{str(self.field_name): ""})


class SpanFilterSet(filters.FilterSet):
    """Filters of which ``date_from`` and ``date_to`` are a span of days."""

    def get_form_class(self) -> type[forms.Form]:
        form = super().get_form_class()
        bases = (SpanForm, form)
        return type("SpanFilterForm", bases, {})


class FormerKeyField(ModelChoiceField):
    """A public record by its id, or by the id of one that was merged into it."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except ValidationError as refusal:
            stays = self._stays(value)
            if stays is None:
                raise refusal from None
            return stays

    def _stays(self, value: Any) -> Model | None:
        """Return the record that another of this key was merged into."""
        if not str(value).isdecimal():
            return None
        return staying(self.queryset, value)


@extend_schema_field(OpenApiTypes.INT)
class FormerKeyFilter(filters.ModelChoiceFilter):
    """A public record by its id; that of a merged record leads to the one that stays."""

    field_class = FormerKeyField


class PrintedFilterSet(SpanFilterSet):
    """Filters by newspaper and day of records that have them in these fields."""

    newspaper_field = "newspaper"
    day_field = "date"

    @classmethod
    def get_filters(cls) -> dict[str, filters.Filter]:
        """Put the filters by newspaper and day before those of the class itself."""
        own = super().get_filters()
        return cls._of_print() | own

    @classmethod
    def _of_print(cls) -> dict[str, filters.Filter]:
        date = cls.day_field
        newspaper = filters.ModelChoiceFilter(
            queryset=Newspaper.objects.published(),
            field_name=cls.newspaper_field,
            to_field_name="slug",
            help_text="The `slug`.",
        )
        return {
            "newspaper": newspaper,
            "date": IsoDateFilter(field_name=date),
            "date_from": IsoDateFilter(field_name=date, lookup_expr="gte"),
            "date_to": IsoDateFilter(field_name=date, lookup_expr="lte"),
        }


def by_date(day: str, key: str = "pk") -> dict[str, tuple[str, ...]]:
    """Return the orderings by the fields that hold the day and the key, the newest first by
    default.
    """
    newest_first = (f"-{day}", f"-{key}")
    oldest_first = (day, key)
    return {"-date": newest_first, "date": oldest_first}
