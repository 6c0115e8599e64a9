"""Tables the rules read, kept by editors; each row carries its authority and its dates."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.dated import BEGINNING, Dated


class FixedExpression(Dated):
    phrase = models.CharField(
        _("phrase"), max_length=100, help_text=_("The wording to doubt.")
    )
    preferred = models.CharField(
        _("preferred"),
        max_length=100,
        help_text=_("The wording to offer in its place."),
    )

    class Meta:
        verbose_name = _("fixed expression")
        verbose_name_plural = _("fixed expressions")
        ordering = ["phrase"]
        constraints = [
            models.UniqueConstraint(
                "phrase",
                "preferred",
                BEGINNING,
                name="fixed_expression_once",
                violation_error_message=_(
                    "This wording is in the table already, valid from the same day."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.phrase} → {self.preferred}"


class LookAlike(Dated):
    character = models.CharField(_("character"), max_length=1)
    mistaken_for = models.CharField(
        _("mistaken for"),
        max_length=20,
        help_text=_("Characters, without separators."),
    )

    class Meta:
        verbose_name = _("look-alike pair")
        verbose_name_plural = _("look-alike pairs")
        ordering = ["character"]
        constraints = [
            models.UniqueConstraint(
                fields=["character"], name="look_alike_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.character} {self.mistaken_for}"
