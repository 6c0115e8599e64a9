from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.utils.translation import gettext as _

from desk.demo.database import (
    another_schema,
    begin_anew,
    demo_database,
    put_stamp,
)
from desk.demo.serving import HOST, port_is_free, welcome
from desk.demo.setting_up import set_up


class Command(BaseCommand):
    requires_system_checks = ()

    @property
    def help(self) -> str:
        return _(
            "Load the sample pages once, with pictures, editors and signed reviews; with --port, serve them there."
        )

    def add_arguments(self, parser):
        parser.add_argument(
            "--port",
            type=int,
            help=_("serve on 127.0.0.1 at this port afterwards"),
        )
        parser.add_argument(
            "--passwords",
            type=Path,
            default=settings.BASE_DIR / "var" / "demo-passwords.txt",
        )

    def handle(self, *, port, passwords, **options):
        if port and not port_is_free(port):
            raise CommandError(
                f"Port {port} is in use. Choose another: make demo PORT={port + 1}"
            )
        database = demo_database(settings.DATABASES["default"])
        if database and begin_anew(database):
            self.stdout.write(another_schema(database))
        call_command("migrate", verbosity=0)
        if database:
            put_stamp(database)
        fresh = set_up(passwords)
        for line in welcome(port or 8000, passwords, fresh=fresh):
            self.stdout.write(line)
        if port:
            call_command(
                "runserver",
                f"{HOST}:{port}",
                use_reloader=False,
                skip_checks=True,
            )
