"""The proofs of an issue: three readings against the print, the check of changes, the last look."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Issue
from editorial.models.step import Step
from records.choices import Choices

USER = settings.AUTH_USER_MODEL


def proof_stages() -> Choices:
    return Proof.Stage.choices


class ProofQuerySet(models.QuerySet["Proof"]):
    def standing(self) -> Self:
        """Keep those that nobody has taken back."""
        return self.filter(voided=False)


class Proof(models.Model):
    """One signed stage of an issue, by name and date.

    Source: 三审三校, and 核红 and 通读 before 付印; who keyed a change does not check it."""

    class Stage(models.TextChoices):
        FIRST = "first", _("first proof")
        SECOND = "second", _("second proof")
        THIRD = "third", _("third proof")
        CHANGES = "changes", _("check of changes")
        READING = "reading", _("reading through")

    # What nobody signs who changed words or facts of the issue.
    BY_OTHERS = frozenset({Stage.CHANGES, Stage.READING})

    issue = models.ForeignKey(
        Issue,
        models.PROTECT,
        related_name="proofs",
        verbose_name=_("issue"),
    )
    stage = models.CharField(_("stage"), max_length=10, choices=proof_stages)
    note = models.TextField(_("note"), blank=True)
    voided = models.BooleanField(_("taken back"), default=False)
    by = models.ForeignKey(
        USER, models.PROTECT, related_name="proofs", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = ProofQuerySet.as_manager()

    class Meta:
        verbose_name = _("proof")
        verbose_name_plural = _("proofs")
        ordering = ["issue", "at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "stage"],
                condition=Q(voided=False),
                name="one_proof_a_stage",
            )
        ]

    def __str__(self) -> str:
        return self.get_stage_display()

    def clean(self) -> None:
        """Refuse a stage out of turn, and who changed what is to be checked."""
        signed = Proof.objects.standing().filter(issue=self.issue_id)
        done = set(signed.values_list("stage", flat=True))
        if self.stage != self.next_stage(done):
            raise ValidationError(_("It is not this stage's turn."))
        if self.stage in self.BY_OTHERS and self._has_changed_it():
            raise ValidationError(
                _(
                    "You changed words or facts of this issue; somebody else must."
                )
            )

    def _has_changed_it(self) -> bool:
        own = Step.objects.of_people().filter(by=self.by_id)
        return own.filter(changed__page__issue=self.issue_id).exists()

    @classmethod
    def next_stage(cls, done: set[str]) -> str | None:
        """Return the first stage that is not signed, None when all are."""
        for stage in cls.Stage.values:
            if stage not in done:
                return stage
        return None
