from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from search.index import rebuild


class Command(BaseCommand):
    # Worded when it is read, in the language of that moment.
    @property
    def help(self) -> str:  # type: ignore[override]
        return _("Make the search index anew from all published articles.")

    def handle(self, **options: Any) -> None:
        count = rebuild(tqdm)
        self.stdout.write(
            _("%(count)s articles can be found.") % {"count": count}
        )
