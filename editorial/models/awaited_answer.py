"""Who waits to hear what became of a reader's report."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.finding import Finding


class AwaitedAnswerQuerySet(models.QuerySet["AwaitedAnswer"]):
    def due(self) -> Self:
        """Keep those whose finding somebody has decided."""
        decided = [Finding.Status.ACCEPTED, Finding.Status.DISMISSED]
        return self.filter(finding__status__in=decided)


class AwaitedAnswer(models.Model):
    """An e-mail address to answer to, kept until the answer is sent and no longer."""

    finding = models.ForeignKey(
        Finding,
        models.CASCADE,
        related_name="awaited_answers",
        verbose_name=_("finding"),
    )
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language"), max_length=10)
    title = models.CharField(_("title"), max_length=300)
    address = models.URLField(_("address"), max_length=500)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = AwaitedAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("awaited answer")
        verbose_name_plural = _("awaited answers")
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "email"], name="one_answer_to_each"
            )
        ]

    def __str__(self) -> str:
        return self.title
