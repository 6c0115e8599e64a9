"""The signed steps of an article's three reviews."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from records.choices import Choices

USER = settings.AUTH_USER_MODEL


def review_steps() -> Choices:
    return Review.Step.choices


def review_decisions() -> Choices:
    return Review.Decision.choices


class ReviewQuerySet(models.QuerySet["Review"]):
    def standing(self) -> Self:
        """Keep the reviews that no later change of the text has voided."""
        return self.filter(voided=False)

    def void(self) -> None:
        """Let those that stand count no longer."""
        self.standing().update(voided=True)

    def approving(self) -> ReviewQuerySet:
        """Keep the standing reviews that let the article pass."""
        return self.standing().filter(decision=Review.Decision.APPROVED)


class Review(models.Model):
    """One signed step of 三审: any two steps by different people, none by who last changed words or
    facts.

    Source: the state notice on the 三审三校 inspection and 报纸期刊质量管理规定 (国新出发〔2020〕10号).
    """

    class Step(models.TextChoices):
        FIRST = "first", _("first review")
        SECOND = "second", _("second review")
        FINAL = "final", _("final review")

    class Decision(models.TextChoices):
        APPROVED = "approved", _("approved")
        RETURNED = "returned", _("returned")

    article = models.ForeignKey(
        Article,
        models.PROTECT,
        related_name="reviews",
        verbose_name=_("article"),
    )
    step = models.CharField(_("step"), max_length=10, choices=review_steps)
    decision = models.CharField(
        _("decision"), max_length=10, choices=review_decisions
    )
    opinion = models.TextField(
        _("opinion"),
        help_text=_(
            "Kept with your name and the time. A return needs its reason."
        ),
    )
    version = models.PositiveIntegerField(
        _("version"), help_text=_("The version of the text that was read.")
    )
    sha256 = models.CharField(
        _("SHA-256 of words and facts"),
        max_length=64,
        editable=False,
        help_text=_("Of what was signed, as a publication would hold it."),
    )
    voided = models.BooleanField(
        _("voided"),
        default=False,
        help_text=_("Words or facts changed after this review."),
    )
    by = models.ForeignKey(
        USER, models.PROTECT, related_name="reviews", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["article", "at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "by"],
                condition=Q(voided=False, decision="approved"),
                name="one_step_per_reviewer",
            ),
            models.UniqueConstraint(
                fields=["article", "step"],
                condition=Q(voided=False, decision="approved"),
                name="one_approval_per_step",
            ),
        ]
        permissions = [
            ("first_review", _("May sign the first review")),
            ("second_review", _("May sign the second review")),
            ("final_review", _("May sign the final review")),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.get_decision_display()}"

    def clean(self) -> None:
        """Refuse a step out of turn, the wrong person, an older version and silence."""
        if self.article.status == Article.Status.PUBLISHED:
            raise ValidationError(
                _(
                    "This article is published; it is reviewed again once it has been changed."
                )
            )
        approved = self.article.reviews.approving()
        if self.step != self.next_step(approved):
            raise ValidationError(_("It is not this step's turn."))
        self._check_person(approved)
        if self.version != self.article.version:
            raise ValidationError(
                _(
                    "The text has changed since you opened it; read it again before signing."
                )
            )
        if not self.opinion.strip():
            raise ValidationError({"opinion": _("A review needs an opinion.")})

    def _check_person(self, approved: ReviewQuerySet) -> None:
        """Refuse who last changed the article, and who signed another step of it."""
        if (
            self.by_id is not None
            and self.article.last_changed_by_id == self.by_id
        ):
            raise ValidationError(
                _(
                    "You last changed this article; somebody else must review it."
                )
            )
        if approved.filter(by=self.by_id).exists():
            raise ValidationError(
                _(
                    "You signed another step of this review; any two steps need two people."
                )
            )

    @classmethod
    def next_step(cls, approved: Iterable[Review]) -> str | None:
        """Return the first step that none of these approvals has signed, None when all three
        are.
        """
        signed = {review.step for review in approved}
        for step in cls.Step.values:
            if step not in signed:
                return step
        return None
