"""Load newspaper pages from files, directories and zip archives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from importing.learning.model_file import ModelError
from importing.management.options import add_load_options, own_options
from importing.many_files import import_files


class Command(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        add_load_options(parser)

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        """Load every page; exit with 1 when one was refused, with 130 when interrupted."""
        if not paths and not options["again"]:
            raise CommandError(_("name the files to load, or give --again"))
        try:
            code = import_files(
                paths,
                say=self.stdout.write,
                complain=self.stderr.write,
                **own_options(options),
            )
        except ModelError as error:
            raise CommandError(str(error)) from error
        if code:
            raise SystemExit(code)
