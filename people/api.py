"""People and organizations in the API, and what every package's records share there."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db.models import Model, Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers, viewsets

from people.models import Membership, Organization, OtherName, Person, Post
from people.pinyin import OTHER_INITIAL

MOST_APPEARANCES = 200
KEY = "[0-9]+"
INITIAL = f"[A-Za-z{OTHER_INITIAL}]"


class RecordViewSet(viewsets.ReadOnlyModelViewSet):
    """Light records in lists, one record in full; both querysets begin at ``published()``."""

    lookup_value_regex = KEY
    detail_queryset: QuerySet
    detail_serializer_class: type[serializers.BaseSerializer]

    def get_queryset(self) -> QuerySet:
        return self.detail_queryset.all() if self.detail else self.queryset.all()

    def get_serializer_class(self) -> type[serializers.BaseSerializer]:
        return self.detail_serializer_class if self.detail else self.serializer_class


@extend_schema_field(OpenApiTypes.URI)
class PublicAddressField(serializers.Field):
    """The full address of a record's public page."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, record: Model) -> str:
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


class PersonSerializer(PersonReferenceSerializer):
    class Meta:
        model = Person
        fields = [*PersonReferenceSerializer.Meta.fields, "sort_name", "initial"]


class PostSerializer(serializers.ModelSerializer):
    organization = serializers.CharField(source="organization.name", allow_null=True, default=None)

    class Meta:
        model = Post
        fields = ["id", "label", "role", "organization"]


class MembershipSerializer(serializers.ModelSerializer):
    post = PostSerializer()
    evidence = CitedWordsSerializer(many=True, source="public_evidence")

    class Meta:
        model = Membership
        fields = ["post", "role", "rank", "start_date", "end_date", "stated_on", "evidence"]


class EventReferenceSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="pk")
    url = serializers.HyperlinkedIdentityField("api-event-detail")
    html_url = PublicAddressField()
    title = serializers.CharField()
    edtf = serializers.CharField()


class RoleSerializer(serializers.Serializer):
    """What a person was in an event."""

    event = EventReferenceSerializer()
    role = serializers.CharField()
    rank = serializers.IntegerField(allow_null=True)
    evidence = CitedWordsSerializer()


class PersonDetailSerializer(PersonSerializer):
    other_names = serializers.SlugRelatedField("name", many=True, read_only=True)
    memberships = MembershipSerializer(many=True, source="public_memberships")
    roles = RoleSerializer(many=True, source="public_participations")
    appearances = CitedWordsSerializer(
        many=True,
        source="newest_mentions",
        help_text=f"The newest {MOST_APPEARANCES}; `/articles/?person=` has all.",
    )

    class Meta:
        model = Person
        fields = [
            *PersonSerializer.Meta.fields,
            "other_names",
            "gender",
            "nationality",
            "memberships",
            "roles",
            "appearances",
        ]


@extend_schema_field({"type": "string", "pattern": f"^{INITIAL}$"})
class InitialFilter(filters.CharFilter):
    """The letter that people are listed under, capital or small; # holds the names that begin with
    none.
    """

    def __init__(self, **kwargs: object) -> None:
        letters = RegexValidator(
            rf"\A{INITIAL}\Z",
            _("Give a letter from A to Z, or # for the names that begin with none."),
        )
        super().__init__(lookup_expr="iexact", validators=[letters], **kwargs)


class PersonFilter(filters.FilterSet):
    initial = InitialFilter()
    name = filters.CharFilter(
        method="filter_name", help_text="The exact name, or another name the person bears."
    )

    class Meta:
        model = Person
        fields = ["gender"]

    def filter_name(self, queryset: QuerySet[Person], name: str, value: str) -> QuerySet[Person]:
        return queryset.named(value)


def _with_appearances(people: QuerySet[Person]) -> QuerySet[Person]:
    """Fetch what a person's page shows; the words live left of this package and are reached by
    their relations.
    """
    mentions = Person.mentions.rel.related_model.objects.published().with_article().newest_first()
    roles = (
        Person.participations.rel.related_model.objects.published()
        .with_words()
        .select_related("event")
    )
    return people.prefetch_related(
        Prefetch("other_names", OtherName.objects.order_by("name")),
        Prefetch(
            "memberships", Membership.objects.published().with_words(), to_attr="public_memberships"
        ),
        Prefetch("participations", roles.newest_first(), to_attr="public_participations"),
        Prefetch("mentions", mentions[:MOST_APPEARANCES], to_attr="newest_mentions"),
    )


class PersonViewSet(RecordViewSet):
    """The people whom published articles name."""

    queryset = Person.objects.published()
    detail_queryset = _with_appearances(Person.objects.published())
    serializer_class = PersonSerializer
    detail_serializer_class = PersonDetailSerializer
    filterset_class = PersonFilter
    orderings = {
        "name": ("sort_name", "pk"),
        "-name": ("-sort_name", "-pk"),
        "id": ("pk",),
        "-id": ("-pk",),
    }


class OrganizationSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField("api-organization-detail")

    class Meta:
        model = Organization
        fields = ["id", "url", "name", "classification"]


class OrganizationDetailSerializer(OrganizationSerializer):
    posts = PostSerializer(many=True, source="public_posts")

    class Meta:
        model = Organization
        fields = [*OrganizationSerializer.Meta.fields, "posts"]


class OrganizationFilter(filters.FilterSet):
    class Meta:
        model = Organization
        fields = ["name", "classification"]


class OrganizationViewSet(RecordViewSet):
    """The bodies whose posts published articles state, and the publishers of the newspapers."""

    queryset = Organization.objects.published()
    detail_queryset = queryset.prefetch_related(
        Prefetch(
            "posts", Post.objects.published().select_related("organization"), to_attr="public_posts"
        )
    )
    serializer_class = OrganizationSerializer
    detail_serializer_class = OrganizationDetailSerializer
    filterset_class = OrganizationFilter
    orderings = {"name": ("name", "pk"), "-name": ("-name", "-pk")}
