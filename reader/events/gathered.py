"""An event as gathered so far, sentence by sentence, before it is a value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.events.sightings import Sighting
from reader.passages import Passage, Stretch
from reader.results import ReadParticipant, Span
from reader.times import Moment


@dataclass(slots=True)
class GatheredEvent:
    """What an article has told of one event: when, where, who, and the sentences about it.

    ``sighting`` states it; ``time_at`` and ``place`` are on the page.
    """

    sighting: Sighting
    moment: Moment
    time_at: Span
    place: Span | None = None
    place_text: str | None = None
    participants: dict[tuple[str, str], ReadParticipant] = field(
        default_factory=dict
    )
    told: list[Stretch] = field(default_factory=list)

    def put_place(self, passage: Passage, place: Span | None) -> None:
        """Take a printed place, given as offsets into its passage, if there is one."""
        if place is None:
            return
        self.place = passage.on_page(*place)
        self.place_text = passage.text[slice(*place)]

    def take_place_of(self, other: GatheredEvent) -> None:
        """Take place where another event does."""
        self.place = other.place
        self.place_text = other.place_text

    def sharpen(self, passage: Passage, moment: Moment) -> None:
        """Take the clock time of a later moment that tells when the event began."""
        self.moment = replace(
            self.moment,
            time=moment.time,
            part_of_day=self.moment.part_of_day or moment.part_of_day,
            approximate=moment.approximate,
        )
        self.time_at = passage.on_page(*moment.span)

    def take_part(self, participant: ReadParticipant) -> None:
        """Add a participant; of two in one role the one whose delegations are printed stays."""
        key = (participant.name, participant.role)
        held = self.participants.get(key)
        if held is None or (participant.delegations and not held.delegations):
            self.participants[key] = participant

    def tell(self, stretch: Stretch) -> None:
        """Add a sentence about it, joined to the one before when nothing stands between."""
        if self.told and _follows(self.told[-1], stretch):
            before = self.told.pop()
            stretch = Stretch(stretch.passage, before.start, stretch.end)
        self.told.append(stretch)


def _follows(before: Stretch, stretch: Stretch) -> bool:
    return before.passage is stretch.passage and before.end == stretch.start
