"""Where a refused form and what a colleague has stored meanwhile differ, to be shown side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models

from desk.forms.inline_rows import RowFormSet


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which a form differs from what is stored now."""

    label: str
    yours: str
    theirs: str


def disagreements(
    form: forms.ModelForm, row: str = ""
) -> Iterator[Disagreement]:
    """Yield the fields in which a bound form and the record it was made from differ; ``row`` names
    an inline's.
    """
    for name in form.changed_data:
        field = form.fields[name]
        label = f"{row}: {field.label}" if row else str(field.label)
        stored = form.get_initial_for_field(field, name)
        typed = form.cleaned_data.get(name, "")
        yield Disagreement(label, _shown(field, typed), _shown(field, stored))


def disagreements_of_rows(rows: RowFormSet) -> Iterator[Disagreement]:
    """Yield the same of an inline's rows; one that only a colleague has is theirs alone."""
    for row in rows.initial_forms:
        yield from disagreements(row, _row_name(row.instance))
    for unseen in getattr(rows, "unseen", ()):
        yield Disagreement(_row_name(unseen), "", str(unseen))


def _row_name(record: models.Model) -> str:
    """Name a row of an inline; one that is stored no more has only its kind."""
    kind = str(record._meta.verbose_name)
    return f"{kind} {record}".strip() if record.pk else kind


def _shown(field: forms.Field, value: Any) -> str:
    """Return a value as text: the name of a choice, the names of the records."""
    if isinstance(value, models.Model):
        return str(value)
    if value in field.empty_values:
        return ""
    if isinstance(value, (list, tuple, models.QuerySet)):
        return "\n".join(map(str, value))
    if isinstance(field, forms.ModelChoiceField):
        return _name_of_chosen(field, value)
    choices = dict(getattr(field, "choices", ()))
    return str(choices.get(value, value))


def _name_of_chosen(field: forms.ModelChoiceField, key: Any) -> str:
    """Return the name of the record of this key, '' when it is no choice any more."""
    if field.queryset is None:
        return ""
    return str(field.queryset.filter(pk=key).first() or "")
