"""Which words of the page state the fields of its events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
                stated = _stated(event, field, value, words)
                if field == EventField.EDTF and read.leans_on_issue:
                    stated.counted_from = anchors.load.read.date
                yield stated


def first_days_of(
    anchors: Anchors, congresses: Mapping[str, Event]
) -> Iterator[FieldEvidence]:
    """Yield, unsaved, the words that name a congress where the page tells the first day that it has
    on record; ``congresses`` are by the name that the page gives them.
    """
    for named in anchors.load.read.congresses:
        congress = congresses.get(named.name)
        words = anchors.stated(named.span)
        if congress is None or words is None or named.start is None:
            continue
        first = named.start.isoformat()
        if congress.edtf == first:
            stated = _stated(congress, EventField.EDTF, first, words)
            if named.leans_on_issue:
                stated.counted_from = anchors.load.read.date
            yield stated


def save_stated_fields(rows: Iterable[FieldEvidence]) -> None:
    """Store which words state which field; words that are read otherwise now state the new value,
    except dates that somebody has to look at again.
    """
    found = {_key(row): row for row in rows}
    words = {row.evidence_id for row in found.values()}
    to_check = FieldEvidence.objects.to_check()
    for row in to_check.filter(evidence__in=words):
        found.pop(_key(row), None)
    FieldEvidence.objects.bulk_create(
        found.values(),
        update_conflicts=True,
        unique_fields=["event", "field", "evidence"],
        update_fields=["value", "counted_from"],
    )


def _key(row: FieldEvidence) -> tuple[int, str, int]:
    return row.event_id, row.field, row.evidence_id


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
