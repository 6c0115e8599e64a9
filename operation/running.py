"""One run of a job: taken from the queue, done step by step, and ended with what it came to."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import TaskContext, task

from operation.models import Job
from operation.progress import (
    JobRefusedError,
    LeaseLostError,
    LeavingError,
    Progress,
    StoppedError,
)
from operation.tasks import WORK

LONGEST_ERROR = 500


@task(takes_context=True)
def run_job(context: TaskContext, job_pk: int) -> None:
    """Do a job, if this is the run that it waits for.

    A fault of the program leaves it under its lease: ``faulted`` says what happened.
    """
    run = context.task_result
    job = take(job_pk, run.id, run.worker_ids[-1])
    if job is None:
        return
    work = WORK[Job.Kind(job.kind)]
    try:
        report = work.do(job, Progress(job, work.lease))
    except LeaseLostError:
        return
    except StoppedError:
        end(job, Job.State.STOPPED)
    except LeavingError:
        give_back(job)
    except JobRefusedError as refusal:
        end(job, Job.State.FAILED, error=str(refusal))
    else:
        end(job, Job.State.DONE, report=report)


def take(job_pk: int, task: str, worker: str) -> Job | None:
    """Give a waiting job to this run of its task; return None when it waits for another, or for
    none.
    """
    now = timezone.now()
    job = Job.objects.waiting().filter(pk=job_pk, task__in=["", task])
    with transaction.atomic():
        kind = job.values_list("kind", flat=True).first()
        if kind is None:
            return None
        is_taken = job.update(
            state=Job.State.RUNNING,
            task=task,
            worker=worker,
            attempts=F("attempts") + 1,
            lease_until=now + WORK[Job.Kind(kind)].lease,
            started_at=now,
            error="",
        )
        return Job.objects.get(pk=job_pk) if is_taken else None


def end(job: Job, state: str, *, report: str = "", error: str = "") -> None:
    """End a job that this run holds; nothing once another was given it."""
    Job.objects.held_by(job.task).filter(pk=job.pk).update(
        state=state,
        report=report,
        error=one_line(error),
        lease_until=None,
        finished_at=timezone.now(),
    )


def give_back(job: Job) -> None:
    """Put a job that this run holds back into the queue: its worker is told to end."""
    with transaction.atomic():
        held = Job.objects.held_by(job.task).select_for_update()
        found = held.filter(pk=job.pk).first()
        if found:
            found.attempts -= 1
            queue(found)


def queue(job: Job) -> None:
    """Put a job into the queue, in the transaction of whoever asks: a run of it that still goes on
    has lost it.
    """
    job.task = run_job.enqueue(job.pk).id
    job.state = Job.State.QUEUED
    job.lease_until = None
    job.queued_at = timezone.now()
    job.save()


def one_line(text: str) -> str:
    """Return the words of a message on one line, as long as a job keeps it."""
    return " ".join(text.split())[:LONGEST_ERROR]


def fault_in(traceback: str) -> str:
    """Return the line of a traceback that says what went wrong."""
    lines = traceback.strip().splitlines()
    return one_line(lines[-1]) if lines else ""
