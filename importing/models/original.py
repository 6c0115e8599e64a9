"""The delivered files themselves: which are kept, and of which page."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext_lazy as _

from articles.models import Page
from articles.whole_files import WholeFileStorage


class Original(models.Model):
    """A delivered file that a page was read from, kept under its digest in a storage of its own."""

    page = models.ForeignKey(
        Page,
        models.CASCADE,
        related_name="originals",
        verbose_name=_("page"),
    )
    position = models.PositiveIntegerField(_("position"))
    name = models.TextField(_("file"))
    path = models.TextField(
        _("path"), help_text=_("As links in the other files name it.")
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64, db_index=True)

    class Meta:
        verbose_name = _("delivered file")
        verbose_name_plural = _("delivered files")
        ordering = ["page", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "position"], name="original_once"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def kept_at(self) -> str:
        """Where the file is kept in ``originals()``."""
        return kept_under(self.sha256)


def kept_under(sha256: str) -> str:
    """Return where ``originals()`` keeps the bytes of this digest."""
    folder = sha256[:2]
    return f"{folder}/{sha256}"


@deconstructible
class OriginalStorage(WholeFileStorage):
    """The folder of delivered files, which is never under a public address."""

    @property
    def base_location(self) -> Path:
        return Path(settings.ORIGINALS_ROOT)

    @property
    def location(self) -> str:
        return str(self.base_location.absolute())


def originals() -> Storage:
    """Return the storage of delivered files, which has no public address."""
    return storages["originals"]
