"""Two people who may be one: found by name, decided by an editor, never by a machine."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models.person import Person
from records.choices import Choices


def likenesses() -> Choices:
    return Pair.Likeness.choices


def verdicts() -> Choices:
    return Pair.Verdict.choices


class PairQuerySet(models.QuerySet["Pair"]):
    def waiting(self) -> Self:
        """Keep the pairs nobody has decided about."""
        return self.filter(verdict="")

    def put_off(self) -> Self:
        return self.filter(verdict=Pair.Verdict.LATER)

    def of_people(self, keys: list[int]) -> Self:
        return self.filter(Q(first__in=keys) | Q(second__in=keys))

    def with_people(self) -> Self:
        return self.select_related("first", "second")


class Pair(models.Model):
    """``first`` is the person of the lower key. Two who prove to be one are merged, and their pair
    goes with the one that goes; ``verdict`` is "" until somebody decides.
    """

    class Likeness(models.TextChoices):
        SAME_NAME = "same_name", _("same name")
        SAME_SOUND = "same_sound", _("same sound")
        NEAR_SOUND = "near_sound", _("nearly the same sound")
        LOOK_ALIKE = "look_alike", _("characters that look alike")
        ONE_CHARACTER = "one_character", _("one character differs")

    class Verdict(models.TextChoices):
        TWO = "two", _("two people")
        LATER = "later", _("put off")

    first = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="pairs_as_first",
        verbose_name=_("person"),
    )
    second = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="pairs_as_second",
        verbose_name=_("other person"),
    )
    likeness = models.CharField(
        _("likeness"), max_length=20, choices=likenesses
    )
    verdict = models.CharField(
        _("verdict"), max_length=10, blank=True, choices=verdicts
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )

    found_at = models.DateTimeField(_("found"), auto_now_add=True)

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair of near names")
        verbose_name_plural = _("pairs of near names")
        ordering = ["pk"]
        default_permissions = ("change",)
        indexes = [
            models.Index(fields=["verdict", "id"], name="pair_by_verdict")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["first", "second"], name="pair_once"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="pair_in_order"
            ),
            models.CheckConstraint(
                condition=Q(verdict="", by=None)
                | ~Q(verdict="") & Q(by__isnull=False),
                name="pair_decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} {self.second}"
