from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from search.index import rebuild


class Command(BaseCommand):
    @property
    def help(self) -> str:
        return _("Make the search index anew from all published articles.")

    def handle(self, **options) -> None:
        count = rebuild(tqdm)
        self.stdout.write(
            _("%(count)s articles can be found.") % {"count": count}
        )
