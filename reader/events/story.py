"""The passages that tell an article's events, and the events gathered from them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.events.event_places import labelled_places, place_near
from reader.events.gathered import GatheredEvent
from reader.events.parts.roles import parts
from reader.events.sessions.next_meetings import with_followers
from reader.events.sessions.parallel import event_of_group, told_apart
from reader.events.sessions.speakers import (
    is_spoken_at,
    spoken_parts,
    where_present,
)
from reader.events.sighting.event_sentences import is_news_heading
from reader.events.sighting.sentence_bounds import sentence_start
from reader.events.sighting.sightings import sightings
from reader.events.sighting.timed_sentences import (
    Sighting,
    begins_with_bullet,
)
from reader.events.told_again import event_told_again, sharpens_time
from reader.passages import LaidOut, Passage, Stretch
from reader.times import Clock, Moment

# 同一地点还有一场: the place told before
SAME_PLACE = re.compile(r"(?:同一|同个|原)地[点方]?|同址")
# 出席闭幕会的还有: the meeting is told by how it stands to the whole
OPENING_OR_CLOSING = re.compile(
    r"(?:出席|参加|列席|主持)(?:了)?(?P<which>开幕|闭幕)(?:会|式|大会)"
)
# 甲同志主持了闭幕式, 甲致闭幕词: the same from the name on; not 甲说,主持闭幕式
DOES_AT = re.compile(
    r"[\u4e00-\u9fff、\u00b7]{2,30}?(?:(?:出席|参加|列席|主持)(?:了)?(?=(?:开幕|闭幕)(?:会|式|大会))"
    r"|致(?=(?:开幕|闭幕)[辞词]))(?P<which>..)"
)
# The day in another form, in brackets behind the first: 昨天(6月13日), 6月13日(昨天)上午; not 市政府(市委)
DAY_AGAIN = re.compile(
    r"[天日](?:[(\uff08][^()\uff08\uff09]{0,8}[日天][)\uff09]|[(\uff08])$"
)
# A sentence ends here, with the quotation marks that close it: …。” ; not at a comma
SENTENCE = re.compile(
    r"[^\u3002!\uff01?\uff1f;\uff1b]+[\u3002!\uff01?\uff1f;\uff1b]*[\u201d\u2019\"')\uff09\u300d]*"
)

# A sentence is looked at so far in front of a name.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Story:
    """Passages with the times of each; what is news is bounded by the day of issue."""

    told: Sequence[Passage]
    times: Sequence[list[Moment]]
    issued: dt.date | None

    def events(self) -> list[GatheredEvent]:
        """Return the events it states, in printed order, with all it tells about each."""
        found: list[GatheredEvent] = []
        for sighting in sightings(self.told, self.times, self.issued):
            again = event_told_again(found, sighting)
            if again is not None:
                _tell_again(again, sighting)
            elif _states_event(found, sighting):
                event = _event(sighting)
                if found and _is_place_of_day_before(event, found[-1]):
                    event.leave_place()
                if found and _is_same_place(event):
                    event.put_place_of(found[-1])
                found.append(event)
        if found:
            found = told_apart(found, self.told, self.times)
            found = with_followers(found, self.told)
            self._tell(found)
        return found

    def _tell(self, events: Sequence[GatheredEvent]) -> None:
        """Give each sentence and each participant to the event it is about."""
        stated = {event.sighting.index for event in events}
        for index, passage in enumerate(self.told):
            if index not in stated and begins_with_bullet(passage):
                continue
            for place in labelled_places(passage):
                event = self._event_labelled(events, index, place.start)
                if event.place is None:
                    event.put_place(place)
            for sentence in SENTENCE.finditer(passage.text):
                start, end = sentence.span()
                event = _event_at(events, index, start)
                event.tell(Stretch(passage, start, end))
            for part in parts(passage):
                event = _event_of_part(events, index, passage, part.offset)
                event.take_part(part.participant)
            for spoken in spoken_parts(passage):
                event = _event_of_part(events, index, passage, spoken.offset)
                event = where_present(events, spoken.participant) or event
                if is_spoken_at(event):
                    event.take_part(spoken.participant)

    def _event_labelled(
        self, events: Sequence[GatheredEvent], index: int, offset: int
    ) -> GatheredEvent:
        """Return the event of the day that its passage prints last in front of a labelled place."""
        days = [one for one in self.times[index] if one.start < offset]
        event = _event_at(events, index, offset)
        if not days or event.moment.is_on_days_of(days[-1]):
            return event
        meant = [one for one in events if one.moment.is_on_days_of(days[-1])]
        return meant[-1] if meant else event


def story_of(laid_out: LaidOut) -> Story:
    """Return what tells the events of an article: its text.

    A picture printed as news has its caption for one.
    """
    day = laid_out.day
    paragraphs = laid_out.paragraphs
    if paragraphs:
        return Story(paragraphs, laid_out.moments, day)
    captions = laid_out.captions
    times = _read(laid_out.clock(), captions)
    return Story(captions, times, day)


def headings_of(laid_out: LaidOut) -> Story:
    """Return the headings that tell news with its day."""
    news = _news(laid_out)
    times = _read(Clock(laid_out.issued), news)
    return Story(news, times, laid_out.issued)


def _news(laid_out: LaidOut) -> list[Passage]:
    return [
        heading
        for heading in laid_out.headings
        if is_news_heading(heading.text)
    ]


def _read(clock: Clock, told: Sequence[Passage]) -> list[list[Moment]]:
    return [clock.read(passage.text) for passage in told]


def _tell_again(event: GatheredEvent, sighting: Sighting) -> None:
    """Let a later moment of an event sharpen its time, where its words do.

    A day printed twice, 昨天（6月13日）上午, tells the place behind its second form.
    """
    if sharpens_time(event, sighting):
        event.sharpen(sighting)
    if not DAY_AGAIN.search(sighting.words_before):
        return
    event.take_part_of_day(sighting)
    if event.place is None:
        event.put_place(place_near(sighting))


def _states_event(found: Sequence[GatheredEvent], sighting: Sighting) -> bool:
    """Tell whether a sighting that tells no event again states one of its own."""
    if sighting.scheduled:
        return True
    if sighting.kind is None:
        return False
    if found or sighting.index == 0:
        return True
    return not sighting.moment.inherited


def _event(sighting: Sighting) -> GatheredEvent:
    event = GatheredEvent(sighting, sighting.moment, sighting.time_at)
    place = place_near(sighting)
    event.put_place(place)
    return event


def _is_place_of_day_before(event: GatheredEvent, other: GatheredEvent) -> bool:
    """Tell whether the only place near an event is the one told of another day's.

    9月1日在会堂开幕,9月3日闭幕: for the closing none is told.
    """
    if event.place is None or event.place != other.place:
        return False
    place, _ = event.place
    time, _ = other.time_at
    return time < place and event.moment.date != other.moment.date


def _is_same_place(event: GatheredEvent) -> bool:
    """Tell whether no place is printed but the words that it is the one told before."""
    if event.place is not None:
        return False
    return SAME_PLACE.search(event.sighting.words_behind) is not None


def _event_of_part(
    events: Sequence[GatheredEvent], index: int, passage: Passage, offset: int
) -> GatheredEvent:
    """Return the event at which a person named at this place takes part."""
    return (
        _event_named(events, passage, offset)
        or event_of_group(events, passage, offset)
        or _event_at(events, index, offset)
    )


def _event_named(
    events: Sequence[GatheredEvent], passage: Passage, offset: int
) -> GatheredEvent | None:
    """Return the opening or the closing, where the sentence at this place names it and one alone
    is told.
    """
    text = passage.text
    start = sentence_start(text, offset, _LONGEST)
    named = OPENING_OR_CLOSING.search(text, start, offset)
    if named is None:
        named = DOES_AT.match(text, offset)
    if named is None:
        return None
    which = named["which"]
    meant = [event for event in events if which in event.sighting.words]
    if len(meant) != 1:
        return None
    return meant[0]


def _event_at(
    events: Sequence[GatheredEvent], index: int, offset: int
) -> GatheredEvent:
    """Return the event that the text at this place is about.

    That is the last one stated; a coming one only in its own sentence.
    """
    found = events[0]
    for event in events[1:]:
        if event.is_told_at(index, offset):
            found = event
    return found
