"""What earlier loads recorded of events: a person's renaming, moving or taking out since stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.models import Evidence
from editorial.steps.loads.as_loaded import State, states_of, states_with
from events.models import Event, MergedEvent
from importing.storing.page_load import PageLoad
from importing.storing.selectors import Anchors
from reader.results import ReadEvent

# Title, kind, date and part of day: what a page says of an event, as it was read.
Told = tuple[str, str, str, str]


@dataclass(slots=True)
class EarlierLoads:
    """The events that loads recorded, by what was told of them; nothing for a page that is new.

    ``standing`` are those on record, linked to the words of this page; ``taken_out`` what was told
    of those that a person has deleted since."""

    standing: dict[Told, list[Event]] = field(
        default_factory=lambda: defaultdict(list)
    )
    taken_out: set[Told] = field(default_factory=set)
    links: set[tuple[int, int]] = field(default_factory=set)
    versions: dict[int, list[dict[str, Any]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def of(cls, load: PageLoad, anchors: Anchors) -> EarlierLoads:
        """Return what loads of this page, or of its events' titles, recorded before."""
        earlier = cls()
        if load.is_new:
            return earlier
        earlier.links = _links_of(anchors.evidence.values())
        linked = Event.objects.in_bulk(event for event, _ in earlier.links)
        titles = {event.title for event in load.events_read()}
        for state in _as_loaded(linked, titles):
            event = linked.get(state.key)
            earlier._take_in(state.values, event)
        return earlier

    def meant(self, read: ReadEvent, words: Iterable[Evidence]) -> Event | None:
        """Return the event that a load recorded from these words, whatever a person made of it."""
        keys = [one.pk for one in words if one.pk]
        for event in self.standing.get(_told(read), ()):
            if any((event.pk, key) in self.links for key in keys):
                return event
        return None

    def is_taken_out(self, read: ReadEvent, words: Iterable[Evidence]) -> bool:
        """Tell whether a person deleted what a load recorded from these words."""
        was_read_before = any(one.pk for one in words)
        return was_read_before and _told(read) in self.taken_out

    def told_before(self, event: Event, name: str, value: object) -> bool:
        """Tell whether a load has recorded this value of an event's field before."""
        versions = self.versions.get(event.pk, ())
        return any(version[name] == value for version in versions)

    def _take_in(self, row: dict[str, Any], event: Event | None) -> None:
        told = (row["title"], row["kind"], row["edtf"], row["part_of_day"])
        if event is None:
            self.taken_out.add(told)
            return
        self.versions[event.pk].append(row)
        if event not in self.standing[told]:
            self.standing[told].append(event)


def _told(read: ReadEvent) -> Told:
    return read.title, str(read.kind), read.edtf, read.part_of_day or ""


def _links_of(words: Iterable[Evidence]) -> set[tuple[int, int]]:
    """Return which events these stored words state, as pairs of keys: event, words."""
    keys = [one.pk for one in words if one.pk]
    links = Event.evidence.through.objects.filter(evidence__in=keys)
    return set(links.values_list("event_id", "evidence_id"))


def _as_loaded(linked: Iterable[int], titles: Iterable[str]) -> Iterator[State]:
    """Yield what loads wrote of the linked events, and of those of these titles that are gone."""
    named = list(states_with(Event, "title", titles))
    keys = {state.key for state in named}
    there = Event.objects.filter(pk__in=keys)
    merged = MergedEvent.objects.filter(former__in=keys)
    known = {*there.values_list("pk", flat=True)}
    known |= {*merged.values_list("former", flat=True)}
    gone = [state for state in named if state.key not in known]
    for state in [*states_of("event", linked), *gone]:
        if state.is_loaded:
            yield state
