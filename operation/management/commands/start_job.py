"""Ask for a job."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from operation.job_list import job_in_words
from operation.management.job_options import add_job_options, job_of
from operation.models import Job
from operation.progress import JobRefusedError


class Command(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        add_job_options(parser)

    def handle(self, *, kind: str, paths: list[Path], **options: Any) -> None:
        """Print what became of the job; exit with 1 when it failed at once."""
        try:
            job = job_of(kind, paths, options)
        except JobRefusedError as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(job_in_words(job))
        if job.state == Job.State.FAILED:
            raise SystemExit(1)
