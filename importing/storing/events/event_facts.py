"""What the facts of an event share when a page states them: stored once, renewed with new words,
left as a person left them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from articles.models import Evidence
from editorial.steps.loads.as_loaded import states_with
from events.models import (
    AgendaItem,
    Delegation,
    Election,
    Event,
    MeetingBody,
    Participation,
    Resolution,
    Vote,
)
from importing.storing.page_load import PageLoad, fits
from importing.storing.selectors import Anchors
from reader.results import ReadEvent, Span
from records.grouping import grouped

ToldEvents = list[tuple[Event, ReadEvent]]
Fact = TypeVar(
    "Fact",
    AgendaItem,
    Delegation,
    Election,
    MeetingBody,
    Participation,
    Resolution,
    Vote,
)
# The values that tell a fact from others, its event's key first.
FactKey = tuple[object, ...]
# The text of each fact that may be too long for its field.
TEXT_FIELDS = {
    AgendaItem: "text",
    Delegation: "origin",
    Election: "office",
    MeetingBody: "name",
    Participation: "role",
    Resolution: "text",
    Vote: "subject",
}


@dataclass(slots=True)
class FactsOfEvent(Generic[Fact]):
    """The facts of one kind that an event holds; ``past`` are those that events ever held.

    A kind says which fact on record is the one told, and whether both agree."""

    load: PageLoad
    anchors: Anchors
    past: set[FactKey]

    def same(self, new: Fact, words: Evidence | None) -> Fact | None:
        """Return the fact on record that the new one tells again."""
        raise NotImplementedError

    def agrees(self, known: Fact, new: Fact) -> bool:
        """Tell whether a fact on record says what the new one says."""
        raise NotImplementedError

    def past_key(self, new: Fact) -> FactKey:
        """Return what ``past`` holds of a fact that once stood there."""
        raise NotImplementedError

    def add(self, new: Fact) -> None:
        """Hold a fact that is to be saved."""
        raise NotImplementedError

    def tell(self, new: Fact, span: Span, in_words: str) -> Fact | None:
        """Return what to save of a told fact: itself, or the stored one whose words are back.

        What contradicts the record, or has no room there, is reported.
        """
        words = self.anchors.state(span, in_words)
        known = self.same(new, words)
        if known and self.agrees(known, new):
            return renewed(known, words)
        if words is None:
            return None
        if self.past_key(new) in self.past:
            return None
        if known or not has_room(new):
            self.load.doubt_fact(span, in_words)
            return None
        new.evidence = words
        self.add(new)
        return new


def has_room(fact: Fact) -> bool:
    """Tell whether the text of a fact is short enough for its field."""
    model = type(fact)
    name = TEXT_FIELDS[model]
    return fits(model, **{name: getattr(fact, name)})


def stored(model: type[Fact], told: ToldEvents, *along: str) -> Iterable[Fact]:
    """Return the facts of one kind that the told events hold, with their words and what ``along``
    names.
    """
    events = _keys(told)
    if not events:
        return []
    facts = model.objects.filter(event__in=events)
    return facts.select_related("evidence", *along).order_by("pk")


def stored_by_event(
    model: type[Fact], told: ToldEvents
) -> dict[int, list[Fact]]:
    """Return the facts of one kind that the told events hold, by the key of the event."""
    return grouped((fact.event_id, fact) for fact in stored(model, told))


def with_stored(
    model: type[Fact], told: ToldEvents
) -> Iterator[tuple[Event, ReadEvent, list[Fact]]]:
    """Yield the told events, each with the facts of one kind that it holds; reports of one event
    share the list, so that what one adds the next one finds.
    """
    held = stored_by_event(model, told)
    for event, read in told:
        yield event, read, held.setdefault(identity(event), [])


def ever(model: type[Fact], told: ToldEvents, *names: str) -> set[FactKey]:
    """Return what these fields of the told events' facts have ever held.

    What stood there and stands no more was changed or taken out by a person: it is not recorded
    anew."""
    events = _keys(told)
    if not events:
        return set()
    columns = ("event_id", *names)
    return {
        tuple(state.values[column] for column in columns)
        for state in states_with(model, "event_id", events)
    }


def renewed(fact: Fact, words: Evidence | None) -> Fact | None:
    """Return a stored fact with the words that state it now, when those that stated it are gone."""
    if words is None or fact.pk is None:
        return None
    if not fact.evidence.check_again:
        return None
    fact.evidence = words
    return fact


def agree(stated: Sequence[int | None], held: Sequence[int | None]) -> bool:
    """Tell whether the numbers that a page states are all on record; None is a number that it
    leaves out.
    """
    return all(
        number in (None, known)
        for number, known in zip(stated, held, strict=True)
    )


def identity(event: Event) -> int:
    """Return what tells an event from others before it has a key of its own."""
    return event.pk or -id(event)


def _keys(told: ToldEvents) -> set[int]:
    return {event.pk for event, _read in told if event.pk}
