"""Find the events an article reports: what happened or will happen, not every date in the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reader.events.congresses import congress_of, find_congresses
from reader.events.delegations import delegations
from reader.events.meetings import agenda, attendances, elected, votes
from reader.events.places import place_near, place_of
from reader.events.roles import parts
from reader.events.sightings import Sighting, sightings
from reader.events.titles import title_of
from reader.moments import Moment
from reader.passages import Passage, Stretch, passages
from reader.patterns import events as patterns
from reader.results import (
    BlockKind,
    PageContext,
    ReadArticle,
    ReadCongress,
    ReadEvent,
    ReadParticipant,
    Span,
)
from reader.times import Clock

_HEADINGS = (BlockKind.KICKER, BlockKind.HEADLINE, BlockKind.SUBTITLE)


@dataclass(slots=True)
class _Draft:
    """An event as gathered so far."""

    sighting: Sighting
    moment: Moment
    time_at: Span
    place: Span | None = None
    place_text: str | None = None
    participants: dict[tuple[str, str], ReadParticipant] = field(default_factory=dict)
    told: list[Stretch] = field(default_factory=list)


def find_events(
    text: str,
    article: ReadArticle,
    context: PageContext,
    congresses: Sequence[ReadCongress] | None = None,
) -> list[ReadEvent]:
    """Return the events of an article whose ``mentions`` are filled, in the order the text states
    them.

    ``congresses`` are those of the whole page; without them the article's own are looked up.
    Offsets are page offsets."""
    every = passages(text, article)
    told = [passage for passage in every if passage.kind is BlockKind.PARAGRAPH]
    # A picture printed as news has its caption for a text.
    told = told or [passage for passage in every if passage.kind is BlockKind.CAPTION]
    drafts = _drafts(
        told,
        Clock(context.date, article.dateline.date),
        context.date or article.dateline.date,
    )
    if not drafts:
        told = [
            one
            for one in every
            if told and one.kind in _HEADINGS and _is_news_heading(one.text)
        ]
        drafts = _drafts(told, Clock(context.date), context.date)
    if not drafts:
        return []
    for heading in every:
        if drafts[0].place is None and heading.kind in _HEADINGS:
            _put(drafts[0], heading, place_of(heading.text, 0, len(heading.text)))
    known = (
        find_congresses(text, [article], context) if congresses is None else congresses
    )
    _take_part(drafts, told)
    return [
        _event(draft, told, article, known, every, first=draft is drafts[0])
        for draft in drafts
    ]


def _is_news_heading(text: str) -> bool:
    return patterns.HEADING_NEWS.search(text) is not None and text[-1] not in "?\uff1f"


def _drafts(
    told: Sequence[Passage], clock: Clock, issued: dt.date | None
) -> list[_Draft]:
    drafts: list[_Draft] = []
    for sighting in sightings(told, clock, issued):
        if _belongs(drafts, sighting, told):
            continue
        passage = told[sighting.passage]
        draft = _Draft(
            sighting, sighting.moment, passage.on_page(*sighting.moment.span)
        )
        _put(
            draft,
            passage,
            place_near(
                passage.text, sighting.start, sighting.moment.span, sighting.end
            ),
        )
        if (
            draft.place is None
            and drafts
            and patterns.SAME_PLACE.search(
                passage.text, sighting.moment.end, sighting.end
            )
        ):
            draft.place, draft.place_text = drafts[-1].place, drafts[-1].place_text
        drafts.append(draft)
    return drafts


def _put(draft: _Draft, passage: Passage, place: Span | None) -> None:
    if place is not None:
        draft.place, draft.place_text = (
            passage.on_page(*place),
            passage.text[slice(*place)],
        )


# Which sentences tell the same event again


def _belongs(drafts: list[_Draft], sighting: Sighting, told: Sequence[Passage]) -> bool:
    """Say whether the sighting tells an event already drafted, and let it sharpen that event's
    time.
    """
    moment = sighting.moment
    if sighting.scheduled:
        return False
    same = [
        draft
        for draft in drafts
        if draft.moment.date == moment.date and draft.moment.last == moment.last
    ]
    if not same:
        return not sighting.kind or (
            moment.inherited and not drafts and sighting.passage > 0
        )
    draft = same[-1]
    words = told[sighting.passage].text[moment.end : sighting.end]
    if sighting.kind and _is_another(draft, sighting, words):
        return False
    if _sharpens(draft, sighting, words):
        part = draft.moment.part_of_day or moment.part_of_day
        draft.moment = replace(
            draft.moment,
            time=moment.time,
            part_of_day=part,
            approximate=moment.approximate,
        )
        draft.time_at = told[sighting.passage].on_page(moment.start, moment.end)
    return True


def _sharpens(draft: _Draft, sighting: Sighting, words: str) -> bool:
    """Say whether a clock time tells when the event began: with words of beginning, or in the
    paragraph that states it.
    """
    had, moment = draft.moment, sighting.moment
    if moment.time is None or had.part_of_day not in (None, moment.part_of_day):
        return False
    begins = patterns.STARTS.search(words) is not None
    if had.time is not None:
        return begins and had.approximate and not moment.approximate
    return begins or (
        had.part_of_day is None and sighting.passage == draft.sighting.passage
    )


def _is_another(draft: _Draft, sighting: Sighting, words: str) -> bool:
    if draft.moment.part_of_day and sighting.moment.part_of_day not in (
        None,
        draft.moment.part_of_day,
    ):
        return True
    if (
        sighting.opens
        and not patterns.STARTS.search(words)
        and _goes_on(draft, sighting, words)
    ):
        return True
    held = patterns.HELD.search(words)
    if held is None:
        return False
    return sighting.kind != draft.sighting.kind or _later(draft.moment, sighting.moment)


def _goes_on(draft: _Draft, sighting: Sighting, words: str) -> bool:
    """Say whether a new paragraph takes the story on: after 凌晨 the 上午, after the day's work a visit
    at its hour.
    """
    if sighting.moment.time is None or sighting.passage == draft.sighting.passage:
        return False
    if draft.moment.part_of_day is None:
        return patterns.MOVES_ON.search(words) is not None
    if not sighting.moment.inherited and draft.moment.time is None:
        return True
    return (
        bool(draft.sighting.part and sighting.part)
        and draft.sighting.part != sighting.part
    )


def _later(told: Moment, again: Moment) -> bool:
    return told.time is not None and again.time is not None and told.time != again.time


# Who took part, and the event as a value


def _take_part(drafts: Sequence[_Draft], told: Sequence[Passage]) -> None:
    for index, passage in enumerate(told):
        for match in patterns.SENTENCE.finditer(passage.text):
            _grow(
                _draft_at(drafts, index, match.start()).told,
                Stretch(passage, *match.span()),
            )
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
    """Return the event that the text at this place is about: the last one stated, a coming one only
    in its sentence.
    """
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
        attendance=next(
            (count for stretch in draft.told for count in attendances(stretch)), None
        ),
        delegations=delegations(draft.told),
        votes=votes(draft.told),
        agenda=agenda(draft.told),
        elected=elected(draft.told),
    )


def _title(passage: Passage, draft: _Draft, headline: str) -> str:
    at = draft.sighting
    before, after = (
        passage.text[at.start : at.moment.start],
        passage.text[at.moment.end : at.end],
    )
    if draft.place_text is not None:
        after = after.replace(f"在{draft.place_text}", "", 1)
    return title_of(before, after, headline)


def _congress(
    sentence: str,
    kind: str,
    every: Sequence[Passage],
    congresses: Sequence[ReadCongress],
) -> str:
    headings = [
        passage.text for passage in every if passage.kind is not BlockKind.PARAGRAPH
    ]
    named = congress_of(
        [sentence, *headings], congresses, "".join(passage.text for passage in every)
    )
    if not named and kind == "deliberation" and len(congresses) == 1:
        return congresses[0].name
    return named
