"""Show the newest jobs, or ask one to stop."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from operation.job_list import lines_of_jobs, stop_by_number
from operation.models import Job


class Command(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        help_on_stop = _("ask the job of this number to stop")
        parser.add_argument("--stop", type=int, help=help_on_stop)

    def handle(self, *, stop: int | None, **options: object) -> None:
        if stop is None:
            for line in lines_of_jobs():
                self.stdout.write(line)
            return
        try:
            self.stdout.write(stop_by_number(stop))
        except Job.DoesNotExist as error:
            words = _("There is no job %(number)d.") % {"number": stop}
            raise CommandError(words) from error
