"""What every editor's form has: a colleague's save is never overwritten, and history is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import _get_foreign_key
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from desk.forms.history_pages import ReadableHistory
from desk.forms.inline_rows import RowFormSet, RowInline
from records.plaintext import PlainLineField, PlainTextField

SEEN = "_seen"
SEEN_AGAIN = "_seen_again"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which a form differs from what is stored now."""

    label: str
    yours: str
    theirs: str


class WatchedForm(forms.ModelForm):
    """Refuse to save over a colleague, on this page or on the own page of one of its rows.

    The page carries what its editor saw (``_seen``); when the record has moved on, both texts are
    shown, and only who says so (``_seen_again``) saves over the newer one.
    """

    is_stale = False
    # The models of the rows on the page, each with the name of what leads to the record.
    rows: Sequence[tuple[type[models.Model], str]] = ()

    @cached_property
    def stamp(self) -> str:
        """What changes with every save of the record or of its rows: their latest rows of history,
        and how many there are.

        A row that was moved to another record leaves no history here, only a gap.
        """
        marks = [_latest(self.instance.history)]
        for model, parent in self.rows:
            own = {parent: self.instance.pk}
            marks += [
                _latest(model.history.filter(**own)),
                model.objects.filter(**own).count(),
            ]
        return ".".join(map(str, marks))

    @property
    def seen(self) -> str:
        """The stamp that the page carries along; that of a refused page stays the old one."""
        return self.data.get(SEEN, "") if self.is_stale else self.stamp

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and self.stamp not in (
            self.data.get(SEEN),
            self.data.get(SEEN_AGAIN),
        ):
            self.is_stale = True
            raise ValidationError(
                _(
                    "A colleague has changed this since you opened it. Nothing of yours is lost."
                )
            )
        return self.cleaned_data if cleaned is None else cleaned


def _latest(history: models.Manager | models.QuerySet) -> int:
    return history.aggregate(latest=models.Max("history_id"))["latest"] or 0


def disagreements(form: forms.ModelForm, row: str = "") -> list[Disagreement]:
    """Return the fields in which a bound form and the record it was made from differ; ``row`` names
    an inline's.
    """
    found = []
    for name in form.changed_data:
        field = form.fields[name]
        theirs = _shown(field, form.get_initial_for_field(field, name))
        label = f"{row}: {field.label}" if row else str(field.label)
        found.append(
            Disagreement(
                label, _shown(field, form.cleaned_data.get(name, "")), theirs
            )
        )
    return found


def disagreements_of_rows(rows: RowFormSet) -> list[Disagreement]:
    """Return the same of an inline's rows; one that only a colleague has is theirs alone."""
    found = [
        each
        for row in rows.initial_forms
        for each in disagreements(row, _row_name(row.instance))
    ]
    return found + [
        Disagreement(_row_name(row), "", str(row))
        for row in getattr(rows, "unseen", ())
    ]


def _row_name(record: models.Model) -> str:
    """Name a row of an inline; one that is stored no more has only its kind."""
    return f"{record._meta.verbose_name} {record if record.pk else ''}".strip()


def _shown(field: forms.Field, value: Any) -> str:
    """Return a value as text: the name of a choice, the names of the records."""
    if isinstance(value, models.Model) or value in field.empty_values:
        return str(value or "")
    if isinstance(value, (list, tuple, models.QuerySet)):
        return "\n".join(map(str, value))
    if isinstance(field, forms.ModelChoiceField):
        return str(field.queryset.filter(pk=value).first() or "")
    return str(dict(getattr(field, "choices", ())).get(value, value))


class EditorAdmin(ReadableHistory):
    """The admin of a record that editors keep: with history, and safe against stale saves."""

    form = WatchedForm
    formfield_overrides = {
        models.CharField: {"form_class": PlainLineField},
        models.SlugField: {},
        models.TextField: {
            "form_class": PlainTextField,
            "widget": AdminTextareaWidget,
        },
    }
    list_per_page = 50
    view_on_site = False

    def get_ordering(self, request: HttpRequest) -> Sequence[str]:
        """Name the model's own order: a list that counts related rows loses it otherwise."""
        return self.ordering or self.opts.ordering

    def get_object(
        self,
        request: HttpRequest,
        object_id: str,
        from_field: str | None = None,
    ) -> models.Model | None:
        """Keep others from the record and its rows while it is being saved: nobody comes between
        check and save.
        """
        obj = super().get_object(request, object_id, from_field)
        if (
            obj is not None
            and request.method == "POST"
            and self.has_change_permission(request, obj)
        ):
            self.model.objects.select_for_update(of=["self"], no_key=True).get(
                pk=obj.pk
            )
            for model, parent in self.rows(request, obj):
                # In one order, for a row can stand on two pages: two who save both would wait for
                # each other.
                list(
                    model.objects.select_for_update(of=["self"], no_key=True)
                    .filter(**{parent: obj})
                    .order_by("pk")
                )
            obj.refresh_from_db()
        return obj

    def get_form(
        self,
        request: HttpRequest,
        obj: models.Model | None = None,
        **kwargs: Any,
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, **kwargs)
        form.rows = self.rows(request, obj)
        return form

    def rows(
        self, request: HttpRequest, obj: models.Model | None
    ) -> list[tuple[type[models.Model], str]]:
        """Name the rows that can be edited on the page: their models, each with what leads to the
        record.
        """
        inlines = (
            row
            for row in self.get_inline_instances(request, obj)
            if isinstance(row, RowInline) and row.is_edited
        )
        return [
            (
                row.model,
                _get_foreign_key(self.model, row.model, row.fk_name).name,
            )
            for row in inlines
        ]

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,
        **kwargs: Any,
    ) -> HttpResponse:
        form = context["adminform"].form
        if getattr(form, "is_stale", False):
            sets = [
                inline.formset for inline in context["inline_admin_formsets"]
            ]
            in_rows = (
                found for rows in sets for found in disagreements_of_rows(rows)
            )
            context["disagreements"] = [*disagreements(form), *in_rows]
        return super().render_change_form(request, context, *args, **kwargs)


class ReadOnlyAdmin(admin.ModelAdmin):
    """What is a record of work: read by editors, made by the machine or by a verb, never typed
    over.
    """

    list_per_page = 50
    view_on_site = False

    def has_add_permission(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> bool:
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> bool:
        return False
