"""The tables the rules read: each row with its authority and its dates."""

from __future__ import annotations

from django.contrib import admin

from desk.forms.editor_forms import EditorAdmin
from importing.models import FixedExpression, LookAlike
from people.models import RosterEntry

DATED: list[str | tuple[str, ...]] = ["authority", ("valid_from", "valid_to")]


@admin.register(FixedExpression)
class FixedExpressionAdmin(EditorAdmin):
    list_display = [
        "phrase",
        "preferred",
        "authority",
        "valid_from",
        "valid_to",
    ]
    search_fields = ["phrase", "preferred", "authority"]
    list_filter = ["valid_from", "valid_to"]
    fields = ["phrase", "preferred", *DATED]


@admin.register(RosterEntry)
class RosterEntryAdmin(EditorAdmin):
    list_display = [
        "roster",
        "rank",
        "person",
        "post",
        "authority",
        "valid_from",
        "valid_to",
    ]
    list_select_related = ["person"]
    list_filter = ["roster", "valid_from"]
    search_fields = ["roster", "person__name", "post"]
    autocomplete_fields = ["person"]
    fields = ["roster", "rank", "person", "post", *DATED]


@admin.register(LookAlike)
class LookAlikeAdmin(EditorAdmin):
    list_display = ["character", "mistaken_for", "authority"]
    search_fields = ["character", "mistaken_for"]
    fields = ["character", "mistaken_for", *DATED]
