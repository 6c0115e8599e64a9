"""Rows that hold from one day to another."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

# Stands for a day that is not known where two unknown days must count as the same.
NO_DAY = Value(dt.date.min, output_field=models.DateField())
# Open beginnings are one and the same: SQLite would count each null as a value of its own.
BEGINNING = Coalesce("valid_from", NO_DAY)


class Dated(models.Model):
    authority = models.CharField(
        _("authority"),
        max_length=200,
        blank=True,
        help_text=_("Where the rule comes from."),
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        abstract = True
