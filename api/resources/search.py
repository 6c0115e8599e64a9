"""The search in the API."""

from __future__ import annotations

from typing import Any

from django_filters import rest_framework as filters
from rest_framework import mixins, serializers, viewsets

from api.filters import FormerKeyFilter, PrintedFilterSet, by_date
from api.references import ArticleReferenceSerializer
from people.models import PublicPerson
from search.models import Entry, EntryQuerySet
from search.query import LONGEST_QUERY, results_of


class RunSerializer(serializers.Serializer):
    """Characters of a passage; `marked` ones are words of the query."""

    text = serializers.CharField()
    marked = serializers.BooleanField()


class ResultSerializer(serializers.Serializer):
    article = ArticleReferenceSerializer()
    title = RunSerializer(many=True)
    passages = serializers.ListField(child=RunSerializer(many=True))


class SearchFilter(PrintedFilterSet):
    q = filters.CharFilter(
        method="filter_q",
        required=True,
        min_length=1,
        max_length=LONGEST_QUERY,
        help_text=(
            "Words separated by spaces; all of them stand in what is found. "
            "Width, case and padding are ignored."
        ),
    )
    person = FormerKeyFilter(
        queryset=PublicPerson.objects.all(), method="filter_person"
    )

    def filter_q(
        self, queryset: EntryQuerySet, name: str, value: str
    ) -> EntryQuerySet:
        return queryset.containing(value)

    def filter_person(
        self, queryset: EntryQuerySet, name: str, value: PublicPerson
    ) -> EntryQuerySet:
        return queryset.within(person=value)


class SearchViewSet(mixins.ListModelMixin, viewsets.GenericViewSet):
    """The published articles that hold all words of a query."""

    queryset = Entry.objects.all()
    serializer_class = ResultSerializer
    filterset_class = SearchFilter
    orderings = by_date("date")

    def paginate_queryset(self, queryset: Any) -> list[Any]:
        keys = super().paginate_queryset(queryset) or []
        return results_of(keys, self.request.query_params["q"])
