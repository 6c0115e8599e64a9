"""The sweep: what nobody holds any more is queued again, or given up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from operation.models import Job, Worker
from operation.running import one_line, queue
from operation.starting import stop

# So often a job is begun before it is given up.
MOST_ATTEMPTS = 3
# A worker that has not been seen for so long is forgotten.
FORGOTTEN = dt.timedelta(days=1)


def sweep() -> list[Job]:
    """Queue again the jobs without a valid lease, give up those begun too often, and return both
    as they stand then.
    """
    now = timezone.now()
    Worker.objects.filter(seen_at__lt=now - FORGOTTEN).delete()
    swept = []
    for key, task in [*_forsaken(now), *_waiting_in_vain()]:
        job = _swept(key, task, now)
        if job:
            swept.append(job)
    return swept


def _forsaken(now: dt.datetime) -> list[tuple[int, str]]:
    return list(Job.objects.forsaken(now).values_list("pk", "task"))


def _waiting_in_vain() -> Iterator[tuple[int, str]]:
    """Yield the jobs that wait for no task of the queue: whoever claimed it ended before the job
    was begun.
    """
    waiting = list(Job.objects.waiting().values_list("pk", "task"))
    tasks = [task for _key, task in waiting if task]
    ready = DBTaskResult.objects.filter(
        pk__in=tasks,
        status=TaskResultStatus.READY,
    )
    queued = {str(key) for key in ready.values_list("pk", flat=True)}
    for key, task in waiting:
        if task not in queued:
            yield key, task


def _swept(key: int, task: str, now: dt.datetime) -> Job | None:
    """Decide about one job; return None when somebody was faster."""
    is_forsaken = Q(state=Job.State.RUNNING, lease_until__lte=now)
    is_waiting = Q(state=Job.State.QUEUED)
    with transaction.atomic():
        jobs = Job.objects.select_for_update(skip_locked=True)
        same = jobs.filter(is_forsaken | is_waiting, pk=key, task=task)
        job = same.first()
        if job:
            _decide(job)
        return job


def _decide(job: Job) -> None:
    if job.asked_to_stop:
        stop(job)
        job.save()
    elif job.attempts < MOST_ATTEMPTS:
        queue(job)
    else:
        give_up(job)


def give_up(job: Job) -> None:
    """End a job that was begun too often, and say in one line what became of the last time."""
    last = job.error or _("its worker ended without a word")
    words = _("Given up after %(count)d attempts; the last: %(error)s")
    told = words % {"count": job.attempts, "error": last}
    job.error = one_line(told)
    job.state = Job.State.FAILED
    job.lease_until = None
    job.finished_at = timezone.now()
    job.save()
