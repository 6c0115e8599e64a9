"""How words were read before the reading that corrections disagree with."""

from __future__ import annotations

import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Photo
from articles.models.selector import SAME_PHOTO, Part
from records.choices import Choices

# The keys of an article, a part of it, and a photo whose caption that is.
TextKey = tuple[int, str, int | None]


def parts_read() -> Choices:
    return Part.choices


class EarlierReading(models.Model):
    """A text of an article as it was read before: what a later reading and the corrections both
    began from. It is kept while they disagree.

    ``later_sha256`` names the later reading; what has another text as read since, such as an
    article that people have laid out anew, has no earlier reading."""

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        related_name="earlier_readings",
        verbose_name=_("article"),
    )
    photo = models.ForeignKey(
        Photo,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="earlier_readings",
        verbose_name=_("photo"),
    )
    part = models.CharField(_("part"), max_length=20, choices=parts_read)
    text = models.TextField(_("text"), blank=True)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    later_sha256 = models.CharField(_("SHA-256"), max_length=64)

    class Meta:
        verbose_name = _("earlier reading")
        verbose_name_plural = _("earlier readings")
        ordering = ["article", "part"]
        constraints = [
            models.UniqueConstraint(
                "article", "part", SAME_PHOTO, name="earlier_reading_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.article} {self.part}"

    @property
    def key(self) -> TextKey:
        return self.article_id, self.part, self.photo_id

    def note_later(self, reading: str) -> None:
        """Name the reading that came after this one."""
        self.later_sha256 = _digest(reading)

    def came_before(self, reading: str) -> bool:
        """Tell whether this is what was read before a reading."""
        return self.later_sha256 == _digest(reading)


def _digest(reading: str) -> str:
    return hashlib.sha256(reading.encode()).hexdigest()
