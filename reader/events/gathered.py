"""An event as gathered so far, sentence by sentence, before it is a value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reader.events.sighting.timed_sentences import Sighting
from reader.events.wording.titles import kind_of, title_of
from reader.passages import Stretch
from reader.results import ReadParticipant, Span
from reader.times import Moment
from reader.vocabulary import EventKind


@dataclass(slots=True)
class GatheredEvent:
    """What an article has told of one event: when, where, who, and the sentences about it.

    ``sighting`` states it; ``time_at`` and ``place`` are on the page; ``headline`` names the first
    event of an article, "" the others. ``group`` holds it, of several that meet in the same
    half-day, and ``named`` is what it is called then; "" where no group is told.
    """

    sighting: Sighting
    moment: Moment
    time_at: Span
    place: Span | None = None
    place_text: str | None = None
    headline: str = ""
    group: str = ""
    named: str = ""
    participants: dict[tuple[str, str], ReadParticipant] = field(
        default_factory=dict
    )
    told: list[Stretch] = field(default_factory=list)

    @property
    def kind(self) -> EventKind:
        """Return what kind of event its sentence states, or else what the group that meets does."""
        stated = self.sighting.kind or EventKind.OTHER
        if stated is not EventKind.OTHER or not self.named:
            return stated
        return kind_of(self.named)

    @property
    def span(self) -> Span:
        """Return where the page states it."""
        at = self.sighting
        return at.passage.on_page(at.start, at.end)

    @property
    def place_in_print(self) -> tuple[int, int]:
        """Return the passage and the place in it where its sentence begins."""
        return self.sighting.index, self.sighting.start

    @property
    def title(self) -> str:
        """Return its name in a few printed words."""
        if self.named:
            return self.named
        seen = self.sighting
        # A line of a schedule, or a short piece, names its event; the headline names them all.
        has_own = seen.scheduled or seen.is_brief
        headline = "" if has_own else self.headline
        behind = self._words_behind
        return title_of(seen.words_before, behind, headline)

    @property
    def _words_behind(self) -> str:
        """Return the words behind its time, the place left out."""
        behind = self.sighting.words_behind
        if self.place_text is None:
            return behind
        behind = behind.replace(f"\uff08{self.place_text}\uff09", "", 1)
        if self.sighting.scheduled:
            behind = behind.removesuffix(self.place_text).rstrip()
        return behind.replace(f"在{self.place_text}", "", 1)

    def is_told_at(self, index: int, offset: int) -> bool:
        """Tell whether it is stated before this place, one to come in its own sentence."""
        at = self.sighting
        is_to_come = self.moment.future
        if is_to_come and not at.holds(index, offset):
            return False
        return at.has_begun(index, offset)

    def put_place(self, place: Stretch | None) -> None:
        """Take a printed place, if there is one."""
        if place is not None:
            self.place = place.on_page()
            self.place_text = place.text

    def leave_place(self) -> None:
        """Take back a place that was told of another event."""
        self.place = None
        self.place_text = None

    def put_place_of(self, other: GatheredEvent) -> None:
        """Take the place of another event, for one that is held there too."""
        self.place = other.place
        self.place_text = other.place_text

    def sharpen(self, sighting: Sighting) -> None:
        """Take the clock time of a later moment that tells when the event began."""
        moment = sighting.moment
        self.moment = replace(
            self.moment,
            time=moment.time,
            part_of_day=self.moment.part_of_day or moment.part_of_day,
            approximate=moment.approximate,
        )
        self.time_at = sighting.time_at

    def take_part_of_day(self, sighting: Sighting) -> None:
        """Take the part of day that is printed where its day is told a second time."""
        told = self.moment
        if told.part_of_day is None:
            part = sighting.moment.part_of_day
            self.moment = replace(told, part_of_day=part)

    def take_part(self, participant: ReadParticipant) -> None:
        """Add a participant; of two in one role the one whose delegations are printed stays."""
        key = (participant.name, participant.role)
        held = self.participants.setdefault(key, participant)
        if participant.delegations and not held.delegations:
            self.participants[key] = participant

    def tell(self, stretch: Stretch) -> None:
        """Add a sentence about it, joined to the one before when nothing stands between."""
        if self.told and stretch.follows(self.told[-1]):
            before = self.told.pop()
            stretch = replace(stretch, start=before.start)
        self.told.append(stretch)
