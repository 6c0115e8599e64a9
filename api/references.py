"""Enough of a record to name it where another refers to it, and the words that state a fact."""

from __future__ import annotations

from typing import Any, Protocol

from django.http import HttpRequest
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers


class Addressed(Protocol):
    """A record that has a public page."""

    def get_absolute_url(self) -> str: ...


@extend_schema_field(OpenApiTypes.URI)
class PublicAddressField(serializers.Field):
    """The full address of a record's public page."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, record: Addressed) -> str:
        request: HttpRequest = self.context["request"]
        return request.build_absolute_uri(record.get_absolute_url())


def record_address(
    view: str, key: str = "pk"
) -> serializers.HyperlinkedIdentityField:
    """Return the field with the address in the API of a record, which has its id under ``key``."""
    return serializers.HyperlinkedIdentityField(
        view, lookup_field=key, lookup_url_kwarg="id"
    )


class ArticleReferenceSerializer(serializers.Serializer):
    """Enough of a publication to name its article and to go there."""

    id = serializers.IntegerField(source="article_id")
    url = record_address("api-article-detail", "article_id")
    html_url = PublicAddressField()
    title = serializers.CharField()
    newspaper = serializers.SlugField(source="page.issue.newspaper.slug")
    date = serializers.DateField(source="day")
    edition = serializers.CharField()
    page = serializers.CharField(source="page.label")


class WordsSerializer(serializers.Serializer):
    """Exact words of one part of an article (W3C TextQuoteSelector, TextPositionSelector).

    `start` and `end` count characters from 0, half open, in the part as corrected.
    """

    part = serializers.CharField()
    photo = serializers.IntegerField(allow_null=True)
    exact = serializers.CharField()
    prefix = serializers.CharField()
    suffix = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    html_url = PublicAddressField()


class CitedWordsSerializer(WordsSerializer):
    """Exact words and the article they stand in."""

    article = ArticleReferenceSerializer(source="publication")


class PersonReferenceSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="pk")
    url = record_address("api-person-detail")
    html_url = PublicAddressField()
    name = serializers.CharField()


class EventReferenceSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="pk")
    url = record_address("api-event-detail")
    html_url = PublicAddressField()
    title = serializers.CharField()
    edtf = serializers.CharField()
