"""Giving events the words of their addresses, and finding events by them."""

from __future__ import annotations

from collections.abc import Iterable

from events.models import AddressWord, PublicEvent
from events.short_forms import word_of


def give_words(events: Iterable[PublicEvent]) -> None:
    """Let public events bear the words of their addresses: those given before, or new ones.

    The congress of each must be known; whatever stands neither for a congress nor in one has
    none."""
    for event in bear_words(events):
        event.word = _give(event.pk, _within(event), word_of(event))


def bear_words(events: Iterable[PublicEvent]) -> list[PublicEvent]:
    """Let public events bear the words given before; return those that have an address and no word
    yet.
    """
    named = [event for event in events if _is_addressed(event)]
    given = _given(named)
    for event in named:
        event.word = given.get((event.pk, _within(event)), "")
    return [event for event in named if not event.word]


def congress_called(word: str) -> int | None:
    """Return the key of the event that an address of a congress calls so, or None."""
    called = AddressWord.objects.filter(within=0, word=word)
    return called.values_list("event", flat=True).first()


def _is_addressed(event: PublicEvent) -> bool:
    is_congress = event.kind == PublicEvent.Kind.CONGRESS
    return is_congress or event.congress is not None


def _within(event: PublicEvent) -> int:
    if event.kind == PublicEvent.Kind.CONGRESS:
        return 0
    return event.congress or 0


def _given(events: Iterable[PublicEvent]) -> dict[tuple[int, int], str]:
    keys = [event.pk for event in events]
    words = AddressWord.objects.filter(event__in=keys)
    return {(each.event, each.within): each.word for each in words}


def _give(event: int, within: int, word: str) -> str:
    """Store a word for an event, with a number behind it when it is taken."""
    others = AddressWord.objects.filter(within=within, word__startswith=word)
    taken = set(others.values_list("word", flat=True))
    free = word
    number = 1
    while free in taken:
        number += 1
        free = f"{word}-{number}"
    AddressWord.objects.create(event=event, within=within, word=free)
    return free
