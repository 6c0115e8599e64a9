"""Steps that wait: what one person asks for, and a second one confirms or declines."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from records.choices import Choices

USER = settings.AUTH_USER_MODEL


def outcomes_of_asking() -> Choices:
    return WaitingStep.Outcome.choices


class WaitingStepQuerySet(models.QuerySet["WaitingStep"]):
    def waiting(self) -> Self:
        """Keep what nobody has decided about."""
        return self.filter(outcome="")

    def about(self, kind: str, key: int) -> list[WaitingStep]:
        """Return what waits about one record that readers see, the oldest first."""
        # Of what waits an office has a screenful: no index would find it sooner.
        asked = self.waiting().select_related("by").defer("acts")
        about = [kind, key]
        return [each for each in asked.order_by("pk") if about in each.records]


class WaitingStep(models.Model):
    """One or several acts that were tried and not taken, ``acts`` as plain values: of each its
    kind, article, page, reason and what it undoes, and the rows of the step it would be.
    ``records`` are what readers would see otherwise, as [kind, key], and ``subject`` names them.
    Once confirmed, the steps are ``by`` who asked for them.
    """

    class Outcome(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        DECLINED = "declined", _("declined")
        TAKEN_BACK = "taken_back", _("taken back")

    # Enough of a name to know it by.
    MOST_OF_A_NAME = 300

    acts = models.JSONField(_("acts"), editable=False)
    records = models.JSONField(_("records"), editable=False)
    subject = models.CharField(
        _("what"), max_length=MOST_OF_A_NAME, editable=False
    )
    by = models.ForeignKey(
        USER,
        models.PROTECT,
        related_name="waiting_steps",
        verbose_name=_("asked by"),
    )
    at = models.DateTimeField(_("asked"), auto_now_add=True)
    outcome = models.CharField(
        _("outcome"), max_length=12, blank=True, choices=outcomes_of_asking
    )
    decided_by = models.ForeignKey(
        USER,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)

    objects = WaitingStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("act to be confirmed")
        verbose_name_plural = _("acts to be confirmed")
        ordering = ["-pk"]
        default_permissions = ("view",)
        permissions = [("confirm_step", _("May confirm what others ask for"))]
        indexes = [
            models.Index(fields=["outcome", "id"], name="waiting_by_outcome")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", decided_by=None)
                | ~Q(outcome="") & Q(decided_by__isnull=False),
                name="waiting_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "taken_back"])
                | ~Q(decided_by=F("by")),
                name="waiting_decided_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.subject
