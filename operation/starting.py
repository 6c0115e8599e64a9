"""Ask for a job, and ask one to stop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from operation.models import Job, Worker
from operation.progress import JobRefusedError
from operation.running import end, fault_in, queue, run_job
from operation.tasks import WORK

# The backend of the settings that runs a task where it is asked for.
AT_ONCE = "at_once"


def start_job(
    kind: str,
    *,
    about: str = "",
    arguments: dict[str, Any] | None = None,
    by: User | None = None,
) -> Job:
    """Let a worker do a job. Where none is, a short one is done here and now, and a long one
    waits for a worker.

    Return the job as it stands then.
    """
    job = Job(kind=kind, about=about, arguments=arguments or {}, by=by)
    job.full_clean()
    if is_worker_there() or not WORK[Job.Kind(kind)].is_short():
        with transaction.atomic():
            job.save()
            queue(job)
        return job
    job.save()
    _do_at_once(job)
    return job


def start_import(
    paths: Sequence[Path],
    *,
    manifest: Path | None = None,
    by: User | None = None,
    **given: Any,
) -> Job:
    """Let a worker load files of this machine; they are named as seen from anywhere.

    ``given`` is what ``batch_of`` takes; without a ``batch`` of their own the loads are one of
    this job. Raise ``JobRefusedError`` where no file is named.
    """
    if not paths:
        raise JobRefusedError(_("Name the files to load."))
    arguments = {
        "batch": str(uuid4()),
        "paths": [str(path.absolute()) for path in paths],
        "manifest": str(manifest.absolute()) if manifest else None,
        **given,
    }
    names = [path.name for path in paths]
    about = ", ".join(names)[:255]
    return start_job(
        Job.Kind.IMPORT_PAGES,
        about=about,
        arguments=arguments,
        by=by,
    )


def is_worker_there() -> bool:
    """Tell whether a worker was heard of lately."""
    return Worker.objects.present(timezone.now()).exists()


def _do_at_once(job: Job) -> None:
    result = run_job.using(backend=AT_ONCE).enqueue(job.pk)
    job.refresh_from_db()
    if result.errors:
        end(job, Job.State.FAILED, error=fault_in(result.errors[0].traceback))
        job.refresh_from_db()


def ask_to_stop(job: Job) -> None:
    """Stop a job that nobody does; one at work ends at its next step, and what is done stays."""
    now = timezone.now()
    with transaction.atomic():
        jobs = Job.objects.unfinished().select_for_update()
        found = jobs.filter(pk=job.pk).first()
        if found is None:
            return
        found.asked_to_stop = True
        if found.lease_until is None or found.lease_until <= now:
            stop(found)
        found.save()


def stop(job: Job) -> None:
    """Mark a job as stopped, for the caller to save."""
    job.state = Job.State.STOPPED
    job.lease_until = None
    job.finished_at = timezone.now()
