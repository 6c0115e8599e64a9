"""Newspapers, issues and pages in the API."""

from __future__ import annotations

from django.db.models import Prefetch
from rest_framework import serializers

from api.filters import (
    EditionFilter,
    LabelFilter,
    PrintedFilterSet,
    by_date,
)
from api.record_views import RecordViewSet
from api.references import (
    ArticleReferenceSerializer,
    PublicAddressField,
    record_address,
)
from articles.models import Issue, Newspaper, Page, Publication


class NewspaperSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField(
        "api-newspaper-detail", lookup_field="slug"
    )
    html_url = PublicAddressField()

    class Meta:
        model = Newspaper
        fields = ["id", "url", "html_url", "slug", "name"]


class NewspaperDetailSerializer(NewspaperSerializer):
    publisher = serializers.CharField(
        source="organization.name", allow_null=True, default=None
    )

    class Meta:
        model = Newspaper
        added = ["cn_number", "issn", "publisher"]
        fields = [*NewspaperSerializer.Meta.fields, *added]


class NewspaperViewSet(RecordViewSet):
    """The newspapers with a published article."""

    queryset = Newspaper.objects.published()
    detail_queryset = queryset.select_related("organization")
    serializer_class = NewspaperSerializer
    detail_serializer_class = NewspaperDetailSerializer
    lookup_field = "slug"
    lookup_url_kwarg = "slug"
    lookup_value_regex = "[-a-zA-Z0-9_]+"
    orderings = {"name": ("name",), "-name": ("-name",)}


class IssueSerializer(serializers.ModelSerializer):
    url = record_address("api-issue-detail")
    html_url = PublicAddressField()
    newspaper: serializers.SlugRelatedField = serializers.SlugRelatedField(
        "slug", read_only=True
    )

    class Meta:
        model = Issue
        fields = [
            "id",
            "url",
            "html_url",
            "newspaper",
            "date",
            "edition",
            "edition_name",
            "number",
        ]


class PageSerializer(serializers.ModelSerializer):
    url = record_address("api-page-detail")
    html_url = PublicAddressField()
    newspaper = serializers.SlugField(source="issue.newspaper.slug")
    date = serializers.DateField(source="issue.date")
    edition = serializers.CharField(source="issue.edition")

    class Meta:
        model = Page
        fields = [
            "id",
            "url",
            "html_url",
            "newspaper",
            "date",
            "edition",
            "label",
            "section",
        ]


class IssueDetailSerializer(IssueSerializer):
    pages = PageSerializer(many=True, source="public_pages")

    class Meta:
        model = Issue
        fields = [*IssueSerializer.Meta.fields, "pages"]


class IssueFilter(PrintedFilterSet):
    edition = EditionFilter()


class IssueViewSet(RecordViewSet):
    """The issues with a published article."""

    queryset = Issue.objects.published().select_related("newspaper")
    detail_queryset = queryset.prefetch_related(
        Prefetch(
            "pages",
            Page.objects.published()
            .listed()
            .select_related("issue__newspaper")
            .in_order(),
            to_attr="public_pages",
        )
    )
    serializer_class = IssueSerializer
    detail_serializer_class = IssueDetailSerializer
    filterset_class = IssueFilter
    orderings = by_date("date")


class PageDetailSerializer(PageSerializer):
    articles = ArticleReferenceSerializer(many=True, source="shown")

    class Meta:
        model = Page
        fields = [*PageSerializer.Meta.fields, "coverage", "sha256", "articles"]


class PageFilter(PrintedFilterSet):
    newspaper_field = "issue__newspaper"
    day_field = "day"

    edition = EditionFilter(field_name="issue__edition")
    label = LabelFilter()


class PageViewSet(RecordViewSet):
    """The pages with a published article. The text as delivered is not public: it holds what is
    still in review.
    """

    queryset = (
        Page.objects.published().listed().select_related("issue__newspaper")
    )
    detail_queryset = queryset.prefetch_related(
        Prefetch(
            "publications",
            Publication.objects.current().listed().in_order(),
            to_attr="shown",
        )
    )
    serializer_class = PageSerializer
    detail_serializer_class = PageDetailSerializer
    filterset_class = PageFilter
    orderings = by_date("day")
