"""What the facts of an event share when a page states them: stored once, renewed with new words,
left as a person left them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from articles.models import Evidence
from events.models import AgendaItem, Delegation, Event, Participation, Vote
from reader.results import ReadEvent

ToldEvents = list[tuple[Event, ReadEvent]]
Fact = TypeVar("Fact", AgendaItem, Delegation, Participation, Vote)


def stored(model: type[Fact], told: ToldEvents, *along: str) -> Iterable[Fact]:
    """Return the facts of one kind that the told events hold, with their words and what ``along``
    names.
    """
    events = _keys(told)
    if events:
        return (
            model.objects.filter(event__in=events)
            .select_related("evidence", *along)
            .order_by("pk")
        )
    return []


def ever(
    model: type[Fact], told: ToldEvents, *names: str
) -> set[tuple[object, ...]]:
    """Return what these fields of the told events' facts have ever held.

    What stood there and stands no more was changed or taken out by a person: it is not recorded
    anew."""
    events = _keys(told)
    if events:
        return set(
            model.history.filter(event_id__in=events).values_list(
                "event_id", *names
            )
        )
    return set()


def renewed(fact: Fact, words: Evidence | None) -> Iterator[Fact]:
    """Yield a stored fact with the words that state it now, when those that stated it are gone."""
    if words and fact.pk and fact.evidence.check_again:
        fact.evidence = words
        yield fact


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
