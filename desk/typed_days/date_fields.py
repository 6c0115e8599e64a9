"""Form fields for dates as people write them, and the forms that tell them which year is meant."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from django import forms
from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from desk.typed_days.typed_dates import AskYear, YearClue, day_typed, edtf_typed
from desk.typed_days.year_clues import clue_for
from events.models import Event
from people.models import Membership
from records.plaintext import PlainLineField

# The texts that hold EDTF.
PARTIAL_DATES = {
    (Event, "edtf"),
    (Membership, "start_date"),
    (Membership, "end_date"),
}
DAY_FORMS = _("As 2021-09-27, 2021/9/27, 2021年9月27日 or 9月27日.")
DATE_FORMS = _(
    "As 2021-09-27, 2021/9/27, 2021年9月27日, 2021年9月 or 9月27日至29日, "
    "or EDTF: 2021-09-27/2021-09-29, 2021-09~."
)


class YearTold:
    """A field whose form tells, once it is asked, the year of a date typed without one."""

    ask: AskYear = YearClue


class PartialDateField(YearTold, PlainLineField):
    """A day, a month, a year or a span, kept as EDTF."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "help_text": DATE_FORMS})

    def to_python(self, value: Any) -> str | None:
        text = super().to_python(value)
        return edtf_typed(text, self.ask) if text else text


class DayField(YearTold, forms.DateField):
    """One day."""

    def __init__(self, **kwargs: Any) -> None:
        says = kwargs.get("help_text")
        told = format_lazy("{} {}", says, DAY_FORMS) if says else DAY_FORMS
        super().__init__(**{**kwargs, "help_text": told})

    def to_python(self, value: Any) -> dt.date | None:
        if value in self.empty_values or isinstance(value, dt.date):
            return super().to_python(value)
        return day_typed(str(value), self.ask)


def as_written(db_field: models.Field, given: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of a form field, for a partial date with the field that reads it."""
    if (db_field.model, db_field.name) in PARTIAL_DATES:
        return {**given, "form_class": PartialDateField}
    return given


class DatesTyped(forms.ModelForm):
    """A form of a record whose dates may be typed without the year."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, YearTold):
                field.ask = partial(clue_for, self, name)
