"""Send the answers to readers' reports that could not be sent when they were decided."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from editorial.readers_reports.answering import send_answers


class Command(BaseCommand):
    # Worded when it is read, in the language of that moment.
    @property
    def help(self) -> str:  # type: ignore[override]
        return _("Send the answers to readers' reports that are due.")

    def handle(self, *args: Any, **options: Any) -> None:
        count = send_answers()
        self.stdout.write(_("%(count)d answers sent") % {"count": count})
