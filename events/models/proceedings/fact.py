"""Fact: what every statement about an event shares."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Evidence
from events.models.stated import StatedQuerySet


class Fact(models.Model):
    """Something stated of an event; it cannot exist without the words that state it."""

    event = models.ForeignKey(
        "events.Event", models.CASCADE, verbose_name=_("event")
    )
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, verbose_name=_("evidence")
    )

    objects = StatedQuerySet.as_manager()

    class Meta:
        abstract = True
