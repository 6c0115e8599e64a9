"""The public index of people, and what the pages say of each."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import Exists, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import ListView

from events.models import PublicEvent, Statement
from events.models.statement import StatementQuerySet
from people.models import MergedPerson, PublicPerson
from people.pinyin import INITIALS
from public.former_addresses import FormerAddress
from public.paging import CappedPaginator
from public.posts import posts_of

EVENTS_SHOWN = 30


class PersonList(ListView):
    """The people by pinyin; ``?initial=`` keeps one letter of the index."""

    template_name = "people/person_list.html"
    paginate_by = 300
    paginator_class = CappedPaginator
    extra_context = {"section": "people"}

    def get_queryset(self) -> QuerySet:
        people = PublicPerson.objects.by_name()
        if self.initial:
            people = people.filter(initial=self.initial)
        return people.values_list("pk", flat=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            initials=self.initials, initial=self.initial, **kwargs
        )
        keys = context["page_obj"].object_list
        people = PublicPerson.objects.by_name().filter(pk__in=keys)
        return context | {"people": people}

    @cached_property
    def initials(self) -> list[str]:
        """The letters under which somebody is listed; each is looked up, none is counted."""
        listed = {
            f"has_{place}": Exists(PublicPerson.objects.filter(initial=letter))
            for place, letter in enumerate(INITIALS)
        }
        anybody = PublicPerson.objects.order_by()
        found = anybody.annotate(**listed).values_list(*listed)[:1]
        return [
            letter
            for row in found
            for letter, is_listed in zip(INITIALS, row, strict=True)
            if is_listed
        ]

    @cached_property
    def initial(self) -> str:
        """The letter asked for; one that lists nobody is no address."""
        initial = self.request.GET.get("initial", "")
        if initial and initial not in self.initials:
            raise Http404
        return initial


class OfPerson(FormerAddress, ListView):
    """A list of what the current publications state of one person, newest first, as keys."""

    merged = MergedPerson
    public = PublicPerson

    paginate_by = 60
    paginator_class = CappedPaginator
    extra_context = {"section": "people"}

    @cached_property
    def person(self) -> PublicPerson:
        return get_object_or_404(PublicPerson, pk=self.kwargs["pk"])

    def listed(self) -> StatementQuerySet:
        """Return what is listed."""
        raise NotImplementedError

    def get_queryset(self) -> QuerySet:
        return self.listed().newest_first().values_list("pk", flat=True)


class PersonView(OfPerson):
    """One person: the words of every published page that name them, newest first."""

    template_name = "people/person_detail.html"

    def listed(self) -> StatementQuerySet:
        return Statement.objects.naming(self.person.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(person=self.person, **kwargs)
        page = context["page_obj"]
        context["mentions"] = with_addresses(page.object_list)
        if page.number > 1:
            return context
        return context | self.facts()

    def facts(self) -> dict[str, Any]:
        """Return what stands over the first page alone."""
        key = self.person.pk
        events = events_of(key).newest_first().values_list("pk", flat=True)
        keys = list(events[: EVENTS_SHOWN + 1])
        return {
            "participations": with_events(keys[:EVENTS_SHOWN]),
            "has_more_events": len(keys) > EVENTS_SHOWN,
            "posts": posts_of(key),
        }


class PersonEvents(OfPerson):
    """All events in which a person took part."""

    template_name = "people/person_events.html"

    def listed(self) -> StatementQuerySet:
        return events_of(self.person.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(person=self.person, **kwargs)
        keys = context["page_obj"].object_list
        return context | {"participations": with_events(keys)}


def with_addresses(keys: list[int]) -> StatementQuerySet:
    """Return the statements of these keys with their addresses, newest first."""
    stated = Statement.objects.filter(pk__in=keys)
    return stated.with_article().newest_first()


def events_of(person: int) -> StatementQuerySet:
    """Return what states that a person took part in an event that readers see."""
    return Statement.objects.taking_part(person).of_public_events()


def with_events(keys: list[int]) -> list[tuple[Statement, PublicEvent]]:
    """Return the participations of these keys, each with its event."""
    participations = list(with_addresses(keys))
    told = {each.subject for each in participations}
    events = PublicEvent.objects.in_bulk(told)
    return [(each, events[each.subject]) for each in participations]
