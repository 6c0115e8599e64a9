"""A worker: the library's, which also says that it is there, sweeps, and leaves in good order."""

from __future__ import annotations

import logging
import os
import socket
import time
from collections.abc import Callable
from types import FrameType

from django.db import OperationalError, close_old_connections
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from operation.models import Job, Worker
from operation.progress import leaving
from operation.running import fault_in
from operation.sweeping import sweep

logger = logging.getLogger(__name__)

# In seconds: between two looks into the queue, and between two sweeps.
INTERVAL = 1
SWEEP_EVERY = 30

Say = Callable[[str], object]


class TaskWorker(db_worker.Worker):
    """Does one task a call of ``run``; told to end, it gives the job in hand back."""

    def __init__(self, name: str, say: Say) -> None:
        super().__init__(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=1,
            worker_id=name,
            excluded_queue_names=[],
        )
        self.say = say
        self.next_look = 0.0

    def look_around(self) -> None:
        """Say from time to time that this worker is there, and sweep."""
        now = time.monotonic()
        if now < self.next_look:
            return
        self.next_look = now + SWEEP_EVERY
        Worker.objects.update_or_create(
            name=self.worker_id,
            defaults={"seen_at": timezone.now()},
        )
        for job in sweep():
            self.say(line_of(job))

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """End after the step in hand; told a second time, end here."""
        leaving.set()
        if self.running:
            self.running = False
        else:
            super().shutdown(signum, frame)

    def run_task(self, db_task_result: DBTaskResult) -> None:
        """Run a task, and say what became of its job."""
        super().run_task(db_task_result)
        if db_task_result.status == TaskResultStatus.FAILED:
            faulted(str(db_task_result.pk), db_task_result.traceback)
        job = Job.objects.filter(task=str(db_task_result.pk)).first()
        if job:
            self.say(line_of(job))


def name_of_process() -> str:
    """Return what a worker of this process is called."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}"


def line_of(job: Job) -> str:
    """Return what there is to say of a job, in one line."""
    state = job.get_state_display()
    last = job.error or job.report.rpartition("\n")[2]
    line = f"#{job.pk} {job}: {state}, {job.progress}"
    return f"{line}. {last}" if last else line


def faulted(task: str, traceback: str) -> None:
    """End the lease of a job whose task met a fault of the program: the next sweep decides."""
    Job.objects.held_by(task).update(
        error=fault_in(traceback),
        lease_until=timezone.now(),
    )


def run_worker(name: str, say: Say, *, once: bool = False) -> None:
    """Do jobs until told to end; ``once``, end when none waits."""
    leaving.clear()
    worker = TaskWorker(name, say)
    worker.configure_signals()
    say(_("Worker %(name)s is ready.") % {"name": name})
    try:
        while worker.running:
            if _is_busy(worker):
                continue
            if once:
                break
            time.sleep(INTERVAL)
    finally:
        Worker.objects.filter(name=name).delete()


def _is_busy(worker: TaskWorker) -> bool:
    """Do one task, and say whether there was one; a database that is away may come back."""
    close_old_connections()
    try:
        worker.look_around()
        if DBTaskResult.objects.ready().exists():
            worker.run()
            return True
    except OperationalError as error:
        logger.warning("The database does not answer: %s", error)
    return False
