"""Loads in the background as jobs: what whoever loads files may ask for, and knows no jobs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from importing.sent.in_background import LoadState
from operation.job_list import what_is_missing
from operation.models import Job
from operation.starting import ask_to_stop, start_import


class LoadingJobs:
    """A load is called by the number of its job."""

    def begin(
        self, files: list[Path], arguments: dict[str, Any], by: User
    ) -> str:
        job = start_import(
            files,
            by=by,
            **arguments,
        )
        return str(job.pk)

    def state(self, job: str) -> LoadState | None:
        found = _found(job)
        if found is None:
            return None
        is_waiting = found.state == Job.State.QUEUED
        is_over = found.finished_at is not None
        return LoadState(
            label=found.get_state_display(),
            done=found.done,
            total=found.total,
            is_over=is_over,
            is_stopping=found.asked_to_stop and not is_over,
            report=found.report,
            error=found.error,
            lacks=what_is_missing() if is_waiting else "",
        )

    def stop(self, job: str) -> None:
        found = _found(job)
        if found is not None:
            ask_to_stop(found)


def _found(job: str) -> Job | None:
    number = int(job)
    jobs = Job.objects.filter(pk=number)
    return jobs.first()
