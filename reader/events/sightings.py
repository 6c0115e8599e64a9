"""Find the sentences that state an event: a time of the story, and something that takes place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.events.titles import kind_of
from reader.moments import Moment
from reader.passages import Passage
from reader.patterns import events as patterns
from reader.patterns import times
from reader.results import BlockKind, Span
from reader.times import Clock

# How far from the issue date a day still is news: what lies further back is background.
_RECENT = dt.timedelta(days=31)
_AHEAD = dt.timedelta(days=400)
# Behind the opening sentence only days close to the first event are part of the report.
_NEAR = dt.timedelta(days=7)
_LEAD = 30
_LONGEST = 300
# A bullet and its space stand before the first word of a paragraph.
_BULLET = 3


@dataclass(frozen=True, slots=True)
class Sighting:
    """A moment in its sentence; ``kind`` is "" when the sentence states no event and only a time of
    one.

    ``opens`` says that the paragraph begins with the moment, ``scheduled`` that a date stands in a
    line above it;
    ``part`` is the printed part of day, "" where none is.
    """

    passage: int
    moment: Moment
    start: int
    end: int
    kind: str
    opens: bool = False
    part: str = ""
    scheduled: bool = False


def sightings(
    told: Sequence[Passage], clock: Clock, issued: dt.date | None
) -> Iterator[Sighting]:
    """Yield the moments of an article that state an event or sharpen the time of one, in printed
    order.
    """
    first: dt.date | None = None
    scheduled = False
    for index, passage in enumerate(told):
        moments = [
            moment for moment in clock.read(passage.text) if moment.precision == "day"
        ]
        if patterns.NOTE.match(passage.text):
            continue
        if _is_bare(passage.text, moments):
            scheduled = True
            continue
        scheduled = scheduled and bool(moments) and _opens(passage.text, moments[0])
        for sighting in _in_passage(index, passage, moments):
            moment = sighting.moment
            if not _is_news(moment, issued, first) or _is_quoted(
                passage.text, moment.start
            ):
                continue
            lead = _leads(sighting, passage, first=first is None)
            listed = scheduled and sighting.opens and moment.inherited
            shown = passage.kind is BlockKind.CAPTION and patterns.AT_WORK.search(
                passage.text, moment.end, sighting.end
            )
            if listed or shown or _states_event(passage.text, sighting, lead=lead):
                first = first or moment.date
                stop = _sentence(passage.text, moment.start)[1]
                yield replace(
                    sighting,
                    kind=kind_of(passage.text[moment.end : stop]),
                    scheduled=listed,
                )
            elif moment.inherited:
                yield sighting


def _is_bare(text: str, moments: Sequence[Moment]) -> bool:
    """Say whether a date stands alone: it heads the lines of a schedule, or signs a notice."""
    return (
        len(moments) == 1
        and _opens(text, moments[0])
        and not text[moments[0].end :].strip(times.LINE_END)
    )


def _opens(text: str, moment: Moment) -> bool:
    return moment.start <= _BULLET and not text[: moment.start].strip(times.BULLETS)


def _in_passage(
    index: int, passage: Passage, moments: Sequence[Moment]
) -> Iterator[Sighting]:
    for number, moment in enumerate(moments):
        start, stop = _sentence(passage.text, moment.start)
        after = moments[number + 1].start if number + 1 < len(moments) else stop
        lasts = times.RANGE_MARK.fullmatch(passage.text, moment.end, after) is not None
        end = stop if lasts else min(stop, after)
        part = times.PART.search(passage.text, moment.start, moment.end)
        yield Sighting(
            index,
            moment,
            start,
            end,
            "",
            _opens(passage.text, moment),
            part.group() if part else "",
        )


def _sentence(text: str, offset: int) -> Span:
    """Return the sentence around an offset; one that never stops is cut off at the longest a
    sentence is read.
    """
    floor, ceiling = max(0, offset - _LONGEST), min(len(text), offset + _LONGEST)
    start = max(text.rfind(mark, floor, offset) for mark in patterns.STOPS) + 1
    stop = patterns.STOP.search(text, offset, ceiling)
    return max(start, floor), stop.end() if stop else ceiling


def _is_news(moment: Moment, issued: dt.date | None, first: dt.date | None) -> bool:
    if moment.date is None:
        return False
    if first is not None and moment.date < first - _NEAR:
        return False
    last = moment.last or moment.date
    return issued is None or issued - _RECENT <= last <= issued + _AHEAD


def _is_quoted(text: str, offset: int) -> bool:
    return text.count("\u201c", 0, offset) > text.count("\u201d", 0, offset)


def _leads(sighting: Sighting, passage: Passage, *, first: bool) -> bool:
    """Say whether the day opens the report, or one of several that each begin with a bullet."""
    near = sighting.moment.start - sighting.start <= _LEAD
    opening = (sighting.passage == 0 and first) or (
        sighting.start == 0 and passage.text[0] in times.BULLETS
    )
    return opening and near and passage.kind is BlockKind.PARAGRAPH


def _states_event(text: str, sighting: Sighting, *, lead: bool) -> bool:
    moment = sighting.moment
    before, after = text[sighting.start : moment.start], text[moment.end : sighting.end]
    if patterns.BACKGROUND_BEFORE.search(before) or patterns.BACKGROUND_AFTER.match(
        text, moment.end
    ):
        return False
    if patterns.NOWADAYS.match(text, moment.start) or (
        not moment.future and patterns.SAID_BEFORE.search(before)
    ):
        return False
    if patterns.REPORTED.search(after):
        return patterns.MEETING_OF_REPORT.search(after) is not None
    if patterns.NAMED_DAY.match(after):
        return False
    if lead and not patterns.REPORTED.search(before):
        return True
    return not patterns.ANNOUNCED.match(after) and _takes_place(text, sighting, after)


def _takes_place(text: str, sighting: Sighting, after: str) -> bool:
    """Say whether a sentence behind the lead tells of an event: by its verb, or by the hour it is
    told with.
    """
    moment = sighting.moment
    if moment.inherited:
        hourly = sighting.opens and moment.time is not None and bool(sighting.part)
        return hourly or patterns.EVENT_VERB.search(after) is not None
    if times.TIME_LINE.search(text[sighting.start : moment.start]):
        return True
    if patterns.ONLY_SAID.match(after):
        return False
    told_exactly = moment.time is not None or (
        sighting.part and times.NUMBERED_DAY.match(text, moment.start)
    )
    coming = moment.future and patterns.COMING_AFTER.match(after)
    return bool(told_exactly or coming or patterns.EVENT_VERB.search(after))
