"""Where a refused form and what a colleague has stored meanwhile differ, shown side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models

from desk.forms.inline_rows import RowFormSet


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field in which a form differs from what is stored now; ``base`` is what it was when the
    form was opened, None where that is not known.
    """

    label: str
    yours: str
    theirs: str
    base: str | None = None


def disagreements(
    form: forms.ModelForm, row: str = ""
) -> Iterator[Disagreement]:
    """Yield the fields in which a bound form and the record it was made from differ; ``row`` names
    an inline's.
    """
    for name in form.changed_data:
        field = form.fields[name]
        stored = form.get_initial_for_field(field, name)
        typed = form.cleaned_data.get(name, "")
        yield Disagreement(
            label=_label(field, row),
            yours=_shown(field, typed),
            theirs=_shown(field, stored),
            base=getattr(form, "then", {}).get(name),
        )


def disagreements_of_rows(rows: RowFormSet) -> Iterator[Disagreement]:
    """Yield the same of an inline's rows; one that only a colleague has is theirs alone."""
    for row in rows.initial_forms:
        name = _row_name(row.instance)
        yield from disagreements(row, name)
    for unseen in getattr(rows, "unseen", ()):
        yield Disagreement(
            label=_row_name(unseen),
            yours="",
            theirs=str(unseen),
        )


def _row_name(record: models.Model) -> str:
    """Name a row of an inline; one that is stored no more has only its kind."""
    kind = str(record._meta.verbose_name)
    if record.pk is None:
        return kind
    return f"{kind} {record}".strip()


def _label(field: forms.Field, row: str) -> str:
    """Name a field, with the row it stands in."""
    if row:
        return f"{row}: {field.label}"
    return str(field.label)


def _shown(field: forms.Field, value: Any) -> str:
    """Return a value as text: the name of a choice, the names of the records."""
    if isinstance(value, models.Model):
        return str(value)
    if value in field.empty_values:
        return ""
    if isinstance(value, (list, tuple, models.QuerySet)):
        return "\n".join(map(str, value))
    return _name_of_choice(field, value)


def _name_of_choice(field: forms.Field, value: Any) -> str:
    """Return what a field calls a value that can be chosen in it; other values as they are."""
    if isinstance(field, forms.ModelChoiceField):
        return _name_of_chosen(field, value)
    choices = dict(getattr(field, "choices", ()))
    return str(choices.get(value, value))


def _name_of_chosen(field: forms.ModelChoiceField, key: Any) -> str:
    """Return the name of the record of this key, '' when it is no choice any more."""
    if field.queryset is None:
        return ""
    found = field.queryset.filter(pk=key)
    return str(found.first() or "")
