"""The table of roles in events: one character for each, and what it weighs in a list."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventRole(models.Model):
    """A role as participations print it, with the character that stands for it where there is room
    for one only; the heavier stands first.
    """

    label = models.CharField(
        _("role"),
        max_length=60,
        unique=True,
        help_text=_("As printed: 执行主席, 主持人."),
    )
    character = models.CharField(
        _("one character"),
        max_length=1,
        help_text=_("Stands for the role in charts and narrow tables."),
    )
    weight = models.PositiveSmallIntegerField(
        _("weight"), default=0, help_text=_("The heavier stands first.")
    )
    needs_presence = models.BooleanField(
        _("only who is there has it"),
        default=True,
        help_text=_(
            "Off for what befalls people who may be elsewhere: being elected."
        ),
    )

    class Meta:
        verbose_name = _("role in events")
        verbose_name_plural = _("roles in events")
        ordering = ["-weight", "label"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(character=""),
                name="role_has_its_character",
            )
        ]

    def __str__(self) -> str:
        return self.label
