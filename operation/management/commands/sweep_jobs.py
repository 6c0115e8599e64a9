"""Queue again the jobs that nobody holds."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from operation.sweeping import sweep
from operation.working import line_of


class Command(BaseCommand):
    def handle(self, **options: object) -> None:
        """Print a line for each job that was swept."""
        for job in sweep():
            self.stdout.write(line_of(job))
