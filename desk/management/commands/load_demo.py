from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from desk.demo.serving import PASSWORDS_FILE, demonstrate


class Command(BaseCommand):
    requires_system_checks: list[str] = []

    @property
    def help(self) -> str:  # type: ignore[override]  # translated when shown
        return _(
            "Load the sample pages once, with pictures, editors and signed "
            "reviews; with --port, serve them there."
        )

    def add_arguments(self, parser: CommandParser) -> None:
        help_on_port = _("serve on 127.0.0.1 at this port afterwards")
        parser.add_argument("--port", type=int, help=help_on_port)
        help_on_beside = _("a command of the site that runs while it is served")
        parser.add_argument(
            "--beside", action="append", default=[], help=help_on_beside
        )
        parser.add_argument("--passwords", type=Path, default=PASSWORDS_FILE)

    def handle(
        self,
        *,
        port: int | None,
        beside: list[str],
        passwords: Path,
        **options: object,
    ) -> None:
        demonstrate(port, passwords, beside=beside, say=self.stdout.write)
