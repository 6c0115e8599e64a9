"""Articles and photos in the API."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import (
    extend_schema,
    extend_schema_field,
    extend_schema_view,
)
from rest_framework import serializers

from api.filters import (
    FormerKeyFilter,
    KeyFilter,
    LabelFilter,
    PrintedFilterSet,
    by_date,
)
from api.gone_records import WITHDRAWN, MayBeWithdrawn
from api.record_views import RecordViewSet
from api.references import (
    ArticleReferenceSerializer,
    PersonReferenceSerializer,
    PublicAddressField,
    WordsSerializer,
)
from articles.citation import citation
from articles.models import Article, Byline, Mention, Photo
from articles.renditions import WIDTHS, Rendition, rendition
from people.models import Person


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


class PhotoSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField("api-photo-detail")
    html_url = PublicAddressField()
    image = serializers.SerializerMethodField()
    creators = serializers.ListField(
        child=serializers.CharField(), source="creator_names"
    )

    class Meta:
        model = Photo
        fields = ["id", "url", "html_url", "image", "caption", "creators"]

    @extend_schema_field(
        RenditionsSerializer(
            allow_null=True,
            help_text="Null without a picture that can be shown.",
        )
    )
    def get_image(self, photo: Photo) -> dict[str, Any] | None:
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
    article = ArticleReferenceSerializer()
    printed_caption = serializers.CharField(source="read_caption")

    class Meta:
        model = Photo
        fields = [
            *PhotoSerializer.Meta.fields,
            "article",
            "printed_caption",
            "creator_job_title",
            "credit_line",
            "source",
            "date_created",
            "copyright_notice",
            "alt_text",
        ]


class PhotoFilter(PrintedFilterSet):
    printed = "article__"
    day = "day"

    article = KeyFilter(queryset=Article.objects.published())


class PhotoViewSet(RecordViewSet):
    """The photos of published articles."""

    queryset = detail_queryset = Photo.objects.published().listed()
    serializer_class = PhotoSerializer
    detail_serializer_class = PhotoDetailSerializer
    filterset_class = PhotoFilter
    orderings = by_date("article__day")


class ArticleSerializer(
    ArticleReferenceSerializer, serializers.ModelSerializer
):
    class Meta:
        model = Article
        fields = [
            *ArticleReferenceSerializer().fields,
            "position",
            "kicker",
            "headline",
            "subtitle",
            "published_at",
        ]


class BylineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Byline
        fields = ["name", "role"]


class TextSerializer(serializers.Serializer):
    """The text of an article; the paragraphs of the body are separated by a newline."""

    kicker = serializers.CharField()
    headline = serializers.CharField()
    subtitle = serializers.CharField()
    body = serializers.CharField()


class PrintedTextSerializer(TextSerializer):
    """The text as the machine read it from the page, before any correction."""

    kicker = serializers.CharField(source="read_kicker")
    headline = serializers.CharField(source="read_headline")
    subtitle = serializers.CharField(source="read_subtitle")
    body = serializers.CharField(source="read_body")


class DatelineSerializer(serializers.Serializer):
    # The dateline's source, not that of the field, which DRF keeps on instances.
    source = serializers.CharField(source="dateline_source")  # type: ignore[assignment]
    place = serializers.CharField(source="dateline_place")
    date = serializers.DateField(source="dateline_date", allow_null=True)


class MentionSerializer(WordsSerializer):
    name = serializers.CharField()
    person = PersonReferenceSerializer(allow_null=True)


class ArticleDetailSerializer(ArticleSerializer):
    corrected = TextSerializer(source="*", help_text=_("The text readers see."))
    printed = PrintedTextSerializer(source="*")
    is_corrected = serializers.BooleanField()
    bylines = BylineSerializer(many=True)
    dateline = DatelineSerializer(source="*")
    photos = PhotoSerializer(many=True)
    mentions = MentionSerializer(many=True, source="public_mentions")
    keywords = serializers.ListField(child=serializers.CharField())
    continuation = serializers.SerializerMethodField()
    beginning = serializers.SerializerMethodField()
    citation = serializers.SerializerMethodField()

    class Meta:
        model = Article
        fields = [
            *ArticleSerializer.Meta.fields,
            "corrected",
            "printed",
            "is_corrected",
            "version",
            "modified_at",
            "bylines",
            "dateline",
            "photos",
            "mentions",
            "keywords",
            "continues_on",
            "continuation",
            "continued_from",
            "beginning",
            "citation",
        ]

    def get_continuation(self, article: Article) -> str | None:
        return self._address(article.continuation)

    def get_beginning(self, article: Article) -> str | None:
        return self._address(getattr(article, "beginning", None))

    def get_citation(self, article: Article) -> str:
        address = self.fields["html_url"].to_representation(article)
        return f"{citation(article)} {address}"

    def _address(self, half: Article | None) -> str | None:
        if half is None or not half.is_published:
            return None
        return self.fields["url"].to_representation(half)


class ArticleFilter(PrintedFilterSet):
    day = "day"

    page = LabelFilter(field_name="page__label")
    person = FormerKeyFilter(
        queryset=Person.objects.published(), method="filter_person"
    )

    def filter_person(
        self, queryset: QuerySet[Article], name: str, value: Person
    ) -> QuerySet[Article]:
        mentions = Mention.objects.published().filter(person=value)
        return queryset.filter(pk__in=mentions.values("article"))


@extend_schema_view(
    retrieve=extend_schema(
        responses={200: ArticleDetailSerializer, 410: WITHDRAWN}
    )
)
class ArticleViewSet(MayBeWithdrawn):
    """The published articles."""

    queryset = Article.objects.published().listed()
    detail_queryset = (
        Article.objects.published()
        .with_halves()
        .defer("page__text", "page__blocks")
        .prefetch_related(
            Prefetch(
                "mentions",
                Mention.objects.published()
                .with_article()
                .select_related("person")
                .in_order(),
                to_attr="public_mentions",
            )
        )
    )
    serializer_class = ArticleSerializer
    detail_serializer_class = ArticleDetailSerializer
    filterset_class = ArticleFilter
    orderings = by_date("day") | {
        "-published_at": ("-published_at", "-pk"),
        "published_at": ("published_at", "pk"),
    }
