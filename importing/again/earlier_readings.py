"""What a new reading and corrections are compared with: the last reading that agreed with them."""

from __future__ import annotations

from datetime import datetime

from articles.models import Page
from editorial.models import Finding, Rule
from importing.models import EarlierReading, ImportRun
from importing.models.earlier_reading import TextKey
from importing.storing.page_load import PageLoad
from importing.storing.selectors import PartText


def take_unsettled(page: Page) -> dict[TextKey, EarlierReading]:
    """Return the earlier readings of texts of which a later one waits to be decided; the others are
    forgotten. To be asked before the page's findings are raised anew.
    """
    kept = EarlierReading.objects.filter(article__page=page)
    by_key = {reading.key: reading for reading in kept}
    if not by_key:
        return {}
    waiting = Finding.objects.open().filter(page=page, rule=Rule.OTHER_READING)
    unsettled = set(waiting.values_list("article", "part", "photo"))
    settled = [by_key[key].pk for key in by_key.keys() - unsettled]
    EarlierReading.objects.filter(pk__in=settled).delete()
    return {key: by_key[key] for key in by_key.keys() & unsettled}


def reading_before(load: PageLoad, part: PartText) -> EarlierReading:
    """Return what the text as read now is compared with: the text as read last, or what came before
    it while that is not decided.
    """
    kept = load.unsettled.get(part.key)
    if kept is not None and kept.came_before(part.read_text):
        return kept
    return EarlierReading(
        pk=kept.pk if kept else None,
        article=part.article,
        photo=part.photo,
        part=part.part,
        text=part.read_text,
    )


def keep_reading(load: PageLoad, before: EarlierReading, now: str) -> None:
    """Keep what was read before, because corrections disagree with what is read now."""
    if before.read_at is None:
        before.read_at = _last_read(load.page)
    before.note_later(now)
    before.save()


def forget_reading(before: EarlierReading) -> None:
    """Forget what was read before: nothing waits to be decided any more."""
    if before.pk is not None:
        before.delete()


def _last_read(page: Page) -> datetime | None:
    """Return when a page was read before this load."""
    times = ImportRun.objects.times_read(page.pk)
    return times.last()
