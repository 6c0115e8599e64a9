"""What every editor's form has: a colleague's save is never overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import _get_foreign_key
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from desk.forms.disagreements import disagreements, disagreements_of_rows
from desk.forms.going_along import NamedDeletion
from desk.forms.inline_rows import Overrides, RowInline
from desk.forms.logged_saves import LoggedSaves
from desk.list_export import ListExport
from desk.typed_days.date_fields import DatesTyped, DayField, as_written
from editorial.steps.stored_rows import RowKey, Values, rows_with, stored_rows
from editorial.steps.tracked import tracked_kind
from records.plaintext import PlainLineField, PlainTextField

SEEN = "_seen"
SEEN_AGAIN = "_seen_again"


@dataclass(frozen=True, slots=True)
class WatchedRows:
    """The rows of one model on a record's page; ``parent`` leads from a row to the record."""

    # Any tracked model: ``objects`` is no attribute of Model itself.
    model: type[Any]
    parent: str

    @classmethod
    def of(cls, inline: RowInline) -> WatchedRows:
        model = inline.model
        # Django's check of the admin has refused an inline without such a field.
        link: Any = _get_foreign_key(
            inline.parent_model,
            model,
            inline.fk_name,
        )
        return cls(model, link.name)

    @property
    def go_along(self) -> bool:
        """Tell whether a row is deleted with its record."""
        link = self.model._meta.get_field(self.parent)
        return link.remote_field.on_delete is models.CASCADE

    def held(self, key: Any) -> list[tuple[RowKey, Values]]:
        """Return what is stored of the rows of the record of this key."""
        model: type[models.Model] = self.model
        kind = tracked_kind(model)
        rows = rows_with(kind, {self.parent: key})
        return sorted(rows.items())

    def lock(self, record: models.Model) -> None:
        """Keep others from the rows of a record until the transaction ends.

        In one order, for a row can stand on two pages: two who save both would wait for each
        other.
        """
        own = {self.parent: record}
        rows = self.model.objects.filter(**own)
        list(_locked(rows).order_by("pk"))


class WatchedForm(DatesTyped):
    """Refuse to save over a colleague, on this page or on the own page of one of its rows.

    The page carries what its editor saw (``_seen``); when the record has moved on, both texts are
    shown, and only who says so (``_seen_again``) saves over the newer one.
    """

    is_stale = False
    rows: Sequence[WatchedRows] = ()

    @cached_property
    def stamp(self) -> str:
        """The digest of what is stored of the record and of its rows, "" before it is stored."""
        record: models.Model = self.instance
        if record.pk is None:
            return ""
        kind = tracked_kind(type(record))
        own = stored_rows([(kind, record.pk)])
        held = [rows.held(record.pk) for rows in self.rows]
        words = repr((own, held))
        return hashlib.sha256(words.encode()).hexdigest()

    @property
    def seen(self) -> str:
        """The stamp that the page carries along; that of a refused page stays the old one."""
        if self.is_stale:
            return self.data.get(SEEN, "")
        return self.stamp

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and not self._has_seen():
            self.is_stale = True
            message = _(
                "A colleague has changed this since you opened it. Nothing of yours is lost."
            )
            raise ValidationError(message)
        if cleaned is None:
            return self.cleaned_data
        return cleaned

    def _has_seen(self) -> bool:
        """Tell whether the editor saw the record as it is stored now, first or after a refusal."""
        return self.stamp in (
            self.data.get(SEEN),
            self.data.get(SEEN_AGAIN),
        )


def _locked(records: models.QuerySet) -> models.QuerySet:
    """Keep others from changing the records until the transaction ends; they may be pointed to."""
    return records.select_for_update(
        of=["self"],
        no_key=True,
    )


class EditorAdmin(ListExport, NamedDeletion, LoggedSaves):
    """The admin of a record that editors keep: each save a step, and safe against stale saves."""

    form = WatchedForm
    formfield_overrides: ClassVar[Overrides] = {
        models.CharField: {"form_class": PlainLineField},
        models.DateField: {"form_class": DayField},
        models.SlugField: {},
        models.TextField: {
            "form_class": PlainTextField,
            "widget": AdminTextareaWidget,
        },
    }
    list_per_page = 50
    # False, or a method that returns a record's address.
    view_on_site: Any = False

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        given = as_written(db_field, kwargs)
        return super().formfield_for_dbfield(db_field, request, **given)

    def get_ordering(self, request: HttpRequest) -> list[str]:
        """Name the model's own order: a list that counts related rows loses it otherwise."""
        own: Sequence[Any] = self.ordering or self.opts.ordering or ()
        return [*own]

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
        if obj is not None and self._is_saving(request, obj):
            self._lock(request, obj)
            obj.refresh_from_db()
            edited = self.rows(request, obj)
            wholly = any(not rows.go_along for rows in edited)
            self.watch(request, obj, wholly=wholly)
        return obj

    def _is_saving(self, request: HttpRequest, obj: models.Model) -> bool:
        if request.method != "POST":
            return False
        return self.has_change_permission(request, obj)

    def _lock(self, request: HttpRequest, obj: models.Model) -> None:
        """Keep others from the record, then from its rows, until the transaction ends."""
        records = self.model.objects.all()
        _locked(records).get(pk=obj.pk)
        for rows in self.rows(request, obj):
            rows.lock(obj)

    def get_form(
        self,
        request: HttpRequest,
        obj: models.Model | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> Any:
        form: Any = super().get_form(
            request,
            obj,
            change,
            **kwargs,
        )
        form.rows = self.rows(request, obj)
        return form

    def rows(
        self, request: HttpRequest, obj: models.Model | None
    ) -> list[WatchedRows]:
        """Return the rows that can be edited on the page, by their models."""
        return [
            WatchedRows.of(inline)
            for inline in self.get_inline_instances(request, obj)
            if isinstance(inline, RowInline) and inline.is_edited
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
            found = list(disagreements(form))
            for inline in context["inline_admin_formsets"]:
                found += disagreements_of_rows(inline.formset)
            context["disagreements"] = found
        return super().render_change_form(
            request,
            context,
            *args,
            **kwargs,
        )


class ReadOnlyAdmin(ListExport, admin.ModelAdmin):
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
