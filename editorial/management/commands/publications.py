"""Prove that the rows readers' lists read equal the publications, or make them anew."""

from typing import Any

from django.core.management.base import (
    BaseCommand,
    CommandError,
    CommandParser,
)
from django.utils.translation import gettext as _

from editorial.publishing.checking import rebuild_rows, unlike_publications


class Command(BaseCommand):
    # Worded when it is read, in the language of that moment.
    @property
    def help(self) -> str:  # type: ignore[override]
        return _("Check the rows made from publications, or make them anew.")

    def add_arguments(self, parser: CommandParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--check", action="store_true")
        what.add_argument("--rebuild", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["rebuild"]:
            count = rebuild_rows()
            self.stdout.write(_("%(count)d publications") % {"count": count})
            return
        found = list(unlike_publications())
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write(_("Every row equals its publication."))
