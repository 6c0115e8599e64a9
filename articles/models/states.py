"""How far an article has come on its way to readers, and what readers may see of all that."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from records.choices import Choices


class StateOfWork(models.TextChoices):
    IMPORTED = "imported", _("imported")
    FIRST_REVIEWED = "first_reviewed", _("passed first review")
    SECOND_REVIEWED = "second_reviewed", _("passed second review")
    FINAL_REVIEWED = "final_reviewed", _("passed final review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


def states_of_work() -> Choices:
    return StateOfWork.choices


def of_published(path: str = "") -> Q:
    """Return the condition that the article at ``path``, a prefix of lookups, is one that readers
    may see.
    """
    return Q((f"{path}publications__is_current", True))


class AnnouncedCorrection(models.Model):
    """Readers of this publication are told that a correction is under way. It says nothing any more
    once the publication is not current: who publishes the next one need not take it back.
    """

    publication = models.OneToOneField(
        "articles.Publication",
        models.CASCADE,
        related_name="announced_correction",
        verbose_name=_("publication"),
    )

    class Meta:
        verbose_name = _("announced correction")
        verbose_name_plural = _("announced corrections")
        ordering = ["publication_id"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.publication)
