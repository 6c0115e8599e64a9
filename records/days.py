"""Days that readers and consumers give: read strictly, and a span in its order."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class IsoDateField(forms.DateField):
    """A day as 2021-09-28, in every language; ``strptime`` would also take 2021-9-28."""

    default_error_messages = {"invalid": _("Give a day as 2021-09-28.")}

    def to_python(self, value: Any) -> dt.date | None:
        if value in self.empty_values or isinstance(value, dt.date):
            return super().to_python(value)
        if not ISO_DAY.fullmatch(value):
            raise ValidationError(
                self.error_messages["invalid"], code="invalid"
            )
        return super().to_python(value)


class SpanForm(forms.Form):
    """Refuse a span of days, ``date_from`` to ``date_to``, that ends before it begins."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        first = cleaned.get("date_from")
        last = cleaned.get("date_to")
        if not first or not last:
            return cleaned
        if first > last:
            self.add_error("date_to", _("This day is before the first day."))
        return cleaned
