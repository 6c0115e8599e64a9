"""The publications of an article in the API: what was signed, and when it was published."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    extend_schema,
    extend_schema_field,
    extend_schema_view,
)
from rest_framework import mixins, serializers, viewsets
from rest_framework.reverse import reverse

from api.gone_records import WITHDRAWN, Withdrawn
from api.record_views import KEY, GoneNotKept
from articles.models import Publication
from editorial.publishing.announcing import is_announced
from editorial.publishing.signed.canonical import canonical


class PublicationReferenceSerializer(serializers.ModelSerializer):
    """Enough of a publication to tell it from the others; a withdrawn one answers with its note."""

    url = serializers.SerializerMethodField()
    html_url = serializers.SerializerMethodField()
    is_withdrawn = serializers.BooleanField()
    correction_note = serializers.SerializerMethodField(
        help_text=(
            "What readers are told of what was corrected; empty for most."
        )
    )

    class Meta:
        model = Publication
        fields = [
            "number",
            "url",
            "html_url",
            "at",
            "reason",
            "sha256",
            "is_withdrawn",
            "correction_note",
        ]

    @extend_schema_field(OpenApiTypes.URI)
    def get_url(self, publication: Publication) -> str:
        place = [publication.article_id, publication.number]
        request = self.context["request"]
        return reverse("api-publication-detail", args=place, request=request)

    def get_correction_note(self, publication: Publication) -> str:
        if publication.is_withdrawn:
            return ""
        return publication.correction_note

    @extend_schema_field(OpenApiTypes.URI)
    def get_html_url(self, publication: Publication) -> str:
        request = self.context["request"]
        address = publication.get_version_url()
        return request.build_absolute_uri(address)


class PublicationSerializer(PublicationReferenceSerializer):
    article = serializers.SerializerMethodField()
    correction_under_way = serializers.SerializerMethodField(
        help_text=_("Whether editors say that the next version is coming.")
    )
    canonical = serializers.SerializerMethodField(
        help_text=(
            "What was signed: words, marks and facts as JSON with sorted keys "
            "and no blanks. The SHA-256 of this text in UTF-8 is `sha256`."
        )
    )

    class Meta:
        model = Publication
        fields = [
            *PublicationReferenceSerializer.Meta.fields,
            "article",
            "is_current",
            "correction_under_way",
            "form",
            "canonical",
        ]

    @extend_schema_field(OpenApiTypes.URI)
    def get_article(self, publication: Publication) -> str:
        request = self.context["request"]
        key = [publication.article_id]
        return reverse("api-article-detail", args=key, request=request)

    def get_correction_under_way(self, publication: Publication) -> bool:
        return is_announced(publication)

    def get_canonical(self, publication: Publication) -> str:
        return canonical(publication.content).decode()


@extend_schema_view(
    retrieve=extend_schema(
        responses={200: PublicationSerializer, 410: WITHDRAWN}
    )
)
class PublicationViewSet(
    GoneNotKept, mixins.RetrieveModelMixin, viewsets.GenericViewSet
):
    """One publication of an article, the current one or an earlier one."""

    queryset = Publication.objects.select_related(
        "announced_correction"
    ).with_page()
    serializer_class = PublicationSerializer
    lookup_field = "number"
    lookup_value_regex = KEY

    def filter_queryset(self, queryset: Any) -> Any:
        """Refuse parameters, and keep the publications of the article of the address."""
        strict: Any = super().filter_queryset(queryset)
        return strict.of_article(self.kwargs["article"])

    def get_object(self) -> Publication:
        """Return the publication, or raise that it is withdrawn."""
        publication: Publication = super().get_object()
        if publication.is_withdrawn:
            raise Withdrawn(publication.withdrawal_note)
        return publication
