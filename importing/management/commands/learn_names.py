"""Learn names from the archive's signed articles."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from importing.learning.learn import learn
from importing.learning.lessons import TooLittleError


class Command(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        parser.description = _(
            "Train a model on the names in signed articles and measure, "
            "on pages it has not seen, whether it beats the rules."
        )

    def handle(self, **options: object) -> None:
        """Print the report, or one line that says what is missing or where the model cannot be
        written.
        """
        try:
            for line in learn():
                self.stdout.write(line)
        except (TooLittleError, OSError) as error:
            raise CommandError(str(error)) from error
