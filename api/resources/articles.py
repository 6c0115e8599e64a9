"""Articles in the API."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import (
    extend_schema,
    extend_schema_field,
    extend_schema_view,
)
from rest_framework import serializers

from api.filters import (
    EditionFilter,
    FormerKeyFilter,
    LabelFilter,
    PrintedFilterSet,
    by_date,
)
from api.gone_records import WITHDRAWN, MayBeWithdrawn
from api.references import (
    ArticleReferenceSerializer,
    PersonReferenceSerializer,
    WordsSerializer,
)
from api.resources.mentions import mentions_of
from api.resources.photos import PhotoSerializer
from api.resources.publications import PublicationReferenceSerializer
from articles.citations.cited_article import cited
from articles.citations.national_standard import GBT_2025
from articles.models import Publication
from articles.models.public_photo import photos_in
from editorial.publishing.announcing import is_announced
from events.models import Statement
from events.models.statement import About
from people.models import PublicPerson


class ArticleSerializer(ArticleReferenceSerializer):
    """An article as its current publication has it; `publication` is the number of that."""

    position = serializers.IntegerField()
    kicker = serializers.CharField()
    headline = serializers.CharField()
    subtitle = serializers.CharField()
    published_at = serializers.DateTimeField(source="at")
    first_published_at = serializers.DateTimeField(source="first_at")
    publication = serializers.IntegerField(source="number")
    sha256 = serializers.CharField()


class BylineSerializer(serializers.Serializer):
    name = serializers.CharField()
    role = serializers.CharField()


class TextSerializer(serializers.Serializer):
    """The text of an article; the paragraphs of the body are separated by a newline."""

    kicker = serializers.CharField()
    headline = serializers.CharField()
    subtitle = serializers.CharField()
    body = serializers.CharField()


class PrintedTextSerializer(TextSerializer):
    """The text as the machine read it from the page, before any correction."""


class DatelineSerializer(serializers.Serializer):
    # The dateline's source, not that of the field, which DRF keeps on instances.
    source = serializers.CharField()  # type: ignore[assignment]
    place = serializers.CharField()
    date = serializers.DateField(allow_null=True)


class MentionSerializer(WordsSerializer):
    name = serializers.CharField(source="value.name")
    person = PersonReferenceSerializer(allow_null=True)


class ArticleDetailSerializer(ArticleSerializer):
    corrected = TextSerializer(
        source="content", help_text=_("The text readers see.")
    )
    printed = PrintedTextSerializer(source="content.read")
    is_corrected = serializers.BooleanField()
    correction_under_way = serializers.SerializerMethodField(
        help_text=_("Whether editors say that the next version is coming.")
    )
    version = serializers.IntegerField(source="number")
    modified_at = serializers.DateTimeField(source="at")
    bylines = BylineSerializer(many=True)
    dateline = DatelineSerializer(source="content.dateline")
    photos = serializers.SerializerMethodField()
    mentions = serializers.SerializerMethodField()
    keywords = serializers.ListField(child=serializers.CharField())
    continues_on = serializers.CharField(source="content.continues_on")
    continuation = serializers.SerializerMethodField()
    continued_from = serializers.CharField()
    beginning = serializers.SerializerMethodField()
    citation = serializers.SerializerMethodField()
    publications = serializers.SerializerMethodField()

    @extend_schema_field(PhotoSerializer(many=True))
    def get_photos(self, publication: Publication) -> list[dict[str, Any]]:
        return self._shown(PhotoSerializer, list(photos_in(publication)))

    @extend_schema_field(MentionSerializer(many=True))
    def get_mentions(self, publication: Publication) -> list[dict[str, Any]]:
        mentions = mentions_of(publication)
        return self._shown(MentionSerializer, mentions)

    def get_correction_under_way(self, publication: Publication) -> bool:
        return is_announced(publication)

    def get_continuation(self, publication: Publication) -> str | None:
        return self._address(article=publication.continuation)

    def get_beginning(self, publication: Publication) -> str | None:
        return self._address(continuation=publication.article_id)

    def get_citation(self, publication: Publication) -> str:
        address = self.fields["html_url"].to_representation(publication)
        return GBT_2025.online(cited(publication, address))

    @extend_schema_field(PublicationReferenceSerializer(many=True))
    def get_publications(
        self, publication: Publication
    ) -> list[dict[str, Any]]:
        numbered = Publication.objects.of_article(publication.article_id)
        return self._shown(PublicationReferenceSerializer, numbered.listed())

    def _address(self, **half: int | None) -> str | None:
        """Return the address of the other half of the article, if it is published."""
        if None in half.values():
            return None
        current = Publication.objects.current().filter(**half)
        found = current.only("article").first()
        if found is None:
            return None
        return self.fields["url"].to_representation(found)

    def _shown(self, serializer: Any, records: Any) -> list[dict[str, Any]]:
        shown = serializer(records, many=True, context=self.context)
        return shown.data


class ArticleFilter(PrintedFilterSet):
    day_field = "day"

    edition = EditionFilter()
    page = LabelFilter(field_name="page__label")
    person = FormerKeyFilter(
        queryset=PublicPerson.objects.all(), method="filter_person"
    )

    def filter_person(
        self, queryset: QuerySet[Publication], name: str, value: PublicPerson
    ) -> QuerySet[Publication]:
        naming = queryset.filter(
            statements__about=About.PERSON,
            statements__subject=value.pk,
            statements__field=Statement.MENTION,
        )
        # By these an index leads to the articles in order, however many there are.
        in_order = naming.annotate(
            printed_on=F("statements__day"), key=F("statements__article")
        )
        return in_order.distinct()


@extend_schema_view(
    retrieve=extend_schema(
        responses={200: ArticleDetailSerializer, 410: WITHDRAWN}
    )
)
class ArticleViewSet(MayBeWithdrawn):
    """The published articles."""

    queryset = (
        Publication.objects.current()
        .listed()
        .annotate(printed_on=F("day"), key=F("article_id"))
    )
    detail_queryset = (
        Publication.objects.current()
        .select_related("announced_correction")
        .with_page()
    )
    serializer_class = ArticleSerializer
    detail_serializer_class = ArticleDetailSerializer
    filterset_class = ArticleFilter
    lookup_field = "article__id"
    orderings = by_date("printed_on", "key") | {
        "-published_at": ("-at", "-article_id"),
        "published_at": ("at", "article_id"),
    }
