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

from desk.typed_days.date_fields import DatesTyped, DayField, as_written
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
        if known is None or not _names(known, value):
            return super().optgroups(name, value, attr)
        options = self._blank(name)
        chosen = self.create_option(
            name,
            value=known.pk,
            label=str(known),
            selected=True,
            index=1,
        )
        options.append(chosen)
        return [(None, options, 0)]

    def _blank(self, name: str) -> list[dict[str, Any]]:
        """Return the choice of no record, where it may be left empty."""
        if self.is_required:
            return []
        blank = self.create_option(
            name,
            value="",
            label="",
            selected=False,
            index=0,
        )
        return [blank]


def _names(record: models.Model, value: Sequence[str]) -> bool:
    """Tell whether the value of a field names this record and no other."""
    own = str(record.pk)
    keys = list(map(str, value))
    return keys == [own]


def _innermost(widget: forms.Widget) -> forms.Widget:
    """Return the widget that takes the value: the admin wraps those of related records."""
    return getattr(widget, "widget", widget)


def _name_aloud(field: forms.Field) -> None:
    """Give a field its label as the name that screen readers say."""
    widget = _innermost(field.widget)
    if not widget.is_hidden and field.label:
        widget.attrs["aria-label"] = str(field.label)


class RowForm(DatesTyped):
    """One row of an inline."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields = self.fields.values()
        for field in fields:
            self._let_know(field)

    def _let_know(self, field: forms.Field) -> None:
        """Tell a field that searches records which of them the row knows already."""
        record = self.instance
        widget = _innermost(field.widget)
        if isinstance(widget, KnownAutocomplete):
            widget.know_from(record)

    def _post_clean(self) -> None:
        """Check what the row must not share with others of its parent, too: Django leaves out what
        names the parent.
        """
        # Private Django, which the stubs leave out.
        super()._post_clean()  # type: ignore[misc]
        if not self.has_changed() or self.errors:
            return
        if self._has_parent():
            self._check_with_parent()

    def _check_with_parent(self) -> None:
        """Note what the row breaks of the rules that its parent takes part in."""
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
        rows = super().get_queryset()
        return {str(row.pk): row for row in rows}

    # Django counts, indexes and walks through them, as it does with a QuerySet.
    def get_queryset(  # type: ignore[override]
        self,
    ) -> Sequence[models.Model | None]:
        stored = self.stored
        if not self.is_bound:
            return list(stored.values())
        posted = self._posted_keys()
        return [stored.get(key) for key in posted]

    def _posted_keys(self) -> Iterator[str]:
        """Yield the keys of the rows that the page showed, as it sent them back."""
        name = self.model._meta.pk.name
        count = self.initial_form_count()
        for index in range(count):
            row = self.add_prefix(index)
            key = self.data.get(f"{row}-{name}")
            yield key or ""

    @property
    def unseen(self) -> list[models.Model]:
        """The stored rows that a bound page does not have: a colleague has added them; they
        stay.
        """
        seen = {row.pk for row in self.get_queryset() if row}
        stored = self.stored.values()
        return [row for row in stored if row.pk not in seen]

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Name each field: a row has no labels of its own, only the heads of its columns."""
        super().add_fields(form, index)
        for field in form.fields.values():
            _name_aloud(field)

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        # Private Django, which the stubs leave out.
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        was_shown = i < self.initial_form_count()
        if was_shown and form.instance.pk is None:
            self._let_go(form)
        return form

    def _let_go(self, form: forms.ModelForm) -> None:
        """Let a row pass whose record is stored no more: its key is not asked for."""
        name = self.model._meta.pk.name
        key = form.fields[name]
        key.required = False
        key.disabled = True

    def _existing_object(self, pk: Any) -> models.Model:
        stored = self.stored.get(str(pk))
        return stored or self.model()


class RowInline(admin.TabularInline):
    """Rows fetched with what they point to."""

    form = RowForm
    formset = RowFormSet
    formfield_overrides: ClassVar[Overrides] = {
        models.CharField: {"form_class": PlainLineField},
        models.DateField: {"form_class": DayField},
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
        rows = super().get_queryset(request)
        return rows.select_related(*self.fetch)

    def formfield_for_foreignkey(
        self,
        db_field: models.ForeignKey[Any, Any],
        request: HttpRequest,
        **kwargs: Any,
    ) -> forms.ModelChoiceField | None:
        searched = self.get_autocomplete_fields(request)
        if db_field.name in searched:
            kwargs["widget"] = KnownAutocomplete(
                db_field,
                self.admin_site,
            )
        return super().formfield_for_foreignkey(
            db_field,
            request,
            **kwargs,
        )

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """A row is narrow: what it points to can be added from it, and is changed on its own
        page.
        """
        given = as_written(db_field, kwargs)
        field = super().formfield_for_dbfield(db_field, request, **given)
        widget = getattr(field, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_change_related = False
            widget.can_delete_related = False
            widget.can_view_related = False
        return field
