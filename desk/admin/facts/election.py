"""Elections with those who stood in them, and the table of roles in events."""

from __future__ import annotations

from django.contrib import admin

from desk.forms.editor_forms import EditorAdmin
from desk.stated_words.stating_admin import StatedInline, StatingAdmin
from events.models import Candidacy, Election, EventRole


class CandidacyInline(StatedInline):
    model = Candidacy
    fields = ["person", "outcome", "rank", "votes", "evidence"]
    fetch = ("person", "evidence")
    autocomplete_fields = ["person", "evidence"]


@admin.register(Election)
class ElectionAdmin(StatingAdmin):
    list_display = ["office", "event", "seats", "list_order", "evidence"]
    list_select_related = ["event", "evidence"]
    list_filter = ["list_order", "evidence__check_again"]
    search_fields = ["office", "event__title", "candidacies__person__name"]
    autocomplete_fields = ["event", "evidence"]
    fields = ["event", "office", ("seats", "list_order"), "evidence"]
    inlines = [CandidacyInline]


@admin.register(EventRole)
class EventRoleAdmin(EditorAdmin):
    list_display = ["label", "character", "weight", "needs_presence"]
    list_filter = ["needs_presence"]
    search_fields = ["label", "character"]
    fields = ["label", ("character", "weight"), "needs_presence"]
