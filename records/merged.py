"""What is remembered of a record that was merged into another."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Merged(models.Model):
    """A record that proved to be the same as another and is no more: its address leads to the one
    that stays.

    ``moved`` names by model the rows that were its own and those that were there twice, for whoever
    must part them again."""

    former = models.PositiveBigIntegerField(_("former number"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    reason = models.TextField(_("reason"))
    moved = models.JSONField(_("moved"), default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name
