"""What a job at work tells of itself, and what it is told: go on, stop, or leave it to others."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from threading import Event

from django.utils import timezone

from operation.models import Job

# Longer than any step takes; who was killed is missed after that.
LEASE = dt.timedelta(minutes=5)

# Set when this process is told to end: the job in hand goes back to the queue.
leaving = Event()


class StoppedError(Exception):
    """Somebody asked the job to stop."""


class LeaseLostError(Exception):
    """Another worker was given the job."""


class LeavingError(Exception):
    """The worker is told to end."""


class JobRefusedError(Exception):
    """The job cannot be done as it stands, and trying again would not help."""


@dataclass
class Progress:
    """How far one run of a job is; each step renews its lease.

    Every method raises ``LeaseLostError``, ``StoppedError`` or ``LeavingError`` when the run has to
    end here; what is done stays."""

    job: Job
    lease: dt.timedelta = LEASE

    def begin(self, total: int) -> None:
        """Say of how many steps the job is."""
        self.job.done = 0
        self.job.total = total
        self.renew()

    def step(self, count: int = 1) -> None:
        """Say that so many more steps are done."""
        self.job.done += count
        self.renew()

    def renew(self) -> None:
        """Renew the lease, and hear whether to go on."""
        job = self.job
        held = Job.objects.held_by(job.task).filter(pk=job.pk)
        is_held = held.update(
            done=job.done,
            total=job.total,
            lease_until=timezone.now() + self.lease,
        )
        if not is_held:
            raise LeaseLostError
        if held.filter(asked_to_stop=True).exists():
            raise StoppedError
        if leaving.is_set():
            raise LeavingError
