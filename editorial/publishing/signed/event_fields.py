"""What an article states of the events it tells: that they happened, and their fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Evidence
from editorial.publishing.signed.signed_fact import (
    SignedFact,
    StandingWords,
    fact,
)
from events.models import Event, EventField, FieldEvidence, Statement
from events.models.statement import About

# What follows a time that is not exact.
ABOUT = "~"
# Without these there is no event to tell of.
ALWAYS = (EventField.TITLE, EventField.KIND, EventField.EDTF)


def fields_of_events(words: StandingWords) -> Iterator[SignedFact]:
    """Yield what the words of one article state of each event they tell."""
    for event, own in told_events(words):
        telling = Telling(event, own)
        if not telling.is_to_check:
            yield from telling.facts()


def told_events(words: StandingWords) -> Iterator[tuple[Event, list[Evidence]]]:
    """Yield the events that these words tell, each with its words in the order of the text."""
    links = Event.evidence.through.objects.filter(evidence__in=words)
    keys: dict[int, set[int]] = {}
    for link in links.order_by("event"):
        keys.setdefault(link.event_id, set()).add(link.evidence_id)
    events = Event.objects.prefetch_related("field_evidence").in_bulk(keys)
    for key, own in keys.items():
        in_order = [words[pk] for pk in words if pk in own]
        yield events[key], in_order


@dataclass(frozen=True, slots=True)
class Telling:
    """An event, and the words of one article that tell it."""

    event: Event
    words: list[Evidence]

    @property
    def is_to_check(self) -> bool:
        """Tell whether somebody has to look at its date again before it is told."""
        own = {each.pk for each in self.words}
        tellings = self._tellings(EventField.EDTF)
        to_check = [each for each in tellings if each.check_again]
        return any(each.evidence_id in own for each in to_check)

    def facts(self) -> Iterator[SignedFact]:
        """Yield that the event is told, what it is part of, and its fields."""
        for words in self.words:
            yield self._fact(Statement.TOLD, {}, words)
        main = self.words[0]
        parent = self.event.parent_id
        if parent is not None:
            yield self._fact(Statement.PARENT, {}, main, parent)
        if self.event.summary:
            text = {"text": self.event.summary}
            yield self._fact(Statement.SUMMARY, text, main)
        for field in EventField:
            yield from self._field(field)

    def _field(self, field: EventField) -> Iterator[SignedFact]:
        """Yield one field, with the words that state it, unless only another article states it.

        What an article gives a field stands as it told it; a value that nobody told is a person's
        correction and stands for all."""
        record = text_of(self.event, field)
        tellings = self._tellings(field)
        told = {telling.value for telling in tellings}
        is_corrected = record not in told
        own = self._own(tellings)
        if own is not None:
            value = record if is_corrected else own.value
            yield from self._stated(field, value, own.evidence)
        elif field in ALWAYS or not tellings:
            yield from self._stated(field, record, self.words[0])

    def _tellings(self, field: EventField) -> list[FieldEvidence]:
        """Return the words of all articles that state a field."""
        return [
            each
            for each in self.event.field_evidence.all()
            if each.field == field
        ]

    def _own(self, tellings: Iterable[FieldEvidence]) -> FieldEvidence | None:
        """Return the one of this article, the words put in."""
        words = {each.pk: each for each in self.words}
        for telling in tellings:
            if telling.evidence_id in words:
                telling.evidence = words[telling.evidence_id]
                return telling
        return None

    def _stated(
        self, field: EventField, value: str, words: Evidence
    ) -> Iterator[SignedFact]:
        if value:
            stated = {"value": value}
            yield self._fact(field.value, stated, words)

    def _fact(
        self,
        field: str,
        value: dict[str, str],
        words: Evidence,
        other: int | None = None,
    ) -> SignedFact:
        record = (About.EVENT.value, self.event.pk)
        return fact(record, field, value, words, other)


def text_of(event: Event, field: EventField) -> str:
    """Return a field of an event as text: a time as 08:30, one that is not exact as 08:30~."""
    if field != EventField.TIME:
        value = getattr(event, field.value)
        return str(value)
    if event.time is None:
        return ""
    exactness = ABOUT if event.approximate else ""
    return f"{event.time:%H:%M}{exactness}"
