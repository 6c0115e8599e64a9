"""Find the events an article reports: what happened or will happen, not every date in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.events.congresses import congress_of, find_congresses
from reader.events.delegations import delegations
from reader.events.meetings import agenda, attendances, elected, votes
from reader.events.places import place_of
from reader.events.roles import parts
from reader.events.titles import kind_of, title_of
from reader.moments import Moment
from reader.passages import Passage, Stretch, passages
from reader.patterns import events as patterns
from reader.records import BlockKind, PageContext, ReadArticle, ReadCongress, ReadEvent, ReadParticipant, Span
from reader.times import Clock

# How far from the issue date a day still is news: what lies further back is background.
_RECENT = dt.timedelta(days=31)
_AHEAD = dt.timedelta(days=400)
# Behind the opening sentence only days close to the first event are part of the report.
_NEAR = dt.timedelta(days=7)
_LEAD = 30
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A moment in its sentence; ``kind`` is "" when the sentence states no event and only a time of one."""

    passage: int
    moment: Moment
    start: int
    end: int
    kind: str


@dataclass(slots=True)
class _Draft:
    """An event as gathered so far."""

    sighting: _Sighting
    moment: Moment
    time_at: Span
    place: Span | None = None
    place_text: str | None = None
    participants: dict[tuple[str, str], ReadParticipant] = field(default_factory=dict)
    told: list[Stretch] = field(default_factory=list)


def find_events(
    text: str, article: ReadArticle, context: PageContext, congresses: Sequence[ReadCongress] | None = None
) -> list[ReadEvent]:
    """Return the events of an article whose ``mentions`` are filled, in the order the text states them.

    ``congresses`` are those of the whole page; without them the article's own are looked up. Offsets are page offsets.
    """
    every = passages(text, article)
    told = [passage for passage in every if passage.kind is BlockKind.PARAGRAPH]
    # A picture printed as news has its caption for a text.
    told = told or [passage for passage in every if passage.kind is BlockKind.CAPTION]
    drafts = _drafts(told, article, context)
    if not drafts:
        return []
    known = find_congresses(text, [article], context) if congresses is None else congresses
    _take_part(drafts, told)
    return [_event(draft, told, article, known, every, first=draft is drafts[0]) for draft in drafts]


# Which sentences state an event


def _drafts(told: Sequence[Passage], article: ReadArticle, context: PageContext) -> list[_Draft]:
    clock = Clock(context.date, article.dateline.date)
    drafts: list[_Draft] = []
    for sighting in _sightings(told, clock, context.date or article.dateline.date):
        if _belongs(drafts, sighting, told):
            continue
        passage = told[sighting.passage]
        place = place_of(passage.text, sighting.moment.end, sighting.end)
        drafts.append(
            _Draft(
                sighting,
                sighting.moment,
                passage.on_page(sighting.moment.start, sighting.moment.end),
                passage.on_page(*place) if place else None,
                passage.text[slice(*place)] if place else None,
            )
        )
    return drafts


def _sightings(told: Sequence[Passage], clock: Clock, issued: dt.date | None) -> Iterator[_Sighting]:
    first: dt.date | None = None
    for index, passage in enumerate(told):
        moments = [moment for moment in clock.read(passage.text) if moment.precision == "day"]
        for number, moment in enumerate(moments):
            start, stop = _sentence(passage.text, moment.start)
            end = min(stop, moments[number + 1].start) if number + 1 < len(moments) else stop
            opens = index == 0 and first is None and passage.kind is BlockKind.PARAGRAPH
            lead = opens and moment.start - start <= _LEAD
            if not _is_news(moment, issued, first) or _is_quoted(passage.text, moment.start):
                continue
            if _states_event(passage.text, moment, start, end, lead=lead):
                first = first or moment.date
                yield _Sighting(index, moment, start, end, kind_of(passage.text[moment.end : stop]))
            elif moment.inherited:
                yield _Sighting(index, moment, start, end, "")


def _sentence(text: str, offset: int) -> Span:
    """Return the sentence around an offset; one that never stops is cut off at the longest a sentence is read."""
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


def _states_event(text: str, moment: Moment, start: int, end: int, *, lead: bool) -> bool:
    before, after = text[start : moment.start], text[moment.end : end]
    if patterns.BACKGROUND_BEFORE.search(before) or patterns.BACKGROUND_AFTER.match(text, moment.end):
        return False
    if not moment.future and patterns.SAID_BEFORE.search(before):
        return False
    if patterns.REPORTED.search(after):
        return patterns.MEETING_OF_REPORT.search(after) is not None
    if lead and not patterns.REPORTED.search(before):
        return True
    return patterns.EVENT_VERB.search(after) is not None


# Which sentences tell the same event again


def _belongs(drafts: list[_Draft], sighting: _Sighting, told: Sequence[Passage]) -> bool:
    """Say whether the sighting tells an event already drafted, and let it sharpen that event's time."""
    moment = sighting.moment
    same = [draft for draft in drafts if draft.moment.date == moment.date and draft.moment.last == moment.last]
    if not same:
        return not sighting.kind
    draft = same[-1]
    words = told[sighting.passage].text[moment.end : sighting.end]
    if sighting.kind and _is_another(draft, sighting, words):
        return False
    if _sharpens(draft, sighting, words):
        part = draft.moment.part_of_day or moment.part_of_day
        draft.moment = replace(draft.moment, time=moment.time, part_of_day=part, approximate=moment.approximate)
        draft.time_at = told[sighting.passage].on_page(moment.start, moment.end)
    return True


def _sharpens(draft: _Draft, sighting: _Sighting, words: str) -> bool:
    """Say whether a clock time tells when the event began: with words of beginning, or in the paragraph that states it."""
    had, moment = draft.moment, sighting.moment
    if moment.time is None or (had.time is not None and not (had.approximate and not moment.approximate)):
        return False
    if had.part_of_day not in (None, moment.part_of_day):
        return False
    return bool(patterns.STARTS.search(words)) or (
        had.part_of_day is None and sighting.passage == draft.sighting.passage
    )


def _is_another(draft: _Draft, sighting: _Sighting, words: str) -> bool:
    held = patterns.HELD.search(words)
    if draft.moment.part_of_day and sighting.moment.part_of_day not in (None, draft.moment.part_of_day):
        return True
    if held is None:
        return False
    return sighting.kind != draft.sighting.kind or _later(draft.moment, sighting.moment)


def _later(told: Moment, again: Moment) -> bool:
    return told.time is not None and again.time is not None and told.time != again.time


# Who took part, and the event as a value


def _take_part(drafts: Sequence[_Draft], told: Sequence[Passage]) -> None:
    for index, passage in enumerate(told):
        for match in patterns.SENTENCE.finditer(passage.text):
            _grow(_draft_at(drafts, index, match.start()).told, Stretch(passage, *match.span()))
        for part in parts(passage):
            draft = _draft_at(drafts, index, part.offset)
            key = (part.participant.name, part.participant.role)
            held = draft.participants.get(key)
            if held is None or (part.participant.delegations and not held.delegations):
                draft.participants[key] = part.participant


def _grow(told: list[Stretch], stretch: Stretch) -> None:
    """Add a sentence to an event's text, joined to the one before when nothing stands between."""
    if told and told[-1].passage is stretch.passage and told[-1].end == stretch.start:
        stretch = Stretch(stretch.passage, told.pop().start, stretch.end)
    told.append(stretch)


def _draft_at(drafts: Sequence[_Draft], passage: int, offset: int) -> _Draft:
    """Return the event that the text at this place is about: the last one stated, a coming one only in its sentence."""
    found = drafts[0]
    for draft in drafts[1:]:
        at = draft.sighting
        begun = (at.passage, at.start) <= (passage, offset)
        here = at.passage == passage and offset <= at.end
        if begun and (here or not draft.moment.future):
            found = draft
    return found


def _event(
    draft: _Draft,
    told: Sequence[Passage],
    article: ReadArticle,
    congresses: Sequence[ReadCongress],
    every: Sequence[Passage],
    *,
    first: bool,
) -> ReadEvent:
    at, moment = draft.sighting, draft.moment
    passage = told[at.passage]
    return ReadEvent(
        title=_title(passage, draft, article.headline if first else ""),
        kind=at.kind,
        date=moment.date,
        edtf=moment.edtf,
        time=moment.time,
        part_of_day=moment.part_of_day,
        approximate=moment.approximate,
        place=draft.place_text,
        span=passage.on_page(at.start, at.end),
        participants=tuple(draft.participants.values()),
        place_span=draft.place,
        time_span=draft.time_at,
        congress=_congress(passage.text[at.start : at.end], at.kind, every, congresses),
        attendance=next((count for stretch in draft.told for count in attendances(stretch)), None),
        delegations=delegations(draft.told),
        votes=votes(draft.told),
        agenda=agenda(draft.told),
        elected=elected(draft.told),
    )


def _title(passage: Passage, draft: _Draft, headline: str) -> str:
    at = draft.sighting
    before, after = passage.text[at.start : at.moment.start], passage.text[at.moment.end : at.end]
    if draft.place_text is not None:
        after = after.replace(f"在{draft.place_text}", "", 1)
    return title_of(before, after, headline)


def _congress(sentence: str, kind: str, every: Sequence[Passage], congresses: Sequence[ReadCongress]) -> str:
    headings = [passage.text for passage in every if passage.kind is not BlockKind.PARAGRAPH]
    named = congress_of([sentence, *headings], congresses, "".join(passage.text for passage in every))
    if not named and kind == "deliberation" and len(congresses) == 1:
        return congresses[0].name
    return named
