"""Enough of a record to name it where another refers to it, and the words that state a fact."""

from __future__ import annotations

from typing import Any, Protocol

from django.http import HttpRequest
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from people.models import Person


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


class ArticleReferenceSerializer(serializers.Serializer):
    """Enough of an article to name it and to go there."""

    id = serializers.IntegerField(source="pk")
    url = serializers.HyperlinkedIdentityField("api-article-detail")
    html_url = PublicAddressField()
    title = serializers.CharField()
    newspaper = serializers.SlugField(source="page.issue.newspaper.slug")
    date = serializers.DateField(source="page.issue.date")
    page = serializers.CharField(source="page.label")


class WordsSerializer(serializers.Serializer):
    """Exact words of one part of an article (W3C TextQuoteSelector, TextPositionSelector).

    `start` and `end` count characters from 0, half open, in the part as corrected.
    """

    part = serializers.CharField()
    photo = serializers.IntegerField(source="photo_id", allow_null=True)
    exact = serializers.CharField()
    prefix = serializers.CharField()
    suffix = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    html_url = PublicAddressField()


class CitedWordsSerializer(WordsSerializer):
    """Exact words and the article they stand in."""

    article = ArticleReferenceSerializer()


class PersonReferenceSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField("api-person-detail")
    html_url = PublicAddressField()

    class Meta:
        model = Person
        fields = ["id", "url", "html_url", "name"]


class EventReferenceSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="pk")
    url = serializers.HyperlinkedIdentityField("api-event-detail")
    html_url = PublicAddressField()
    title = serializers.CharField()
    edtf = serializers.CharField()
