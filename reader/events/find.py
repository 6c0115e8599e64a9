"""Find the events an article reports: what happened or will happen, not every date in the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from reader.events.congresses import Naming, find_congresses, namings
from reader.events.delegations import delegations
from reader.events.event_places import place_near, place_of
from reader.events.gathered import GatheredEvent
from reader.events.meetings import agenda, attendances, elected, votes
from reader.events.roles import parts
from reader.events.same_event import event_told_again, tells_again
from reader.events.sightings import Sighting, is_news_heading, sightings
from reader.events.titles import title_of
from reader.passages import LaidOut, Passage, Stretch, lay_out_passages
from reader.results import (
    Attendance,
    PageContext,
    ReadArticle,
    ReadCongress,
    ReadEvent,
)
from reader.times import Clock, Moment
from reader.vocabulary import BlockKind, EventKind

# 同一地点还有一场: the place told before
SAME_PLACE = re.compile(r"(?:同一|同个|原)地[点方]?|同址")
# A sentence ends here, with the quotation marks that close it: …。” ; not at a comma
SENTENCE = re.compile(
    r"[^\u3002!\uff01?\uff1f;\uff1b]+[\u3002!\uff01?\uff1f;\uff1b]*[\u201d\u2019\"')\uff09\u300d]*"
)


def find_events(
    text: str,
    article: ReadArticle,
    context: PageContext,
    congresses: Sequence[ReadCongress] | None = None,
    laid_out: LaidOut | None = None,
) -> list[ReadEvent]:
    """Return the events of an article whose ``mentions`` are filled, in the order it states them.

    ``congresses`` are those of the whole page; without them the article's own are looked up.
    ``laid_out`` is the article laid out, where it is at hand. Offsets are page offsets."""
    if laid_out is None:
        laid_out = lay_out_passages(text, article, context.date)
    told, drafts = _gather(laid_out)
    if not drafts:
        return []
    _place_by_heading(drafts[0], laid_out)
    _tell(drafts, told)
    if congresses is None:
        congresses = find_congresses(text, [article], context, [laid_out])
    headlines = [article.headline] + [""] * (len(drafts) - 1)
    return [
        _event(draft, told, laid_out, congresses, headline)
        for draft, headline in zip(drafts, headlines, strict=True)
    ]


def _gather(laid_out: LaidOut) -> tuple[list[Passage], list[GatheredEvent]]:
    """Return the passages that tell the events, and these: the text's, else the headings'."""
    told, moments = _story(laid_out)
    issued = laid_out.issued or laid_out.article.dateline.date
    drafts = _drafts(told, moments, issued)
    if drafts or not told:
        return told, drafts
    news = [line for line in laid_out.headings if is_news_heading(line.text)]
    moments = _read(Clock(laid_out.issued), news)
    return news, _drafts(news, moments, laid_out.issued)


def _story(laid_out: LaidOut) -> tuple[list[Passage], list[list[Moment]]]:
    """Return the paragraphs with their times; a picture printed as news has its caption for them."""
    if laid_out.paragraphs:
        return laid_out.paragraphs, laid_out.moments
    captions = laid_out.captions
    return captions, _read(laid_out.clock(), captions)


def _read(clock: Clock, told: Sequence[Passage]) -> list[list[Moment]]:
    return [clock.read(passage.text) for passage in told]


def _drafts(
    told: Sequence[Passage],
    moments: Sequence[list[Moment]],
    issued: dt.date | None,
) -> list[GatheredEvent]:
    drafts: list[GatheredEvent] = []
    for sighting in sightings(told, moments, issued):
        passage = told[sighting.passage]
        if not _belongs(drafts, sighting, passage):
            drafts.append(_draft(drafts, sighting, passage))
    return drafts


def _belongs(
    drafts: Sequence[GatheredEvent], sighting: Sighting, passage: Passage
) -> bool:
    """Say whether the sighting states no event of its own."""
    if sighting.scheduled:
        return False
    told = event_told_again(drafts, sighting)
    if told is not None:
        return tells_again(told, sighting, passage)
    if sighting.kind is None:
        return True
    return sighting.moment.inherited and not drafts and sighting.passage > 0


def _draft(
    drafts: Sequence[GatheredEvent], sighting: Sighting, passage: Passage
) -> GatheredEvent:
    moment = sighting.moment
    draft = GatheredEvent(sighting, moment, passage.on_page(*moment.span))
    place = place_near(passage.text, sighting.start, moment.span, sighting.end)
    draft.put_place(passage, place)
    if draft.place is not None or not drafts:
        return draft
    if SAME_PLACE.search(passage.text, moment.end, sighting.end):
        draft.take_place_of(drafts[-1])
    return draft


def _place_by_heading(draft: GatheredEvent, laid_out: LaidOut) -> None:
    """Let the headings say where the first event takes place if the text does not."""
    for heading in laid_out.headings:
        if draft.place is None:
            place = place_of(heading.text, 0, len(heading.text))
            draft.put_place(heading, place)


def _tell(drafts: Sequence[GatheredEvent], told: Sequence[Passage]) -> None:
    """Give each sentence and each participant to the event it is about."""
    for index, passage in enumerate(told):
        for sentence in SENTENCE.finditer(passage.text):
            draft = _draft_at(drafts, index, sentence.start())
            draft.tell(Stretch(passage, *sentence.span()))
        for part in parts(passage):
            draft = _draft_at(drafts, index, part.offset)
            draft.take_part(part.participant)


def _draft_at(
    drafts: Sequence[GatheredEvent], passage: int, offset: int
) -> GatheredEvent:
    """Return the event that the text at this place is about.

    That is the last one stated; a coming one only in its own sentence.
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
    draft: GatheredEvent,
    told: Sequence[Passage],
    laid_out: LaidOut,
    congresses: Sequence[ReadCongress],
    headline: str,
) -> ReadEvent:
    at = draft.sighting
    moment = draft.moment
    kind = at.kind or EventKind.OTHER
    passage = told[at.passage]
    sentence = passage.text[at.start : at.end]
    return ReadEvent(
        title=_title(passage, draft, headline),
        kind=kind,
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
        congress=_congress(sentence, kind, laid_out, congresses),
        attendance=_attendance(draft.told),
        delegations=delegations(draft.told),
        votes=votes(draft.told),
        agenda=agenda(draft.told),
        elected=elected(draft.told),
    )


def _attendance(told: Sequence[Stretch]) -> Attendance | None:
    for stretch in told:
        for count in attendances(stretch):
            return count
    return None


def _title(passage: Passage, draft: GatheredEvent, headline: str) -> str:
    at = draft.sighting
    before = passage.text[at.start : at.moment.start]
    after = passage.text[at.moment.end : at.end]
    if draft.place_text is not None:
        after = after.replace(f"在{draft.place_text}", "", 1)
    return title_of(before, after, headline)


def _congress(
    sentence: str,
    kind: EventKind,
    laid_out: LaidOut,
    congresses: Sequence[ReadCongress],
) -> str:
    every = laid_out.told
    others = [one.text for one in every if one.kind is not BlockKind.PARAGRAPH]
    whole = "".join(one.text for one in every)
    named = _congress_of([sentence, *others], congresses, whole)
    deliberates = kind is EventKind.DELIBERATION
    if not named and deliberates and len(congresses) == 1:
        return congresses[0].name
    return named


def _congress_of(
    texts: Iterable[str], congresses: Sequence[ReadCongress], article: str
) -> str:
    """Return the name of the congress that the first naming in these texts means, else "".

    Where two congresses share a short name, the one that the ``article`` names in full is meant.
    """
    for text in texts:
        for naming in namings(text):
            meant = _called_so(naming, congresses)
            own = [one for one in meant if one.name in article]
            for congress in own or meant:
                return congress.name
    return ""


def _called_so(
    naming: Naming, congresses: Sequence[ReadCongress]
) -> list[ReadCongress]:
    if naming.passing:
        return []
    return [
        one for one in congresses if naming.name in (one.name, *one.short_names)
    ]
