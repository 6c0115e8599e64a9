"""People in the API."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters
from drf_spectacular.utils import (
    extend_schema,
    extend_schema_field,
    extend_schema_view,
)
from rest_framework import serializers

from api.gone_records import MERGED, MayBeMerged
from api.references import (
    CitedWordsSerializer,
    EventReferenceSerializer,
    PersonReferenceSerializer,
)
from api.resources.careers import NEWEST, held_posts, parts_taken
from api.resources.organizations import PostSerializer
from events.models import Statement
from people.models import PublicPerson
from people.models.person import genders
from people.models.public_person import PublicPersonQuerySet
from people.pinyin import OTHER_INITIAL

INITIAL = f"[A-Za-z{OTHER_INITIAL}]"


class PersonSerializer(PersonReferenceSerializer):
    sort_name = serializers.CharField()
    initial = serializers.CharField()


class MembershipSerializer(serializers.Serializer):
    post = PostSerializer()
    role = serializers.CharField(source="value.role")
    rank = serializers.IntegerField(source="value.rank", allow_null=True)
    start_date = serializers.CharField(source="value.start_date")
    end_date = serializers.CharField(source="value.end_date")
    stated_on = serializers.DateField(source="value.stated_on", allow_null=True)
    evidence = CitedWordsSerializer(many=True)


class RoleSerializer(serializers.Serializer):
    """What a person was in an event."""

    event = EventReferenceSerializer()
    role = serializers.CharField(source="evidence.value.role")
    rank = serializers.IntegerField(
        source="evidence.value.rank", allow_null=True
    )
    evidence = CitedWordsSerializer()


class PersonDetailSerializer(PersonSerializer):
    other_names = serializers.ListField(
        child=serializers.CharField(), source="further_names"
    )
    gender = serializers.ChoiceField(genders(), allow_blank=True)
    nationality = serializers.CharField()
    memberships = serializers.SerializerMethodField(
        help_text=f"By the newest {NEWEST} words that state one."
    )
    roles = serializers.SerializerMethodField(
        help_text=f"The newest {NEWEST}; `/events/?person=` has all events."
    )
    appearances = serializers.SerializerMethodField(
        help_text=f"The newest {NEWEST}; `/articles/?person=` has all articles."
    )

    @extend_schema_field(MembershipSerializer(many=True))
    def get_memberships(self, person: PublicPerson) -> list[dict[str, Any]]:
        return self._shown(MembershipSerializer, held_posts(person.pk))

    @extend_schema_field(RoleSerializer(many=True))
    def get_roles(self, person: PublicPerson) -> list[dict[str, Any]]:
        return self._shown(RoleSerializer, parts_taken(person.pk))

    @extend_schema_field(CitedWordsSerializer(many=True))
    def get_appearances(self, person: PublicPerson) -> list[dict[str, Any]]:
        named = Statement.objects.naming(person.pk).with_article()
        return self._shown(CitedWordsSerializer, named.newest_first()[:NEWEST])

    def _shown(self, serializer: Any, records: Any) -> list[dict[str, Any]]:
        shown = serializer(records, many=True, context=self.context)
        return shown.data


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
        super().__init__(validators=[letters], **kwargs)

    def filter(self, queryset: Any, value: str) -> Any:
        """Ask for the capital letter, as the index holds it."""
        return super().filter(queryset, value.upper())


class PersonFilter(filters.FilterSet):
    initial = InitialFilter()
    name = filters.CharFilter(
        method="filter_name",
        help_text="The exact name, or another name the person bears.",
    )

    class Meta:
        model = PublicPerson
        fields = ["gender"]

    def filter_name(
        self, queryset: PublicPersonQuerySet, name: str, value: str
    ) -> PublicPersonQuerySet:
        return queryset.named(value)


@extend_schema_view(
    retrieve=extend_schema(responses={200: PersonDetailSerializer, 301: MERGED})
)
class PersonViewSet(MayBeMerged):
    """The people whom published articles name."""

    queryset = detail_queryset = PublicPerson.objects.all()
    serializer_class = PersonSerializer
    detail_serializer_class = PersonDetailSerializer
    filterset_class = PersonFilter
    orderings = {
        "name": ("sort_name", "name", "pk"),
        "-name": ("-sort_name", "-name", "-pk"),
        "id": ("pk",),
        "-id": ("-pk",),
    }
