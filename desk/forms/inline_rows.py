"""The rows of a record's page: kept when a colleague deletes them, checked with their parent,
without a query each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AutocompleteSelect,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField
from django.http import HttpRequest
from django.utils.functional import cached_property

from records.plaintext import PlainLineField, PlainTextField


class KnownAutocomplete(AutocompleteSelect):
    """Show the record chosen without asking the database for it: a row that was fetched with it
    knows it.
    """

    known: models.Model | None = None

    def optgroups(
        self, name: str, value: list[str], attr: dict[str, Any] | None = None
    ) -> list[Any]:
        known = self.known
        if known is None or [str(known.pk)] != [str(item) for item in value]:
            return super().optgroups(name, value, attr)
        blank = (
            []
            if self.is_required
            else [self.create_option(name, "", "", False, 0)]
        )
        return [
            (
                None,
                [
                    *blank,
                    self.create_option(name, known.pk, str(known), True, 1),
                ],
                0,
            )
        ]


class RowForm(forms.ModelForm):
    """One row of an inline."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownAutocomplete):
                widget.known = self.instance._state.fields_cache.get(name)

    def _post_clean(self) -> None:
        """Check what the row must not share with others of its parent, too: Django leaves out what
        names the parent.
        """
        super()._post_clean()
        parents = [
            field.parent_instance
            for field in self.fields.values()
            if isinstance(field, InlineForeignKeyField)
        ]
        if (
            self.has_changed()
            and not self.errors
            and all(parent.pk for parent in parents)
        ):
            try:
                self.instance.validate_constraints(
                    exclude=self._get_validation_exclusions()
                )
            except ValidationError as refusal:
                self._update_errors(refusal)


class RowFormSet(BaseInlineFormSet):
    """Rows in the order they were posted: one that a colleague has deleted meanwhile keeps what was
    typed into it.

    Such a row stands as None among the stored ones, is shown with a refused save, and is not saved.
    """

    @cached_property
    def stored(self) -> dict[str, models.Model]:
        return {str(row.pk): row for row in super().get_queryset()}

    def get_queryset(self) -> Sequence[models.Model | None]:
        if not self.is_bound:
            return list(self.stored.values())
        name = self.model._meta.pk.name
        posted = [
            self.data.get(f"{self.add_prefix(index)}-{name}")
            for index in range(self.initial_form_count())
        ]
        return [self.stored.get(pk) for pk in posted]

    @property
    def unseen(self) -> list[models.Model]:
        """The stored rows that a bound page does not have: a colleague has added them; they
        stay.
        """
        known = {row.pk for row in self.get_queryset() if row}
        return [row for row in self.stored.values() if row.pk not in known]

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Name each field: a row has no labels of its own, only the heads of its columns."""
        super().add_fields(form, index)
        for field in form.fields.values():
            getattr(field.widget, "widget", field.widget).attrs[
                "aria-label"
            ] = str(field.label)

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        form = super()._construct_form(i, **kwargs)
        if i < self.initial_form_count() and form.instance.pk is None:
            key = form.fields[self._pk_field.name]
            key.required = False
            key.disabled = True
        return form

    def _existing_object(self, pk: Any) -> models.Model:
        return self.stored.get(str(pk)) or self.model()


class RowInline(admin.TabularInline):
    """Rows fetched with what they point to."""

    form = RowForm
    formset = RowFormSet
    formfield_overrides = {
        models.CharField: {"form_class": PlainLineField},
        models.TextField: {
            "form_class": PlainTextField,
            "widget": AdminTextareaWidget(attrs={"rows": 3}),
        },
    }
    extra = 0
    view_on_site = False
    fetch: tuple[str, ...] = ()
    is_edited = True

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related(*self.fetch)

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.Field:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field:
        """A row is narrow: what it points to can be added from it, and is changed on its own
        page.
        """
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(
            getattr(field, "widget", None), RelatedFieldWidgetWrapper
        ):
            field.widget.can_change_related = (
                field.widget.can_delete_related
            ) = field.widget.can_view_related = False
        return field
