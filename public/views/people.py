"""The public index of people, and what the pages say of each."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import ListView

from articles.models import PhotoCreator, PublicPhoto
from events.models import Statement
from events.models.statement import About, StatementQuerySet
from people.models import (
    MergedPerson,
    Organization,
    Post,
    PublicName,
    PublicPerson,
    PublicPost,
)
from people.models.public_person import PublicPersonQuerySet
from people.pinyin import INITIALS, sort_name_of
from public.missing.former_addresses import FormerAddress
from public.paging import CappedPaginator, UncountedPaginator
from public.person import portraits
from public.person.appearances import days_with, events_with
from public.person.namesakes import distinctions
from public.person.posts import bounds_of, posts_of
from records.plaintext import key_in

EVENTS_SHOWN = 30
MOST_SURNAMES = 200
MOST_NAMESAKES = 20


class PersonList(ListView):
    """The people by pinyin; ``?initial=`` keeps one letter of the index, ``?surname=`` one surname,
    ``?organization=`` those of whom a post there is stated.
    """

    template_name = "people/person_list.html"
    paginate_by = 300
    paginator_class = CappedPaginator
    extra_context = {"section": "people"}

    def get_queryset(self) -> QuerySet:
        people = PublicPerson.objects.by_name()
        if self.initial:
            people = people.filter(initial=self.initial)
        if self.surname:
            people = people.filter(surname=self.surname)
        if self.organization:
            people = people.holding(self.organization.posts.all())
        return people.values_list("pk", flat=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            initials=self.initials,
            initial=self.initial,
            surname=self.surname,
            organization=self.organization,
            **kwargs,
        )
        keys = context["page_obj"].object_list
        people = list(PublicPerson.objects.by_name().filter(pk__in=keys))
        if (self.surname or self.organization) and not people:
            raise Http404
        return context | {
            "people": people,
            "distinctions": distinctions(people),
            "surnames": self.surnames(people),
        }

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

    @property
    def surname(self) -> str:
        return self.request.GET.get("surname", "")

    @cached_property
    def organization(self) -> Organization | None:
        """The organization asked for; an unknown one is no address."""
        key = self.request.GET.get("organization")
        if key is None:
            return None
        return get_object_or_404(with_holders(), pk=key_in(key))

    def surnames(self, people: list[PublicPerson]) -> list[str]:
        """Return the surnames under the letter asked for, or that of the surname asked for."""
        initial = self.initial
        if self.surname:
            initial = people[0].initial
        if not initial:
            return []
        found = PublicPerson.objects.surnames(initial, MOST_SURNAMES)
        return sorted(found, key=lambda name: (sort_name_of(name), name))


class OrganizationList(ListView):
    """The organizations of whose people publications state a post."""

    template_name = "people/organization_list.html"
    paginate_by = 200
    paginator_class = UncountedPaginator
    context_object_name = "organizations"
    extra_context = {"section": "people"}

    def get_queryset(self) -> QuerySet[Organization]:
        return with_holders().order_by("name")


def with_holders() -> QuerySet[Organization]:
    """Return the organizations that somebody holds a post of, as current publications state it."""
    key = OuterRef("pk")
    held = PublicPost.objects.filter(post=key)
    posts = Post.objects.filter(organization=key)
    stated = posts.filter(Exists(held))
    return Organization.objects.filter(Exists(stated))


class OfPerson(FormerAddress, ListView):
    """A list of what the current publications state of one person, newest first, as keys."""

    merged = MergedPerson
    public = PublicPerson

    paginate_by = 60
    paginator_class = CappedPaginator
    extra_context = {"section": "people"}

    @cached_property
    def person(self) -> PublicPerson:
        return get_object_or_404(self.people, pk=self.kwargs["pk"])

    @property
    def people(self) -> PublicPersonQuerySet:
        """The people with what is asked of the one."""
        return PublicPerson.objects.all()


class PersonView(OfPerson):
    """One person: the words of every published page that name them, newest first."""

    template_name = "people/person_detail.html"

    @property
    def people(self) -> PublicPersonQuerySet:
        taken = PhotoCreator.objects.filter(name=OuterRef("name"))
        others = PublicName.objects.filter(name=OuterRef("name"))
        stated = Statement.objects.filter(
            about=About.PERSON,
            subject=OuterRef("pk"),
            field=Statement.PHOTOGRAPHER,
        )
        return PublicPerson.objects.annotate(
            takes_photos=Exists(taken),
            is_photographer=Exists(stated),
            has_namesakes=Exists(others.exclude(person=OuterRef("pk"))),
        )

    def get_queryset(self) -> QuerySet:
        naming = Statement.objects.naming(self.person.pk)
        return naming.newest_first().values_list("pk", flat=True)

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
        events = events_with(key).values_list("pk", flat=True)
        keys = list(events[: EVENTS_SHOWN + 1])
        return {
            "days": days_with(key, keys[:EVENTS_SHOWN]) if keys else [],
            "has_more_events": len(keys) > EVENTS_SHOWN,
            "posts": posts_of(key),
            "bounds": bounds_of(key),
            "photos": portraits.photos_naming(key),
            "taken": self.taken(),
            "photos_shown": portraits.SHOWN,
            **self.namesakes(),
        }

    def taken(self) -> list[PublicPhoto]:
        """Return the newest photos that the person took."""
        if not self.person.is_photographer:  # type: ignore[attr-defined]
            return []
        return portraits.photos_by(self.person.pk)

    def namesakes(self) -> dict[str, Any]:
        """Return the others of the same name, and what tells them apart."""
        if not self.person.has_namesakes:  # type: ignore[attr-defined]
            return {}
        others = PublicPerson.objects.named(self.person.name)
        listed = list(others.exclude(pk=self.person.pk)[:MOST_NAMESAKES])
        return {"namesakes": listed, "distinctions": distinctions(listed)}


class PersonEvents(OfPerson):
    """All events in which a person took part, by day."""

    template_name = "people/person_events.html"

    def get_queryset(self) -> QuerySet:
        return events_with(self.person.pk).values_list("pk", flat=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(person=self.person, **kwargs)
        keys = context["page_obj"].object_list
        return context | {"days": days_with(self.person.pk, keys)}


def with_addresses(keys: list[int]) -> StatementQuerySet:
    """Return the statements of these keys with their addresses, newest first."""
    stated = Statement.objects.filter(pk__in=keys)
    addressed = stated.with_article()
    return addressed.newest_first()
