"""Tell apart the sessions that several groups hold in the same half-day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from reader.events.gathered import GatheredEvent
from reader.events.sessions.groups import GroupSession, group_sessions
from reader.events.sighting.sentence_bounds import sentence_start
from reader.events.sighting.timed_sentences import Sighting
from reader.passages import Passage, Stretch
from reader.patterns.sentences import MARK
from reader.times import Moment
from reader.vocabulary import EventKind

# All groups are meant: 各代表团分组审议; not 锦绣代表团
OF_ALL = re.compile(r"各|分[组团别成]|等\d*个?代表团")
# The session is at the hour told last: 同一时间,区长在宾馆; not 同时
SAME_HOUR = re.compile(r"(?:与此)?同一时[间刻]|与此同时")
# The words that say with which group somebody sits end here.
END_OF_CLAUSE = re.compile(rf"[{MARK}、]")
# A session is told of by these kinds: a group's own, and one that no words name.
_MAY_BE_SESSION = (EventKind.DELIBERATION, EventKind.OTHER)


def told_apart(
    events: Sequence[GatheredEvent],
    told: Sequence[Passage],
    times: Sequence[Sequence[Moment]],
) -> list[GatheredEvent]:
    """Return the events with those of single groups among them, in printed order."""
    found = list(events)
    for index, passage in enumerate(told):
        for session in group_sessions(passage):
            _take(found, index, passage, session, times[index])
    return sorted(found, key=attrgetter("place_in_print"))


def event_of_group(
    events: Sequence[GatheredEvent], passage: Passage, offset: int
) -> GatheredEvent | None:
    """Return the session whose group the clause behind this place names, or which begins the
    sentence, None without one.
    """
    text = passage.text
    end = END_OF_CLAUSE.search(text, offset)
    until = end.start() if end else len(text)
    start = sentence_start(text, offset)
    for event in events:
        if event.group and (
            text.find(event.group, offset, until) >= 0
            or text.startswith(event.group, start)
        ):
            return event
    return None


def _take(
    events: list[GatheredEvent],
    index: int,
    passage: Passage,
    session: GroupSession,
    moments: Sequence[Moment],
) -> None:
    """Give a session to the event it is about, or add it as an event of its own."""
    before = [one for one in events if one.is_told_at(index, session.start)]
    if not session.does or not before:
        return
    last = max(before, key=attrgetter("place_in_print"))
    event = _told_already(events, session)
    if event is None and _is_the_one(last, index, passage, session):
        event = last
    if event is None:
        event = _event(last, index, passage, session, moments)
        events.append(event)
    event.group = session.stem
    event.named = session.title
    if session.place is not None:
        event.put_place(Stretch(passage, *session.place))
        if last is not event and last.place == event.place:
            last.leave_place()


def _told_already(
    events: Sequence[GatheredEvent], session: GroupSession
) -> GatheredEvent | None:
    for event in events:
        if event.group == session.stem:
            return event
    return None


def _is_the_one(
    event: GatheredEvent, index: int, passage: Passage, session: GroupSession
) -> bool:
    """Tell whether the event told last, of no group so far, is the session of this one."""
    if event.group:
        return False
    seen = event.sighting
    starts = sentence_start(passage.text, session.start)
    if (seen.index, seen.start) == (index, starts):
        return True
    if event.place is not None or OF_ALL.search(seen.words):
        return False
    return event.kind in _MAY_BE_SESSION


def _event(
    last: GatheredEvent,
    index: int,
    passage: Passage,
    session: GroupSession,
    moments: Sequence[Moment],
) -> GatheredEvent:
    """Return a session at the time its sentence prints, else on the half-day told last."""
    moment = replace(last.moment, inherited=True)
    if not _is_at_same_hour(passage, session):
        moment = replace(moment, time=None)
    time_at = last.time_at
    for printed in _printed_before(passage, session, moments):
        moment = printed
        time_at = passage.on_page(*printed.span)
    here = replace(moment, start=session.start, end=session.start)
    sighting = Sighting(
        index,
        passage,
        here,
        _first_named(passage, session),
        session.end,
        session.end,
        EventKind.DELIBERATION,
    )
    return GatheredEvent(sighting, moment, time_at)


def _is_at_same_hour(passage: Passage, session: GroupSession) -> bool:
    """Tell whether the sentence of a session begins with the hour told last (同一时间)."""
    text = passage.text
    start = sentence_start(text, session.start)
    same = SAME_HOUR.match(text, start)
    return same is not None


def _printed_before(
    passage: Passage, session: GroupSession, moments: Sequence[Moment]
) -> Iterator[Moment]:
    """Yield the times that the sentence of a session prints in front of it."""
    start = sentence_start(passage.text, session.start)
    for moment in moments:
        if moment.is_day and start <= moment.start < session.time_ends:
            yield moment


def _first_named(passage: Passage, session: GroupSession) -> int:
    """Return where the paragraph begins to tell of the group; of several, each where it stands."""
    text = passage.text
    first = text.find(session.stem, 0, session.start)
    if session.place is None or first < 0:
        return session.start
    return sentence_start(text, first)
