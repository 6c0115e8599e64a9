"""Events in the API."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import (
    extend_schema,
    extend_schema_field,
    extend_schema_view,
)
from rest_framework import serializers

from api.filters import FormerKeyFilter, IsoDateFilter, SpanFilterSet
from api.gone_records import MERGED, MayBeMerged
from api.references import (
    CitedWordsSerializer,
    EventReferenceSerializer,
    PersonReferenceSerializer,
    PublicAddressField,
)
from api.resources.facts_of_event import (
    ElectionSerializer,
    MeetingBodySerializer,
    ResolutionSerializer,
    facts_of_events,
)
from events.models import AgendaItem, Delegation, Event, Participation, Vote
from events.models.event import EventQuerySet
from people.models import Person


class EventSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField("api-event-detail")
    html_url = PublicAddressField()

    class Meta:
        model = Event
        fields = [
            "id",
            "url",
            "html_url",
            "title",
            "kind",
            "edtf",
            "earliest",
            "latest",
            "precision",
            "part_of_day",
            "time",
            "approximate",
            "place",
        ]


class ParticipationSerializer(serializers.ModelSerializer):
    """A participant; `person` is null while no published article names the person elsewhere."""

    name = serializers.CharField(source="person.name")
    person = serializers.SerializerMethodField()
    delegations = serializers.ListField(child=serializers.IntegerField())
    evidence = CitedWordsSerializer()

    class Meta:
        model = Participation
        fields = ["name", "person", "role", "rank", "delegations", "evidence"]

    @extend_schema_field(PersonReferenceSerializer(allow_null=True))
    def get_person(self, participation: Any) -> dict[str, Any] | None:
        if not participation.person_is_public:
            return None
        return PersonReferenceSerializer(
            participation.person, context=self.context
        ).data


class DelegationSerializer(serializers.ModelSerializer):
    evidence = CitedWordsSerializer()

    class Meta:
        model = Delegation
        fields = ["number", "origin", "evidence"]


class AgendaItemSerializer(serializers.ModelSerializer):
    evidence = CitedWordsSerializer()

    class Meta:
        model = AgendaItem
        fields = ["rank", "text", "evidence"]


class VoteSerializer(serializers.ModelSerializer):
    """A count of votes as printed; a number that is not printed is null."""

    evidence = CitedWordsSerializer()

    class Meta:
        model = Vote
        fields = ["subject", "in_favour", "against", "abstained", "evidence"]


class AttendanceSerializer(serializers.Serializer):
    expected = serializers.IntegerField(
        source="attendance_expected", allow_null=True
    )
    absent = serializers.IntegerField(
        source="attendance_absent", allow_null=True
    )
    present = serializers.IntegerField(
        source="attendance_present", allow_null=True
    )
    evidence = CitedWordsSerializer(source="count_words")


class EventDetailSerializer(EventSerializer):
    # The record's parent, not that of the field, which DRF keeps on instances.
    parent = serializers.SerializerMethodField()  # type: ignore[assignment]
    children = EventReferenceSerializer(many=True, source="public_children")
    participants = ParticipationSerializer(
        many=True, source="public_participations"
    )
    delegations = DelegationSerializer(many=True, source="public_delegations")
    attendance = serializers.SerializerMethodField()
    bodies = MeetingBodySerializer(many=True, source="public_bodies")
    agenda = AgendaItemSerializer(many=True, source="public_agenda")
    decisions = ResolutionSerializer(many=True, source="public_resolutions")
    votes = VoteSerializer(many=True, source="public_votes")
    elections = ElectionSerializer(many=True, source="public_elections")
    evidence = CitedWordsSerializer(many=True, source="sources")

    class Meta:
        model = Event
        fields = [
            *EventSerializer.Meta.fields,
            "parent",
            "children",
            "participants",
            "delegations",
            "attendance",
            "bodies",
            "agenda",
            "decisions",
            "votes",
            "elections",
            "evidence",
        ]

    @extend_schema_field(EventReferenceSerializer(allow_null=True))
    def get_parent(self, event: Event) -> dict[str, Any] | None:
        parent = Event.objects.published().filter(children=event).first()
        if parent is None:
            return None
        return EventReferenceSerializer(parent, context=self.context).data

    @extend_schema_field(AttendanceSerializer(allow_null=True))
    def get_attendance(self, event: Event) -> dict[str, Any] | None:
        if event.count_words:
            return AttendanceSerializer(event, context=self.context).data
        return None


class EventFilter(SpanFilterSet):
    parent = FormerKeyFilter(queryset=Event.objects.published())
    person = FormerKeyFilter(
        queryset=Person.objects.published(), method="filter_person"
    )
    on = IsoDateFilter(
        method="filter_on", help_text="The events that may fall on this day."
    )
    date_from = IsoDateFilter(field_name="latest", lookup_expr="gte")
    date_to = IsoDateFilter(field_name="earliest", lookup_expr="lte")

    class Meta:
        model = Event
        fields = ["kind"]

    def filter_person(
        self, queryset: QuerySet[Event], name: str, value: Person
    ) -> QuerySet[Event]:
        participations = Participation.objects.published().filter(person=value)
        return queryset.filter(pk__in=participations.values("event"))

    def filter_on(
        self, queryset: EventQuerySet, name: str, value: dt.date
    ) -> EventQuerySet:
        return queryset.on(value)


@extend_schema_view(
    retrieve=extend_schema(responses={200: EventDetailSerializer, 301: MERGED})
)
class EventViewSet(MayBeMerged):
    """What happened, with the words that say so."""

    queryset = Event.objects.published()
    detail_queryset = queryset.with_facts().prefetch_related(
        Prefetch(
            "children",
            Event.objects.published().in_time(),
            to_attr="public_children",
        ),
        *facts_of_events(),
    )
    serializer_class = EventSerializer
    detail_serializer_class = EventDetailSerializer
    filterset_class = EventFilter
    orderings = {"date": ("sort_key", "pk"), "-date": ("-sort_key", "-pk")}
