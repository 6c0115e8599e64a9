"""People and organizations in the API, and what every package's records share there."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import (
    extend_schema,
    extend_schema_field,
    extend_schema_view,
)
from rest_framework import serializers

from api.gone_records import MERGED, MayBeMerged
from api.record_views import RecordViewSet
from api.references import (
    CitedWordsSerializer,
    EventReferenceSerializer,
    PersonReferenceSerializer,
)
from articles.models import Mention
from events.models import Participation, TenureBound
from people.models import Membership, Organization, OtherName, Person, Post
from people.models.person import PersonQuerySet
from people.pinyin import OTHER_INITIAL

MOST_APPEARANCES = 200
INITIAL = f"[A-Za-z{OTHER_INITIAL}]"


class PersonSerializer(PersonReferenceSerializer):
    class Meta:
        model = Person
        fields = [
            *PersonReferenceSerializer.Meta.fields,
            "sort_name",
            "initial",
        ]


class PostSerializer(serializers.ModelSerializer):
    organization = serializers.CharField(
        source="organization.name", allow_null=True, default=None
    )

    class Meta:
        model = Post
        fields = ["id", "label", "role", "organization"]


class MembershipSerializer(serializers.ModelSerializer):
    """A post that somebody held; a day on which it begins or ends is empty unless a published
    article states what began or ended it.
    """

    post = PostSerializer()
    start_date = serializers.SerializerMethodField()
    end_date = serializers.SerializerMethodField()
    evidence = CitedWordsSerializer(many=True, source="public_evidence")

    class Meta:
        model = Membership
        fields = [
            "post",
            "role",
            "rank",
            "start_date",
            "end_date",
            "stated_on",
            "evidence",
        ]

    def get_start_date(self, membership: Any) -> str:
        edge = TenureBound.Edge.BEGINS
        return membership.start_date if _is_stated(membership, edge) else ""

    def get_end_date(self, membership: Any) -> str:
        edge = TenureBound.Edge.ENDS
        return membership.end_date if _is_stated(membership, edge) else ""


def _is_stated(membership: Any, edge: str) -> bool:
    """Tell whether public words begin or end a membership, as ``public_bounds`` has them."""
    return any(bound.edge == edge for bound in membership.public_bounds)


class RoleSerializer(serializers.Serializer):
    """What a person was in an event."""

    event = EventReferenceSerializer()
    role = serializers.CharField()
    rank = serializers.IntegerField(allow_null=True)
    evidence = CitedWordsSerializer()


class PersonDetailSerializer(PersonSerializer):
    other_names: serializers.SlugRelatedField = serializers.SlugRelatedField(
        "name", many=True, read_only=True
    )
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
        advice = _(
            "Give a letter from A to Z, or # for the names that begin with none."
        )
        letters = RegexValidator(rf"\A{INITIAL}\Z", advice)
        super().__init__(lookup_expr="iexact", validators=[letters], **kwargs)


class PersonFilter(filters.FilterSet):
    initial = InitialFilter()
    name = filters.CharFilter(
        method="filter_name",
        help_text="The exact name, or another name the person bears.",
    )

    class Meta:
        model = Person
        fields = ["gender"]

    def filter_name(
        self, queryset: PersonQuerySet, name: str, value: str
    ) -> PersonQuerySet:
        return queryset.named(value)


def _with_appearances(people: QuerySet[Person]) -> QuerySet[Person]:
    """Fetch what is said of a person in full, only what is public."""
    names = OtherName.objects.order_by("name")
    bounds = TenureBound.objects.published()
    memberships = Membership.objects.published().with_words()
    memberships = memberships.prefetch_related(
        Prefetch("tenure_bounds", bounds, to_attr="public_bounds")
    )
    roles = Participation.objects.published().with_words().newest_first()
    mentions = Mention.objects.published().with_article().newest_first()
    newest = mentions[:MOST_APPEARANCES]
    return people.prefetch_related(
        Prefetch("other_names", names),
        Prefetch("memberships", memberships, to_attr="public_memberships"),
        Prefetch(
            "participations",
            roles.select_related("event"),
            to_attr="public_participations",
        ),
        Prefetch("mentions", newest, to_attr="newest_mentions"),
    )


@extend_schema_view(
    retrieve=extend_schema(responses={200: PersonDetailSerializer, 301: MERGED})
)
class PersonViewSet(MayBeMerged):
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
            "posts",
            Post.objects.published().select_related("organization"),
            to_attr="public_posts",
        )
    )
    serializer_class = OrganizationSerializer
    detail_serializer_class = OrganizationDetailSerializer
    filterset_class = OrganizationFilter
    orderings = {"name": ("name", "pk"), "-name": ("-name", "-pk")}
