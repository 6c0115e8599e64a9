"""What ``manage.py jobs`` shows, and what is missing when jobs wait in vain."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from operation.models import Job
from operation.starting import ask_to_stop, is_worker_there
from operation.working import line_of

SHOWN = 20


def lines_of_jobs() -> Iterator[str]:
    """Yield a line for each of the newest jobs, and one for what is missing."""
    for job in Job.objects.newest_first()[:SHOWN]:
        yield line_of(job)
    missing = what_is_missing()
    if missing:
        yield missing


def what_is_missing() -> str:
    """Return what to do about jobs that wait and no worker to do them, "" when all is well."""
    if is_worker_there() or not Job.objects.unfinished().exists():
        return ""
    return _(
        "Jobs wait, and no worker is there. Start one: manage.py run_worker"
    )


def job_in_words(job: Job) -> str:
    """Return what to say to whoever has asked for a job."""
    missing = what_is_missing() if job.state == Job.State.QUEUED else ""
    return "\n".join(filter(None, [line_of(job), missing]))


def stop_by_number(number: int) -> str:
    """Ask the job of this number to stop, and return its line; raise ``Job.DoesNotExist``."""
    job = Job.objects.get(pk=number)
    ask_to_stop(job)
    job.refresh_from_db()
    return line_of(job)
