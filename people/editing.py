"""What every editor's form has: a colleague's save is never overwritten, history is kept, rows cost no query each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from people.histories import ReadableHistory

SEEN, SEEN_AGAIN = "_seen", "_seen_again"


class PlainTextField(forms.CharField):
    """Lines end in a newline: browsers post CRLF, and every paragraph would count as changed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "strip": False})

    def to_python(self, value: Any) -> str:
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which a form differs from what is stored now."""

    label: str
    yours: str
    theirs: str


class WatchedForm(forms.ModelForm):
    """Refuse to save over a colleague.

    The page carries what its editor saw (``_seen``); when the record has moved on, both texts are shown, and only
    who says so (``_seen_again``) saves over the newer one.
    """

    is_stale = False

    @property
    def stamp(self) -> str:
        """What changes with every save of the record: its latest row of history."""
        latest = self.instance.history.aggregate(latest=models.Max("history_id"))["latest"]
        return str(latest or 0)

    @property
    def seen(self) -> str:
        """The stamp that the page carries along; that of a refused page stays the old one."""
        return self.data.get(SEEN, "") if self.is_stale else self.stamp

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and self.stamp not in (self.data.get(SEEN), self.data.get(SEEN_AGAIN)):
            self.is_stale = True
            raise ValidationError(_("A colleague has changed this since you opened it. Nothing of yours is lost."))
        return self.cleaned_data if cleaned is None else cleaned


def disagreements(form: forms.ModelForm, row: str = "") -> list[Disagreement]:
    """Return the fields in which a bound form and the record it was made from differ; ``row`` names an inline's."""
    found = []
    for name in form.changed_data:
        field = form.fields[name]
        theirs = _shown(field, form.get_initial_for_field(field, name))
        label = f"{row}: {field.label}" if row else str(field.label)
        found.append(Disagreement(label, _shown(field, form.cleaned_data.get(name, "")), theirs))
    return found


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


class KnownAutocomplete(AutocompleteSelect):
    """Show the record chosen without asking the database for it: a row that was fetched with it knows it."""

    known: models.Model | None = None

    def optgroups(self, name: str, value: list[str], attr: dict[str, Any] | None = None) -> list[Any]:
        known = self.known
        if known is None or [str(known.pk)] != [str(item) for item in value]:
            return super().optgroups(name, value, attr)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*blank, self.create_option(name, known.pk, str(known), True, 1)], 0)]


class RowForm(forms.ModelForm):
    """One row of an inline."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownAutocomplete):
                widget.known = self.instance._state.fields_cache.get(name)


class RowFormSet(BaseInlineFormSet):
    """Rows in the order they were posted: one that a colleague has deleted meanwhile keeps what was typed into it.

    Such a row stands as None among the stored ones, is shown with a refused save, and is not saved.
    """

    @cached_property
    def stored(self) -> dict[str, models.Model]:
        return {str(row.pk): row for row in super().get_queryset()}

    def get_queryset(self) -> Sequence[models.Model | None]:
        if not self.is_bound:
            return list(self.stored.values())
        name = self.model._meta.pk.name
        posted = [self.data.get(f"{self.add_prefix(index)}-{name}") for index in range(self.initial_form_count())]
        return [self.stored.get(pk) for pk in posted]

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Name each field: a row has no labels of its own, only the heads of its columns."""
        super().add_fields(form, index)
        for field in form.fields.values():
            getattr(field.widget, "widget", field.widget).attrs["aria-label"] = str(field.label)

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        form = super()._construct_form(i, **kwargs)
        if i < self.initial_form_count() and form.instance.pk is None:
            key = form.fields[self._pk_field.name]
            key.required, key.disabled = False, True
        return form

    def _existing_object(self, pk: Any) -> models.Model:
        return self.stored.get(str(pk)) or self.model()


class RowInline(admin.TabularInline):
    """Rows fetched with what they point to."""

    form = RowForm
    formset = RowFormSet
    formfield_overrides = {
        models.TextField: {"form_class": PlainTextField, "widget": AdminTextareaWidget(attrs={"rows": 3})},
    }
    extra = 0
    view_on_site = False
    fetch: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related(*self.fetch)

    def formfield_for_foreignkey(self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any) -> forms.Field:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> forms.Field:
        """A row is narrow: what it points to can be added from it, and is changed on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_delete_related = field.widget.can_view_related = False
        return field


class EditorAdmin(ReadableHistory):
    """The admin of a record that editors keep: with history, and safe against stale saves."""

    form = WatchedForm
    formfield_overrides = {models.TextField: {"form_class": PlainTextField, "widget": AdminTextareaWidget}}
    list_per_page = 50
    view_on_site = False

    def get_ordering(self, request: HttpRequest) -> Sequence[str]:
        """Name the model's own order: a list that counts related rows loses it otherwise."""
        return self.ordering or self.opts.ordering

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> models.Model | None:
        """Keep others from the record while it is being saved, so that nobody comes between check and save."""
        obj = super().get_object(request, object_id, from_field)
        if obj is not None and request.method == "POST" and self.has_change_permission(request, obj):
            self.model.objects.select_for_update(of=["self"]).get(pk=obj.pk)
            obj.refresh_from_db()
        return obj

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        if getattr(form, "is_stale", False):
            rows = [row for inline in context["inline_admin_formsets"] for row in inline.formset.initial_forms]
            context["disagreements"] = disagreements(form) + [
                found for row in rows for found in disagreements(row, _row_name(row.instance))
            ]
        return super().render_change_form(request, context, *args, **kwargs)


class ReadOnlyAdmin(admin.ModelAdmin):
    """What is a record of work: read by editors, made by the machine or by a verb, never typed over."""

    list_per_page = 50
    view_on_site = False

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
