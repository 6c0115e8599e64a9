"""Organizations and their posts in the API."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet, Subquery
from django_filters import rest_framework as filters
from rest_framework import serializers

from api.record_views import RecordViewSet
from api.references import record_address
from events.public_organizations import (
    STATED,
    STATED_POSTS,
    public_organizations,
)
from people.models import Organization, Post


class PostSerializer(serializers.Serializer):
    """A post; `label` is how the newest publication calls it."""

    id = serializers.IntegerField(source="pk")
    # The post's label, not that of the field, which DRF keeps on instances.
    label = serializers.CharField(source="stated_label")  # type: ignore[assignment]
    role = serializers.CharField()
    organization = serializers.CharField(
        source="organization.name", allow_null=True, default=None
    )


class OrganizationSerializer(serializers.ModelSerializer):
    url = record_address("api-organization-detail")

    class Meta:
        model = Organization
        fields = ["id", "url", "name", "classification"]


class OrganizationDetailSerializer(OrganizationSerializer):
    posts = PostSerializer(many=True, source="stated_posts")

    class Meta:
        model = Organization
        fields = [*OrganizationSerializer.Meta.fields, "posts"]


class OrganizationFilter(filters.FilterSet):
    class Meta:
        model = Organization
        fields = ["name", "classification"]


def _with_labels(posts: QuerySet[Post]) -> QuerySet[Post]:
    """Tell of each post, as ``stated_label``, what the newest publication calls it."""
    newest: Any = STATED.newest_first().values("value__label")[:1]
    labelled = posts.annotate(stated_label=Subquery(newest))
    return labelled.select_related("organization")


class OrganizationViewSet(RecordViewSet):
    """The bodies whose posts publications state, and the publishers of the newspapers."""

    queryset = public_organizations()
    detail_queryset = queryset.prefetch_related(
        Prefetch("posts", _with_labels(STATED_POSTS), to_attr="stated_posts")
    )
    serializer_class = OrganizationSerializer
    detail_serializer_class = OrganizationDetailSerializer
    filterset_class = OrganizationFilter
    orderings = {"name": ("name",), "-name": ("-name",)}
