"""Load the demonstration, and serve it."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser

from desk.demo.serving import demonstrate
from desk.management.demo_options import add_demo_options


class Command(BaseCommand):
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        add_demo_options(parser)

    def handle(
        self,
        *,
        port: int | None,
        beside: list[str],
        passwords: Path,
        **options: object,
    ) -> None:
        demonstrate(port, passwords, beside=beside, say=self.stdout.write)
