"""The admin of facts whose words are typed: what was found is marked as evidence when they are
saved.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Evidence
from desk.forms.editor_forms import EditorAdmin
from desk.forms.inline_rows import RowInline
from desk.signed_in import editor_of
from desk.stated_words.contradicted import ContradictionsTold
from desk.stated_words.stating_forms import (
    WORDS,
    WORDS_IN,
    StatedRowForm,
    StatedRows,
    StatingForm,
    StatingRowsForm,
)
from editorial.office.marking_evidence import (
    PERMISSION,
    MarkedPlace,
    mark_evidence,
)
from people.models import Membership
from records.plaintext import key_in


class StatedInline(RowInline):
    """Rows that each have the words that state them."""

    form = StatedRowForm
    formset = StatedRows
    fetch: tuple[str, ...] = ("evidence",)
    autocomplete_fields = ["evidence"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Who may mark words may type them: last in the row, or where its fields name them."""
        fields = [*super().get_fields(request, obj)]
        may_change = self.has_change_permission(request, obj)
        may_mark = may_change and request.user.has_perm(PERMISSION)
        if not may_mark:
            return _without(fields, {WORDS})
        if WORDS not in fields:
            fields.append(WORDS)
        return fields


class StatingRowsAdmin(ContradictionsTold, EditorAdmin):
    """The page of a record on which words are marked for its rows."""

    form = StatingRowsForm
    change_form_template = "admin/desk/stating_form.html"
    # The fields of words that stand elsewhere on the page.
    other_words: tuple[str, ...] = ()

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
        may_mark = self._may_mark(request, obj)
        declared = self.form.declared_fields
        stating = [name for name in (WORDS_IN, WORDS) if name in declared]
        aside = {*stating}
        if not may_mark:
            aside.update(self.other_words)
        kept = [
            (name, {**options, "fields": _without(options["fields"], aside)})
            for name, options in fieldsets
        ]
        if not may_mark:
            return kept
        fields = {"fields": stating, "classes": ["stating"]}
        return [*kept, (_("Words that state it"), fields)]

    def _may_mark(self, request: HttpRequest, obj: Any) -> bool:
        if not request.user.has_perm(PERMISSION):
            return False
        if obj is None:
            return self.has_add_permission(request)
        return self.has_change_permission(request, obj)

    def save_formset(
        self, request: HttpRequest, form: Any, formset: Any, change: bool
    ) -> None:
        """Mark the words of rows: those that a row points to before it is saved, those that point
        to the row after it.
        """
        stated = [
            row
            for row in formset.forms
            if getattr(row, "found", None) and row not in formset.deleted_forms
        ]
        points = hasattr(formset.model, "evidence_id")
        if points:
            for row in stated:
                row.instance.evidence = self.mark(request, row.found)
        super().save_formset(request, form, formset, change)
        if not points:
            for row in stated:
                made = self.mark(request, row.found)
                row.instance.evidence.add(made)

    def mark(self, request: HttpRequest, place: MarkedPlace) -> Evidence:
        """Return the evidence at a place; raise ``PermissionDenied`` for who may mark none."""
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return mark_evidence(place, editor_of(request))


class StatingAdmin(StatingRowsAdmin):
    """The page of a record that has words of its own, too."""

    form = StatingForm

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        record = super().save_form(request, form, change)
        if form.found and hasattr(type(record), "evidence_id"):
            record.evidence = self.mark(request, form.found)
        return record

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        """Add the words to those that a record has several of."""
        record = form.instance
        if form.found and not hasattr(type(record), "evidence_id"):
            made = self.mark(request, form.found)
            if isinstance(record, Membership):
                record.evidence.add(made)
            else:
                chosen = form.cleaned_data["evidence"]
                form.cleaned_data["evidence"] = [*chosen, made]
        super().save_related(request, form, formsets, change)


def _without(fields: Any, names: set[str]) -> list[Any]:
    return [field for field in fields if field not in names]
