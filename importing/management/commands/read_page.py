"""Print what the reader sees on pages, as JSON."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from importing.management.options import add_page_options
from importing.show import show_files


class Command(BaseCommand):
    requires_system_checks: list[str] = []

    @property
    def help(self) -> str:
        return _(
            "Read pages and print what was read: one as JSON, several as one JSON object a line. No database is touched."
        )

    def add_arguments(self, parser: CommandParser) -> None:
        add_page_options(parser)

    def handle(
        self, *, paths: list[Path], **options: str | Path | None
    ) -> None:
        """Print the JSON; exit with 1 when a page could not be read."""
        given = {
            name: options[name]
            for name in ("newspaper", "date", "page", "manifest")
        }
        if not show_files(
            paths, say=self.stdout.write, complain=self.stderr.write, **given
        ):
            raise SystemExit(1)
