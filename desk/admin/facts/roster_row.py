"""Rows of kept roster files: evidence of its own kind, confirmed by a second person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from desk.forms.editor_forms import EditorAdmin
from desk.forms.editor_names import name_of
from desk.forms.list_actions import carry_out
from desk.signed_in import editor_of
from editorial.roster_rows import confirm
from people.models import RosterRow


@admin.register(RosterRow)
class RosterRowAdmin(EditorAdmin):
    """Whoever changes a row has entered it, and somebody else confirms it again."""

    list_display = [
        "words",
        "authority",
        "row",
        "short_digest",
        "enterer",
        "confirmer",
    ]
    list_select_related = ["entered_by", "confirmed_by"]
    list_filter = [
        "authority",
        ("confirmed_by", admin.EmptyFieldListFilter),
    ]
    search_fields = ["words", "authority", "sha256"]
    autocomplete_fields = ["memberships"]
    fields = [
        "sha256",
        "row",
        "words",
        "authority",
        "memberships",
        "enterer",
        "confirmer",
    ]
    readonly_fields = ["enterer", "confirmer"]
    actions = ["confirm_selected"]

    def save_model(
        self,
        request: HttpRequest,
        obj: RosterRow,
        form: forms.ModelForm,
        change: Any,
    ) -> None:
        """Note who entered the row; what is changed has to be confirmed again."""
        if form.has_changed() or not change:
            obj.entered_by = editor_of(request)
            obj.confirmed_by = None
        super().save_model(request, obj, form, change)

    def has_delete_permission(
        self, request: HttpRequest, obj: RosterRow | None = None
    ) -> bool:
        """Keep what two people have confirmed."""
        if obj is not None and obj.confirmed_by_id:
            return False
        return super().has_delete_permission(request, obj)

    @admin.action(
        description=_("Confirm the selected rows"), permissions=["change"]
    )
    def confirm_selected(
        self, request: HttpRequest, queryset: QuerySet[RosterRow]
    ) -> None:
        by = editor_of(request)
        carry_out(request, queryset, lambda row: confirm(row, by))

    @admin.display(description=_("digest of the file"), ordering="sha256")
    def short_digest(self, row: RosterRow) -> str:
        return row.sha256[:12]

    @admin.display(description=_("entered by"), ordering="entered_by")
    def enterer(self, row: RosterRow) -> str:
        return name_of(row.entered_by if row.entered_by_id else None) or "-"

    @admin.display(description=_("confirmed by"), ordering="confirmed_by")
    def confirmer(self, row: RosterRow) -> str:
        return name_of(row.confirmed_by) or "-"
