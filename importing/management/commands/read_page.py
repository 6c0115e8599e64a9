"""Print what the reader sees on pages, as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from importing.management.options import add_read_options, own_options
from importing.show import show_files


class Command(BaseCommand):
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        add_read_options(parser)

    def handle(self, *, paths: list[Path], **options: Any) -> None:
        """Print the JSON; exit with 1 when a page could not be read."""
        is_good = show_files(
            paths,
            say=self.stdout.write,
            complain=self.stderr.write,
            **own_options(options),
        )
        if not is_good:
            raise SystemExit(1)
