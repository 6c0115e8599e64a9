"""Facts of an event in the API: the body that met, what was decided, who was elected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.references import CitedWordsSerializer, PersonReferenceSerializer
from events.models import Candidacy, Election, MeetingBody, Resolution


class MeetingBodySerializer(serializers.ModelSerializer):
    """The body that met; a delegation has its number or its name."""

    evidence = CitedWordsSerializer()

    class Meta:
        model = MeetingBody
        fields = ["body", "number", "name", "evidence"]


class ResolutionSerializer(serializers.ModelSerializer):
    """One thing a meeting decided, as printed."""

    evidence = CitedWordsSerializer()

    class Meta:
        model = Resolution
        fields = ["rank", "text", "evidence"]


class CandidacySerializer(serializers.ModelSerializer):
    """A person on the list; `person` is null while no published article names the person
    elsewhere.
    """

    name = serializers.CharField(source="person.name")
    person = serializers.SerializerMethodField()
    evidence = CitedWordsSerializer()

    class Meta:
        model = Candidacy
        fields = ["name", "person", "outcome", "rank", "votes", "evidence"]

    @extend_schema_field(PersonReferenceSerializer(allow_null=True))
    def get_person(self, candidacy: Any) -> dict[str, Any] | None:
        if not candidacy.person_is_public:
            return None
        person = candidacy.person
        return PersonReferenceSerializer(person, context=self.context).data


class ElectionSerializer(serializers.ModelSerializer):
    """An election: the elected before the alternates, each in the order of the list; a number that
    is not printed is null.
    """

    candidacies = CandidacySerializer(many=True, source="public_candidacies")
    evidence = CitedWordsSerializer()

    class Meta:
        model = Election
        fields = ["office", "seats", "list_order", "candidacies", "evidence"]


def facts_of_events() -> Iterator[Prefetch]:
    """Yield how to fetch these facts of events, only what is public, each as ``public_…``."""
    stood = Candidacy.objects.published().with_words().in_printed_order()
    candidacies = Prefetch("candidacies", stood, to_attr="public_candidacies")
    elections = Election.objects.published().with_words().order_by("pk")
    found = {
        "bodies": MeetingBody.objects.published().with_words(),
        "resolutions": Resolution.objects.published().with_words(),
        "elections": elections.prefetch_related(candidacies),
    }
    for name, public in found.items():
        yield Prefetch(name, public, to_attr=f"public_{name}")
