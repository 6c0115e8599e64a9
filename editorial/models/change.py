"""The log of what readers see become visible, different, merged or gone."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from records.choices import Choices


class RecordKind(models.TextChoices):
    """The kinds of records that have a public address."""

    ARTICLE = "article", _("article")
    PHOTO = "photo", _("photo")
    PERSON = "person", _("person")
    EVENT = "event", _("event")
    ORGANIZATION = "organization", _("organization")
    NEWSPAPER = "newspaper", _("newspaper")
    ISSUE = "issue", _("issue")
    PAGE = "page", _("page")


class WhatHappened(models.TextChoices):
    """What readers see of a record from now on."""

    PUBLISHED = "published", _("published")
    CHANGED = "changed", _("changed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    MERGED = "merged", _("merged")
    DELETED = "deleted", _("deleted")


def kinds_of_record() -> Choices:
    return RecordKind.choices


def happenings() -> Choices:
    return WhatHappened.choices


class ChangeQuerySet(models.QuerySet["Change"]):
    def after(self, number: int) -> Self:
        """Keep what happened after the change of this number, in the order of commits."""
        return self.filter(number__gt=number).order_by("number")

    def last_of_each(self) -> Self:
        """Keep the last change of each record."""
        return self.filter(is_latest=True)

    def of(self, kind: str, keys: Any) -> Self:
        """Keep the changes of records of one kind."""
        return self.filter(kind=kind, key__in=keys)


class Change(models.Model):
    """One line of the log. Numbers follow each other without a gap, in the order of commits.

    ``into`` is the key of the record that a merged one became. ``is_latest`` marks the last line of
    each record, so that asking for it costs the same however often the record changed."""

    number = models.PositiveBigIntegerField(_("number"), primary_key=True)
    kind = models.CharField(
        _("kind of record"), max_length=20, choices=kinds_of_record
    )
    key = models.PositiveBigIntegerField(_("key"))
    happened = models.CharField(
        _("what happened"), max_length=10, choices=happenings
    )
    into = models.PositiveBigIntegerField(
        _("merged into"), null=True, blank=True
    )
    digest = models.CharField(_("digest"), max_length=64, blank=True)
    at = models.DateTimeField(_("at"))
    is_latest = models.BooleanField(_("latest of its record"), default=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=Q(is_latest=True),
                name="one_latest_change_a_record",
            ),
            models.CheckConstraint(
                condition=Q(happened="merged", into__isnull=False)
                | (~Q(happened="merged") & Q(into__isnull=True)),
                name="merged_says_into_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.key} {self.happened}"

    @property
    def leaves_it_public(self) -> bool:
        """Tell whether readers see the record after this change."""
        seen = (WhatHappened.PUBLISHED, WhatHappened.CHANGED)
        return self.happened in seen


class ChangeCounter(models.Model):
    """The one row that holds the last number given.

    Who writes changes locks it until the transaction ends, so that numbers follow commits."""

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    last = models.PositiveBigIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("counter of changes")
        verbose_name_plural = _("counters of changes")
        constraints = [
            models.CheckConstraint(
                condition=Q(id=1), name="one_counter_of_changes"
            )
        ]

    def __str__(self) -> str:
        return str(self.last)
