"""The loads of files: what came, when, and what became of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Page
from records.choices import Choices

USER = settings.AUTH_USER_MODEL


def outcomes() -> Choices:
    return ImportRun.Outcome.choices


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    def times_read(self, page: int) -> models.QuerySet:
        """Return when the page of this key was read, the first time first."""
        outcomes = (ImportRun.Outcome.CREATED, ImportRun.Outcome.UPDATED)
        loads = self.filter(page=page, outcome__in=outcomes)
        times = loads.order_by("finished_at")
        return times.values_list("finished_at", flat=True)


class ImportRun(models.Model):
    """One load of one file. When a page is delivered anew, the text it replaces is kept here."""

    class Outcome(models.TextChoices):
        CREATED = "created", _("created")
        UNCHANGED = "unchanged", _("unchanged")
        UPDATED = "updated", _("read again")
        REFUSED = "refused", _("refused")
        TAKEN_BACK = "taken_back", _("taken back")

    source_name = models.CharField(
        _("file"),
        max_length=255,
        help_text=_(
            "With the page's place in a file of several pages: issue.pdf#3."
        ),
    )
    batch = models.UUIDField(
        _("run"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("One command's loads share it."),
    )
    sha256 = models.CharField(
        _("SHA-256"), max_length=64, blank=True, db_index=True
    )
    page = models.ForeignKey(
        Page,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="import_runs",
        verbose_name=_("page"),
    )
    outcome = models.CharField(_("outcome"), max_length=10, choices=outcomes)
    message = models.TextField(_("message"), blank=True)
    counts = models.JSONField(_("counts"), default=dict, blank=True)
    replaced_text = models.TextField(
        _("text replaced by this load"), blank=True, editable=False
    )
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"))
    by = models.ForeignKey(
        USER,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("load")
        verbose_name_plural = _("loads")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return self.source_name

    def same_batch(self) -> models.QuerySet[ImportRun]:
        """Return the loads of the command that this one was part of."""
        return ImportRun.objects.filter(batch=self.batch)
