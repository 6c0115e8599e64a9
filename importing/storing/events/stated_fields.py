"""Which words of the page state the fields of its events."""

from __future__ import annotations

from collections.abc import Iterator

from articles.models import Evidence
from editorial.publishing.signed.event_fields import ABOUT
from events.models import Event, EventField, FieldEvidence
from importing.storing.events.event_facts import ToldEvents
from importing.storing.selectors import Anchors
from reader.results import ReadEvent, Span


def stated_fields_of(
    anchors: Anchors, told: ToldEvents
) -> Iterator[FieldEvidence]:
    """Yield, unsaved, the words that state each field of the events told, with the value as
    read.
    """
    for event, read in told:
        for field, value, span in _values(read):
            words = anchors.stated(span) or anchors.stated(read.span)
            if words and value:
                yield _stated(event, field, value, words)


def save_stated_fields(rows: Iterator[FieldEvidence]) -> None:
    """Store which words state which field; words that are read otherwise now state the new
    value.
    """
    found = {}
    for row in rows:
        found[row.event_id, row.field, row.evidence_id] = row
    FieldEvidence.objects.bulk_create(
        found.values(),
        update_conflicts=True,
        unique_fields=["event", "field", "evidence"],
        update_fields=["value"],
    )


def _values(read: ReadEvent) -> Iterator[tuple[EventField, str, Span]]:
    """Yield each field, the value that the page gives it, and where."""
    time = read.time_span or read.span
    place = read.place_span or read.span
    yield EventField.TITLE, read.title, read.span
    yield EventField.KIND, str(read.kind), read.span
    yield EventField.EDTF, read.edtf, time
    yield EventField.PART_OF_DAY, read.part_of_day or "", time
    yield EventField.TIME, _clock(read), time
    yield EventField.PLACE, read.place or "", place


def _clock(read: ReadEvent) -> str:
    if read.time is None:
        return ""
    exactness = ABOUT if read.approximate else ""
    return f"{read.time:%H:%M}{exactness}"


def _stated(
    event: Event, field: EventField, value: str, words: Evidence
) -> FieldEvidence:
    return FieldEvidence(event=event, field=field, value=value, evidence=words)
