"""Photos of an article, with IPTC's fields."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article


class Photo(models.Model):
    """A photo with IPTC's fields; ``read_caption`` is what the machine read and is never edited.

    ``creators`` holds the photographers' names as printed, in order, one a line.
    """

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        related_name="photos",
        verbose_name=_("article"),
    )
    position = models.PositiveIntegerField(_("position"), default=1)
    image = models.ImageField(
        _("picture"), upload_to="photos/%Y/%m/", blank=True
    )
    caption = models.TextField(_("caption"), blank=True)
    read_caption = models.TextField(
        _("caption as read"), blank=True, editable=False
    )
    creators = models.TextField(
        _("photographers"), blank=True, help_text=_("One name a line.")
    )
    creator_job_title = models.CharField(
        _("photographers' job title"), max_length=60, blank=True
    )
    credit_line = models.CharField(_("credit line"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    date_created = models.DateField(_("date taken"), null=True, blank=True)
    copyright_notice = models.CharField(
        _("copyright notice"), max_length=200, blank=True
    )
    alt_text = models.TextField(
        _("alternative text"),
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    start = models.PositiveIntegerField(null=True, editable=False)
    end = models.PositiveIntegerField(null=True, editable=False)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["article", "position", "pk"]

    def __str__(self) -> str:
        return (self.caption or str(self.article))[:40]

    def get_absolute_url(self) -> str:
        return reverse("photo", args=[self.pk])

    def get_picture_url(self, size: str) -> str:
        """Return where the picture in a size stands: one address for all languages."""
        return reverse("photo-picture", args=[self.pk, size])

    @property
    def creator_names(self) -> list[str]:
        """The photographers' names in printed order."""
        return self.creators.split("\n") if self.creators else []
