"""Events in the API."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet
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
    record_address,
)
from events.models import PublicEvent, Statement
from events.models.public_event import PublicEventQuerySet
from events.telling import MOST_FACTS, MOST_SOURCES, told_of
from people.models import PublicPerson

MOST_CHILDREN = 200


class EventSerializer(serializers.ModelSerializer):
    id = serializers.IntegerField(source="pk")
    url = record_address("api-event-detail")
    html_url = PublicAddressField()
    first_day = serializers.DateField(
        source="span.first",
        help_text="Of a congress: as stated, or as far as its events tell.",
    )
    last_day = serializers.DateField(source="span.last")

    class Meta:
        model = PublicEvent
        fields = [
            "id",
            "url",
            "html_url",
            "title",
            "kind",
            "edtf",
            "earliest",
            "latest",
            "first_day",
            "last_day",
            "precision",
            "part_of_day",
            "time",
            "approximate",
            "place",
        ]


class ParticipationSerializer(serializers.Serializer):
    """A participant as printed; `person` is null while no published article names the person
    elsewhere.
    """

    name = serializers.CharField(source="value.name")
    person = PersonReferenceSerializer(allow_null=True)
    role = serializers.CharField(source="value.role")
    rank = serializers.IntegerField(source="value.rank", allow_null=True)
    delegations = serializers.ListField(
        child=serializers.IntegerField(), source="value.delegations"
    )
    evidence = CitedWordsSerializer(source="*")


class DelegationSerializer(serializers.Serializer):
    number = serializers.IntegerField(source="value.number")
    origin = serializers.CharField(source="value.origin")
    evidence = CitedWordsSerializer(source="*")


class AgendaItemSerializer(serializers.Serializer):
    rank = serializers.IntegerField(source="value.rank")
    text = serializers.CharField(source="value.text")
    evidence = CitedWordsSerializer(source="*")


class VoteSerializer(serializers.Serializer):
    """A count of votes as printed; a number that is not printed is null."""

    subject = serializers.CharField(source="value.subject")
    in_favour = serializers.IntegerField(
        source="value.in_favour", allow_null=True
    )
    against = serializers.IntegerField(source="value.against", allow_null=True)
    abstained = serializers.IntegerField(
        source="value.abstained", allow_null=True
    )
    evidence = CitedWordsSerializer(source="*")


class AttendanceSerializer(serializers.Serializer):
    expected = serializers.IntegerField(
        source="value.expected", allow_null=True
    )
    absent = serializers.IntegerField(source="value.absent", allow_null=True)
    present = serializers.IntegerField(source="value.present", allow_null=True)
    evidence = CitedWordsSerializer(source="*")


class EventDetailSerializer(EventSerializer):
    # The record's parent, not that of the field, which DRF keeps on instances.
    parent = serializers.SerializerMethodField()  # type: ignore[assignment]
    children = serializers.SerializerMethodField(
        help_text=f"The first {MOST_CHILDREN}; `/events/?parent=` has all."
    )
    participants = ParticipationSerializer(
        many=True,
        source="told.participations",
        help_text=f"By the newest {MOST_FACTS} words that state one.",
    )
    delegations = DelegationSerializer(many=True, source="told.delegations")
    attendance = AttendanceSerializer(allow_null=True, source="told.attendance")
    agenda = AgendaItemSerializer(many=True, source="told.agenda")
    votes = VoteSerializer(many=True, source="told.votes")
    evidence = CitedWordsSerializer(
        many=True,
        source="told.sources",
        help_text=f"The newest {MOST_SOURCES} words that tell the event.",
    )
    other_values = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        help_text="What other publications state of a field, the newest first.",
    )

    class Meta:
        model = PublicEvent
        fields = [
            *EventSerializer.Meta.fields,
            "parent",
            "children",
            "participants",
            "delegations",
            "attendance",
            "agenda",
            "votes",
            "evidence",
            "other_values",
        ]

    def to_representation(self, event: Any) -> dict[str, Any]:
        told = told_of([event])
        event.told = told[event.pk]
        return super().to_representation(event)

    @extend_schema_field(EventReferenceSerializer(allow_null=True))
    def get_parent(self, event: PublicEvent) -> dict[str, Any] | None:
        parents = PublicEvent.objects.filter(pk__in=[event.parent])
        parent = parents.first()
        if parent is None:
            return None
        shown = EventReferenceSerializer(parent, context=self.context)
        return shown.data

    @extend_schema_field(EventReferenceSerializer(many=True))
    def get_children(self, event: PublicEvent) -> list[dict[str, Any]]:
        children = PublicEvent.objects.parts_of(event.pk).in_time()
        first = children[:MOST_CHILDREN]
        shown: Any = EventReferenceSerializer(
            first, many=True, context=self.context
        )
        return shown.data


class EventFilter(SpanFilterSet):
    parent = FormerKeyFilter(
        queryset=PublicEvent.objects.all(), method="filter_parent"
    )
    person = FormerKeyFilter(
        queryset=PublicPerson.objects.all(), method="filter_person"
    )
    on = IsoDateFilter(
        method="filter_on", help_text="The events that may fall on this day."
    )
    date_from = IsoDateFilter(field_name="latest", lookup_expr="gte")
    date_to = IsoDateFilter(field_name="earliest", lookup_expr="lte")

    class Meta:
        model = PublicEvent
        fields = ["kind"]

    def filter_parent(
        self, queryset: PublicEventQuerySet, name: str, value: PublicEvent
    ) -> PublicEventQuerySet:
        return queryset.parts_of(value.pk)

    def filter_person(
        self, queryset: QuerySet[PublicEvent], name: str, value: PublicPerson
    ) -> QuerySet[PublicEvent]:
        taking_part = Statement.objects.taking_part(value.pk)
        return queryset.filter(pk__in=taking_part.values("subject"))

    def filter_on(
        self, queryset: PublicEventQuerySet, name: str, value: dt.date
    ) -> PublicEventQuerySet:
        return queryset.on(value)


@extend_schema_view(
    retrieve=extend_schema(responses={200: EventDetailSerializer, 301: MERGED})
)
class EventViewSet(MayBeMerged):
    """What happened, with the words that say so."""

    queryset = detail_queryset = PublicEvent.objects.knowing_days()
    serializer_class = EventSerializer
    detail_serializer_class = EventDetailSerializer
    filterset_class = EventFilter
    orderings = {"date": ("sort_key", "pk"), "-date": ("-sort_key", "-pk")}
