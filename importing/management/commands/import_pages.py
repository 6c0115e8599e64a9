"""Load newspaper pages from files, directories and zip archives."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from importing.learning.model_file import ModelError
from importing.management.options import add_page_options
from importing.many_files import import_files


class Command(BaseCommand):
    @property
    def help(self) -> str:
        return _(
            "Load pages of text, PDF, docx and e-papers. Paper, date and page are also read from names and page heads."
        )

    def add_arguments(self, parser: CommandParser) -> None:
        add_page_options(parser)
        parser.add_argument(
            "--again",
            action="store_true",
            help=_("read stored pages with the present reader"),
        )
        parser.add_argument(
            "--workers",
            type=int,
            default=1,
            help=_("processes that read at the same time"),
        )

    def handle(
        self,
        *,
        paths: list[Path],
        workers: int,
        **options: str | bool | Path | None,
    ) -> None:
        """Load every page; exit with 1 when one was refused, with 130 when interrupted."""
        given = {
            name: options[name]
            for name in ("newspaper", "date", "page", "manifest", "again")
        }
        try:
            code = import_files(
                paths,
                workers=workers,
                say=self.stdout.write,
                complain=self.stderr.write,
                **given,
            )
        except ModelError as error:
            raise CommandError(str(error)) from error
        if code:
            raise SystemExit(code)
