"""The public index of people, and what the pages say of each."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import ListView

from people.models import Person
from public.former_addresses import FormerAddress


class PersonList(ListView):
    """The people by pinyin; ``?initial=`` keeps one letter of the index."""

    paginate_by = 300
    extra_context = {"section": "people"}

    def get_queryset(self) -> QuerySet[Person]:
        people = Person.objects.published().by_name()
        return people.filter(initial=self.initial) if self.initial else people

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            initials=self.initials, initial=self.initial, **kwargs
        )

    @cached_property
    def initials(self) -> list[str]:
        """The letters under which somebody is listed."""
        return list(
            Person.objects.published()
            .order_by("initial")
            .values_list("initial", flat=True)
            .distinct()
        )

    @cached_property
    def initial(self) -> str:
        """The letter asked for; one that lists nobody is no address."""
        initial = self.request.GET.get("initial", "")
        if initial and initial not in self.initials:
            raise Http404
        return initial


class PersonView(FormerAddress, ListView):
    """One person: the words of every published page that name them, newest first."""

    former = Person.objects.all()

    template_name = "people/person_detail.html"
    context_object_name = "mentions"
    paginate_by = 60
    extra_context = {"section": "people"}

    @cached_property
    def person(self) -> Person:
        people = Person.objects.published().prefetch_related("other_names")
        return get_object_or_404(people, pk=self.kwargs["pk"])

    def get_queryset(self) -> QuerySet:
        return self.person.mentions.published().with_article().newest_first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = self.person
        participations = person.participations.published().with_words()
        with_events = participations.select_related("event")
        return super().get_context_data(
            person=person,
            participations=with_events.newest_first(),
            memberships=person.memberships.published().with_words(),
            **kwargs,
        )
