"""What somebody has typed and not saved, and what somebody has put aside to work on."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

USER = settings.AUTH_USER_MODEL


class Draft(models.Model):
    """Words typed into a form, by the names of its fields, and what the form began with.

    ``address`` names the form; it is unique to a person."""

    user = models.ForeignKey(
        USER, models.CASCADE, related_name="drafts", verbose_name=_("by")
    )
    address = models.CharField(_("name of the form"), max_length=120)
    base = models.TextField(_("words it began with"), blank=True)
    typed = models.JSONField(_("typed"), default=dict)
    at = models.DateTimeField(_("at"), auto_now=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint("user", "address", name="one_draft_a_form")
        ]

    def __str__(self) -> str:
        return self.address


class HoldQuerySet(models.QuerySet["Hold"]):
    def standing(self) -> Self:
        """Keep those whose time has not run out."""
        return self.filter(until__gt=timezone.now())

    def of_others(self, user: User) -> Self:
        return self.standing().exclude(by=user)


class Hold(models.Model):
    """A reservation: ``subject`` is an article or a page, as ``article:12``; it ends by itself."""

    subject = models.CharField(_("subject"), max_length=40, unique=True)
    by = models.ForeignKey(
        USER, models.CASCADE, related_name="holds", verbose_name=_("by")
    )
    until = models.DateTimeField(_("until"))

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("reservation")
        verbose_name_plural = _("reservations")
        ordering = ["until"]

    def __str__(self) -> str:
        return self.subject
