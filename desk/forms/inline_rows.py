"""The rows of a record's page: kept when a colleague deletes them, checked with their parent,
without a query each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

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

# How a form edits the fields of a class: the arguments of its form field.
Overrides = dict[type[models.Field], dict[str, Any]]


class KnownAutocomplete(AutocompleteSelect):
    """Show the record chosen without asking the database for it: a row that was fetched with it
    knows it.
    """

    known: models.Model | None = None

    def know_from(self, row: models.Model) -> None:
        """Keep the record that a row was fetched with; none when it was fetched without."""
        self.known = self.field.get_cached_value(row, default=None)

    def optgroups(
        self, name: str, value: Sequence[str], attr: Any = None
    ) -> list[Any]:
        known = self.known
        if known is None or [str(known.pk)] != list(map(str, value)):
            return super().optgroups(name, value, attr)
        options = []
        if not self.is_required:
            options.append(self.create_option(name, "", "", False, 0))
        chosen = self.create_option(name, known.pk, str(known), True, 1)
        return [(None, [*options, chosen], 0)]


def _innermost(widget: forms.Widget) -> forms.Widget:
    """Return the widget that takes the value: the admin wraps those of related records."""
    return getattr(widget, "widget", widget)


class RowForm(forms.ModelForm):
    """One row of an inline."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            widget = _innermost(field.widget)
            if isinstance(widget, KnownAutocomplete):
                widget.know_from(self.instance)

    def _post_clean(self) -> None:
        """Check what the row must not share with others of its parent, too: Django leaves out what
        names the parent.
        """
        # Private Django, which the stubs leave out.
        super()._post_clean()  # type: ignore[misc]
        if not self.has_changed() or self.errors or not self._has_parent():
            return
        # Private Django, which the stubs leave out.
        exclude = self._get_validation_exclusions()  # type: ignore[attr-defined]
        try:
            self.instance.validate_constraints(exclude=exclude)
        except ValidationError as refusal:
            self._update_errors(refusal)  # type: ignore[attr-defined]

    def _has_parent(self) -> bool:
        """Tell whether the record that the row belongs to is stored."""
        return all(
            field.parent_instance.pk
            for field in self.fields.values()
            if isinstance(field, InlineForeignKeyField)
        )


class RowFormSet(BaseInlineFormSet):
    """Rows in the order they were posted: one that a colleague has deleted meanwhile keeps what was
    typed into it.

    Such a row stands as None among the stored ones, is shown with a refused save, and is not saved.
    """

    @cached_property
    def stored(self) -> dict[str, models.Model]:
        return {str(row.pk): row for row in super().get_queryset()}

    # Django counts, indexes and walks through them, as it does with a QuerySet.
    def get_queryset(  # type: ignore[override]
        self,
    ) -> Sequence[models.Model | None]:
        if not self.is_bound:
            return list(self.stored.values())
        return [self.stored.get(key) for key in self._posted_keys()]

    def _posted_keys(self) -> Iterator[str]:
        """Yield the keys of the rows that the page showed, as it sent them back."""
        name = self.model._meta.pk.name
        for index in range(self.initial_form_count()):
            yield self.data.get(f"{self.add_prefix(index)}-{name}") or ""

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
            attrs = _innermost(field.widget).attrs
            attrs["aria-label"] = str(field.label)

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        # Private Django, which the stubs leave out.
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        if i < self.initial_form_count() and form.instance.pk is None:
            key = form.fields[self.model._meta.pk.name]
            key.required = False
            key.disabled = True
        return form

    def _existing_object(self, pk: Any) -> models.Model:
        return self.stored.get(str(pk)) or self.model()


class RowInline(admin.TabularInline):
    """Rows fetched with what they point to."""

    form = RowForm
    formset = RowFormSet
    formfield_overrides: ClassVar[Overrides] = {
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
        self,
        db_field: models.ForeignKey[Any, Any],
        request: HttpRequest,
        **kwargs: Any,
    ) -> forms.ModelChoiceField | None:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """A row is narrow: what it points to can be added from it, and is changed on its own
        page.
        """
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_change_related = False
            widget.can_delete_related = False
            widget.can_view_related = False
        return field
