"""What a person changed in the words of an article."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Photo
from articles.models.selector import parts_of_an_article
from editorial.models.finding import Finding

USER = settings.AUTH_USER_MODEL


class Correction(models.Model):
    """One change a person made: at ``start`` of the field the words ``old`` became ``new``.

    ``version`` is the article's version that the change made.
    """

    article = models.ForeignKey(
        Article,
        models.PROTECT,
        related_name="corrections",
        verbose_name=_("article"),
    )
    photo = models.ForeignKey(
        Photo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("photo"),
    )
    part = models.CharField(
        _("part"), max_length=10, choices=parts_of_an_article
    )
    start = models.PositiveIntegerField(_("start"))
    old = models.TextField(_("old"), blank=True)
    new = models.TextField(_("new"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    finding = models.ForeignKey(
        Finding,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("finding"),
    )
    version = models.PositiveIntegerField(_("version"))
    by = models.ForeignKey(
        USER, models.PROTECT, related_name="corrections", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["article", "version", "part", "start"]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
