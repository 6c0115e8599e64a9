"""The authority of people: names, organizations, posts, memberships."""

from __future__ import annotations

from typing import Protocol

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from desk.admin.facts.tenure_rows import RosterRowInline, TenureBoundInline
from desk.forms.editor_forms import EditorAdmin
from desk.forms.inline_rows import RowInline
from desk.stated_words.stating_admin import (
    StatedInline,
    StatingAdmin,
    StatingRowsAdmin,
)
from desk.stated_words.stating_forms import (
    WORDS,
    StatedPostForm,
    StatingRowsForm,
)
from people.models import Membership, Organization, OtherName, Person, Post

# Of a person who is named everywhere, the places marked last are enough to choose an article from.
MOST_NAMING = 60
HOLDING = ("role", "rank", "start_date", "end_date", "stated_on")


class OtherNameInline(RowInline):
    model = OtherName


class MembershipInline(StatedInline):
    model = Membership
    form = StatedPostForm
    fields = ["post", WORDS, *HOLDING]
    fetch = ("person", "post")
    autocomplete_fields = ["post"]
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return super().get_queryset(request).prefetch_related("evidence")


class MentionCount(Protocol):
    """How often a person is mentioned, as the list counts it."""

    mention_count: int


class StatedPersonForm(StatingRowsForm):
    """A person's posts are stated by articles that name the person."""

    @cached_property
    def naming(self) -> set[int]:
        if not self.instance.pk:
            return set()
        newest = self.instance.mentions.order_by("-pk")
        return set(newest.values_list("article", flat=True)[:MOST_NAMING])


class PersonAdmin(StatingRowsAdmin):
    """The person's page; the desk registers it together with merging, which reaches into every
    package.
    """

    form = StatedPersonForm
    list_display = [
        "name",
        "sort_name",
        "gender",
        "nationality",
        "mention_count",
    ]
    list_filter = ["initial", "gender", "newspapers"]
    search_fields = ["name", "other_names__name", "sort_name"]
    fields = [
        "name",
        "sort_name",
        ("gender", "nationality"),
        "note",
        "two_in_one",
    ]
    readonly_fields = ["two_in_one"]
    inlines = [OtherNameInline, MembershipInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        return (
            super()
            .get_queryset(request)
            .annotate(mention_count=Count("mentions"))
        )

    @admin.display(description=_("Two people in one?"))
    def two_in_one(self, person: Person) -> SafeString | str:
        """Lead to where the places of a person are given to another."""
        if person.pk is None:
            return "-"
        address = reverse("desk-split-person", args=[person.pk])
        words = _("Choose the places that are somebody else’s")
        return format_html('<a href="{}">{}</a>', address, words)

    @admin.display(description=_("mentions"), ordering="mention_count")
    def mention_count(self, person: MentionCount) -> int:
        return person.mention_count


class PostInline(RowInline):
    model = Post
    show_change_link = True


@admin.register(Organization)
class OrganizationAdmin(EditorAdmin):
    list_display = ["name", "classification", "parent"]
    list_filter = ["classification"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    autocomplete_fields = ["parent"]
    inlines = [PostInline]


class HolderInline(MembershipInline):
    """The same memberships, seen from the post."""

    fields = ["person", WORDS, *HOLDING]
    autocomplete_fields = ["person"]


@admin.register(Post)
class PostAdmin(StatingRowsAdmin):
    list_display = ["label", "role", "organization"]
    list_select_related = ["organization"]
    list_filter = ["organization"]
    search_fields = ["label", "role", "organization__name"]
    fields = ["label", "role", "organization", "has_one_holder"]
    autocomplete_fields = ["organization"]
    inlines = [HolderInline]


class EvidenceCount(Protocol):
    """How many words state a membership, as the list counts it."""

    evidence_count: int


@admin.register(Membership)
class MembershipAdmin(StatingAdmin):
    list_display = [
        "person",
        "post",
        "role",
        "rank",
        "stated_on",
        "evidence_count",
    ]
    list_select_related = ["person", "post"]
    list_filter = ["stated_on"]
    search_fields = ["person__name", "post__label", "role"]
    autocomplete_fields = ["person", "post"]
    inlines = [TenureBoundInline, RosterRowInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return (
            super()
            .get_queryset(request)
            .annotate(evidence_count=Count("evidence"))
        )

    @admin.display(description=_("evidence"), ordering="evidence_count")
    def evidence_count(self, membership: EvidenceCount) -> int:
        return membership.evidence_count
