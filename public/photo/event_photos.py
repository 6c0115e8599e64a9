"""Which photo goes with which event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from articles.models import PublicPhoto
from events.models import PublicEvent, Statement

Sources = Mapping[int, Sequence[Statement]]


def photos_by_event(
    events: Sequence[PublicEvent], sources: Sources
) -> dict[int, list[PublicPhoto]]:
    """Return each event's photos by its key; ``sources`` are the words that tell the events.

    A photo goes with the event that its caption states, else with the one of its article in which
    most people are named."""
    telling = _Telling(events, sources)
    photos = PublicPhoto.objects.listed().newest_first()
    placed: dict[int, list[PublicPhoto]] = {event.pk: [] for event in events}
    for photo in photos.filter(publication__in=telling.publications):
        event = telling.event_of(photo)
        placed[event].append(photo)
    return placed


class _Telling:
    """Which publications and which captions tell of which of these events."""

    def __init__(self, events: Iterable[PublicEvent], sources: Sources) -> None:
        self.publications: dict[int, list[PublicEvent]] = {}
        self.captions: dict[int | None, int] = {}
        for event in events:
            self._add(event, sources.get(event.pk, ()))

    def _add(self, event: PublicEvent, sources: Sequence[Statement]) -> None:
        for words in sources:
            events = self.publications.setdefault(words.publication_id, [])
            events.append(event)
            if words.photo is not None:
                self.captions.setdefault(words.photo, event.pk)

    def event_of(self, photo: PublicPhoto) -> int:
        """Return the key of the event that a photo of one of the publications goes with."""
        captioned = self.captions.get(photo.pk)
        if captioned is not None:
            return captioned
        events = self.publications[photo.publication_id]
        return max(events, key=_people_named).pk


def _people_named(event: PublicEvent) -> int:
    number: int = event.outline.get("people", 0)
    return number
