"""Do jobs in the background."""

from __future__ import annotations

from functools import partial

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from operation.working import name_of_process, run_worker


class Command(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        help_on_once = _("end when no job waits")
        parser.add_argument("--once", action="store_true", help=help_on_once)

    def handle(self, *, once: bool, **options: object) -> None:
        """Work until told to end; a log of the system shows each line when it is said."""
        say = partial(print, flush=True)
        name = name_of_process()
        run_worker(name, say, once=once)
