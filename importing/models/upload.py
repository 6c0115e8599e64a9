"""Files that somebody sent from a browser, and what became of them."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Upload(models.Model):
    """Files sent at once. They are kept in a private folder named by the token, until they are
    loaded or a day has passed.

    Its loads are one batch, whose key is the token. ``job`` is what the work in the background
    calls the load of a large delivery, "" for one that was loaded at once."""

    token = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True, db_index=True)
    newspaper = models.CharField(_("newspaper"), max_length=60, blank=True)
    date = models.DateField(_("date"), null=True, blank=True)
    page = models.CharField(_("page"), max_length=20, blank=True)
    edition = models.CharField(_("edition"), max_length=20, blank=True)
    is_roster = models.BooleanField(_("roster"), default=False)
    loaded_at = models.DateTimeField(_("loaded"), null=True, blank=True)
    job = models.CharField(_("job"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("sent files")
        verbose_name_plural = _("sent files")
        ordering = ["-sent_at"]
        # Whoever may send files may look at those of colleagues, and load them.
        default_permissions = ("add",)

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d %H:%M}"
