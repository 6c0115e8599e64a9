"""Which days a reader asks the chronicle of."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models.public_event import PublicEventQuerySet
from records.days import IsoDateField

FIRST = "from"
LAST = "to"


class PeriodForm(forms.Form):
    """The first and the last day, each of which may be left open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # ``from`` can be no attribute of a class.
        labels = {FIRST: _("first day"), LAST: _("last day")}
        for name, label in labels.items():
            widget = forms.DateInput({"type": "date"})
            self.fields[name] = IsoDateField(
                label=label, required=False, widget=widget
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or self.cleaned_data
        first = cleaned.get(FIRST)
        last = cleaned.get(LAST)
        if first and last and first > last:
            self.add_error(LAST, _("This day is before the first day."))
        return cleaned

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day asked for."""
        return self.cleaned_data[FIRST], self.cleaned_data[LAST]


def within_days(
    events: PublicEventQuerySet, first: dt.date | None, last: dt.date | None
) -> PublicEventQuerySet:
    """Keep the events that begin on these days; read in the order of time from one index."""
    if first:
        events = events.filter(sort_key__gte=first.isoformat())
    if last:
        after = last + dt.timedelta(days=1)
        events = events.filter(sort_key__lt=after.isoformat())
    return events
