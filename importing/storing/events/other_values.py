"""What a page states of an event on record otherwise than the record has it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from editorial.models import Rule, Severity
from events.models import Event, PartOfDay
from importing.storing.events.earlier_loads import EarlierLoads
from importing.storing.page_load import PageLoad
from reader.results import ReadEvent


def report_other_values(
    load: PageLoad, earlier: EarlierLoads, event: Event, read: ReadEvent
) -> None:
    """Report a time or a place that the record does not have.

    Only a person may change what is shown of an event. What this page has told before is no news: a
    person has changed it since.
    """
    for name, stated in _not_on_record(event, read):
        if earlier.told_before(event, name, getattr(read, name)):
            continue
        message = _("%(event)s: this page states %(stated)s.")
        words = {"event": event.title, "stated": stated}
        load.doubt(
            Rule.EVENT_DIFFERS,
            read.span,
            message % words,
            Severity.WARNING,
        )


def _not_on_record(event: Event, read: ReadEvent) -> Iterator[tuple[str, str]]:
    """Yield the part of day, time and place that are stated and not on record: the field, and the
    value in words.
    """
    if read.part_of_day and read.part_of_day != event.part_of_day:
        yield "part_of_day", _label_of(read.part_of_day)
    if _is_another_time(read, event):
        yield "time", f"{read.time:%H:%M}"
    if read.place and read.place != event.place:
        yield "place", read.place


def _is_another_time(read: ReadEvent, event: Event) -> bool:
    """Tell whether an exact time is stated that is not on record."""
    if not read.time or read.approximate:
        return False
    return read.time != event.time


def _label_of(part_of_day: str) -> str:
    return str(PartOfDay(part_of_day).label)
