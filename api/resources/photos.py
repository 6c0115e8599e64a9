"""Photos in the API."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.filters import FormerKeyFilter, PrintedFilterSet, by_date
from api.record_views import RecordViewSet
from api.references import (
    ArticleReferenceSerializer,
    PersonReferenceSerializer,
    PublicAddressField,
    record_address,
)
from articles.models import Publication, PublicPhoto
from articles.renditions import WIDTHS, Rendition, rendition
from events.models import Statement
from events.photo_credits import credited_names
from people.models import PublicPerson


class RenditionSerializer(serializers.Serializer):
    """A WebP file; width and height in pixels, never larger than what was delivered."""

    url = serializers.URLField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()


class RenditionsSerializer(serializers.Serializer):
    """A picture in the sizes that the site shows."""

    card = RenditionSerializer(
        help_text=f"At most {WIDTHS['card']} pixels wide."
    )
    article = RenditionSerializer(
        help_text=f"At most {WIDTHS['article']} pixels wide."
    )
    full = RenditionSerializer(
        help_text=f"At most {WIDTHS['full']} pixels wide."
    )


class PhotographerSerializer(serializers.Serializer):
    """A name in the credit; the person where the publication states who that is."""

    name = serializers.CharField()
    person = PersonReferenceSerializer(allow_null=True)


class PhotoSerializer(serializers.ModelSerializer):
    id = serializers.IntegerField(source="pk")
    url = record_address("api-photo-detail")
    html_url = PublicAddressField()
    image = serializers.SerializerMethodField()
    creators = serializers.ListField(
        child=serializers.CharField(), source="creator_names"
    )

    class Meta:
        model = PublicPhoto
        fields = ["id", "url", "html_url", "image", "caption", "creators"]

    @extend_schema_field(
        RenditionsSerializer(
            allow_null=True,
            help_text="Null without a picture that can be shown.",
        )
    )
    def get_image(self, photo: PublicPhoto) -> dict[str, Any] | None:
        shown = {}
        for name in WIDTHS:
            picture = rendition(photo.image, name)
            if picture is None:
                return None
            shown[name] = self._described(picture)
        return shown

    def _described(self, picture: Rendition) -> dict[str, Any]:
        address = self.context["request"].build_absolute_uri(picture.url)
        return {
            "url": address,
            "width": picture.width,
            "height": picture.height,
        }


class PhotoDetailSerializer(PhotoSerializer):
    original = serializers.SerializerMethodField()
    article = ArticleReferenceSerializer(source="publication")
    printed_caption = serializers.CharField(source="read_caption")
    photographers = serializers.SerializerMethodField()

    class Meta:
        model = PublicPhoto
        fields = [
            *PhotoSerializer.Meta.fields,
            "original",
            "article",
            "printed_caption",
            "photographers",
            "creator_job_title",
            "credit_line",
            "source",
            "date_created",
            "copyright_notice",
            "alt_text",
        ]

    @extend_schema_field(PhotographerSerializer(many=True))
    def get_photographers(self, photo: PublicPhoto) -> list[dict[str, Any]]:
        named = credited_names(photo)
        shown: Any = PhotographerSerializer(
            named, many=True, context=self.context
        )
        return shown.data

    @extend_schema_field(
        serializers.URLField(
            allow_null=True,
            help_text="The delivered file, with the fields below written into it as IPTC and XMP. "
            "Null without a picture, and where the publisher offers no originals.",
        )
    )
    def get_original(self, photo: PublicPhoto) -> str | None:
        if not settings.OFFER_ORIGINALS:
            return None
        if not photo.image:
            return None
        path = reverse("photo-original", args=[photo.pk])
        return self.context["request"].build_absolute_uri(path)


@extend_schema_field(OpenApiTypes.INT)
class ArticleKeyFilter(filters.ModelChoiceFilter):
    """A published article by its id."""


class PhotoFilter(PrintedFilterSet):
    newspaper_field = "publication__newspaper"
    day_field = "day"

    article = ArticleKeyFilter(
        field_name="publication",
        queryset=Publication.objects.current().only("pk"),
        to_field_name="article__id",
    )
    photographer = FormerKeyFilter(
        queryset=PublicPerson.objects.all(), method="filter_photographer"
    )

    def filter_photographer(
        self, queryset: QuerySet[PublicPhoto], name: str, value: PublicPerson
    ) -> QuerySet[PublicPhoto]:
        taken = Statement.objects.photographing(value.pk)
        return queryset.filter(pk__in=taken.values("photo"))


class PhotoViewSet(RecordViewSet):
    """The photos of the published articles."""

    queryset = PublicPhoto.objects.all()
    detail_queryset = queryset.listed()
    serializer_class = PhotoSerializer
    detail_serializer_class = PhotoDetailSerializer
    filterset_class = PhotoFilter
    orderings = by_date("day")
