"""Jobs, and the workers that do them.

The queue is the library's table: it holds which task is to be run, and who claimed it. A ``Job`` is
what people see of it, and what it lacks: progress, a lease, attempts, a way to stop."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from records.choices import Choices

# Who has not been heard of for so long is no longer there.
SILENCE = dt.timedelta(minutes=2)


def kinds() -> Choices:
    return Job.Kind.choices


def states() -> Choices:
    return Job.State.choices


class JobQuerySet(models.QuerySet["Job"]):
    def waiting(self) -> Self:
        return self.filter(state=Job.State.QUEUED)

    def unfinished(self) -> Self:
        return self.filter(state__in=[Job.State.QUEUED, Job.State.RUNNING])

    def held_by(self, task: str) -> Self:
        """Keep the job that this run of a task holds; nothing once another was given it."""
        return self.filter(state=Job.State.RUNNING, task=task)

    def leased(self, now: dt.datetime) -> Self:
        return self.filter(state=Job.State.RUNNING, lease_until__gt=now)

    def forsaken(self, now: dt.datetime) -> Self:
        """Keep the jobs that somebody began and has not been heard of since."""
        return self.filter(state=Job.State.RUNNING, lease_until__lte=now)

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-pk")


class Job(models.Model):
    """One piece of work in the background, from the asking to its end.

    ``task`` is the run that may write to it: whoever loses the lease finds another one there.
    ``total`` is 0 until it is known."""

    class Kind(models.TextChoices):
        SEARCH_INDEX = "search_index", _("search index made anew")
        IMPORT_PAGES = "import_pages", _("loading of pages")
        LEARN_NAMES = "learn_names", _("learning of names")

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped")
        FAILED = "failed", _("failed")

    kind = models.CharField(_("kind"), max_length=20, choices=kinds)
    about = models.CharField(_("about"), max_length=255, blank=True)
    arguments = models.JSONField(_("arguments"), default=dict, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=states, default=State.QUEUED
    )
    done = models.PositiveIntegerField(_("done steps"), default=0)
    total = models.PositiveIntegerField(_("steps in all"), default=0)
    task = models.CharField(max_length=64, blank=True, editable=False)
    worker = models.CharField(_("worker"), max_length=64, blank=True)
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    asked_to_stop = models.BooleanField(_("asked to stop"), default=False)
    report = models.TextField(_("what it came to"), blank=True)
    error = models.CharField(_("error"), max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    queued_at = models.DateTimeField(_("queued"), null=True, blank=True)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-created_at", "-pk"]
        # Nobody types a job: it is read, and asked to stop.
        default_permissions = ("view",)
        permissions = [("stop_job", _("Can ask a job to stop"))]
        indexes = [models.Index(fields=["state"], name="job_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="running", lease_until__isnull=False)
                | ~models.Q(state="running") & models.Q(lease_until=None),
                name="job_leased_while_it_runs",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="failed") | ~models.Q(error=""),
                name="job_failed_says_why",
            ),
        ]

    def __str__(self) -> str:
        kind = self.get_kind_display()
        return f"{kind}: {self.about}" if self.about else kind

    @property
    def progress(self) -> str:
        """How far it is: ``3 / 10``, only what is done where the total is not known."""
        return f"{self.done} / {self.total}" if self.total else str(self.done)


class WorkerQuerySet(models.QuerySet["Worker"]):
    def present(self, now: dt.datetime) -> Self:
        """Keep the workers that were heard of lately, or hold a job under a lease."""
        is_heard = models.Q(seen_at__gt=now - SILENCE)
        busy = Job.objects.leased(now).values("worker")
        return self.filter(is_heard | models.Q(name__in=busy))


class Worker(models.Model):
    """A process that does jobs, while it is there."""

    name = models.CharField(_("name"), max_length=64, unique=True)
    seen_at = models.DateTimeField(_("last seen"))

    objects = WorkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")
        ordering = ["name"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
