"""The admin of facts whose words are typed: what was found is marked as evidence when they are
saved.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from desk.forms.editor_forms import EditorAdmin
from desk.forms.inline_rows import RowInline
from desk.signed_in import editor_of
from desk.stated_words.stating_forms import (
    WORDS,
    WORDS_IN,
    StatedRowForm,
    StatedRows,
    StatingForm,
)
from editorial.office.marking_evidence import PERMISSION, mark_evidence
from people.models import Membership
from records.plaintext import key_in


class StatedInline(RowInline):
    """Rows that each have the words that state them."""

    form = StatedRowForm
    formset = StatedRows
    fetch: tuple[str, ...] = ("evidence",)
    autocomplete_fields = ["evidence"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Who may mark words may type them."""
        fields = [*super().get_fields(request, obj)]
        may_change = self.has_change_permission(request, obj)
        if may_change and request.user.has_perm(PERMISSION):
            fields.append(WORDS)
        return fields


class StatingAdmin(EditorAdmin):
    """The page of a record on which words are marked for it and for its rows."""

    form = StatingForm
    change_form_template = "admin/desk/stating_form.html"

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,
        **kwargs: Any,
    ) -> Any:
        form: Any = super().get_form(
            request,
            obj,
            change,
            **kwargs,
        )
        given = request.POST.get(WORDS_IN) or request.GET.get(WORDS_IN, "")
        form.asked = key_in(given)
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        aside = {WORDS, WORDS_IN}
        kept = [
            (name, {**options, "fields": _without(options["fields"], aside)})
            for name, options in fieldsets
        ]
        if not self._may_mark(request, obj):
            return kept
        fields = {"fields": [WORDS_IN, WORDS], "classes": ["stating"]}
        return [*kept, (_("Words that state it"), fields)]

    def _may_mark(self, request: HttpRequest, obj: Any) -> bool:
        if not request.user.has_perm(PERMISSION):
            return False
        if obj is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, obj)

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        record = super().save_form(request, form, change)
        if form.found and hasattr(type(record), "evidence_id"):
            self._mark(request, form)
        return record

    def save_formset(
        self, request: HttpRequest, form: Any, formset: Any, change: bool
    ) -> None:
        for row in formset.forms:
            if getattr(row, "found", None) and row not in formset.deleted_forms:
                self._mark(request, row)
        super().save_formset(request, form, formset, change)

    def _mark(self, request: HttpRequest, form: Any) -> None:
        form.instance.evidence = mark_evidence(form.found, editor_of(request))

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        """Add the words to those that a record has several of."""
        record = form.instance
        if form.found and not hasattr(type(record), "evidence_id"):
            made = mark_evidence(form.found, editor_of(request))
            if isinstance(record, Membership):
                record.evidence.add(made)
            else:
                chosen = form.cleaned_data["evidence"]
                form.cleaned_data["evidence"] = [*chosen, made]
        super().save_related(request, form, formsets, change)


def _without(fields: Any, names: set[str]) -> list[Any]:
    return [field for field in fields if field not in names]
