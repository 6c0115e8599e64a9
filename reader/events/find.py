"""Find the events an article reports: what happened or will happen, not every date in the text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.events.business import agenda, decisions
from reader.events.delegations import delegations
from reader.events.event_places import place_of
from reader.events.gathered import GatheredEvent
from reader.events.meetings import attendances, elected, votes
from reader.events.reported_congresses import (
    congress_named,
    congress_of_plenary,
    find_congresses,
)
from reader.events.story import headings_of, story_of
from reader.events.wording.lasting_titles import lasting_kind, lasting_title
from reader.passages import LaidOut, Stretch, lay_out_passages
from reader.results import (
    Attendance,
    PageContext,
    ReadArticle,
    ReadCongress,
    ReadEvent,
)
from reader.vocabulary import EventKind


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
    story = story_of(laid_out)
    gathered = story.events()
    if not gathered and story.told:
        story = headings_of(laid_out)
        gathered = story.events()
    if not gathered:
        return []
    _add_headings(gathered[0], laid_out)
    if congresses is None:
        congresses = find_congresses(text, [article], context, [laid_out])
    return [_read(event, laid_out, congresses) for event in gathered]


def _add_headings(event: GatheredEvent, laid_out: LaidOut) -> None:
    """Let the headings name the first event, and say where it takes place if the text does not."""
    event.headline = laid_out.article.headline
    for heading in laid_out.headings:
        if event.place is None:
            place = place_of(heading.whole())
            event.put_place(place)


def _read(
    event: GatheredEvent,
    laid_out: LaidOut,
    congresses: Sequence[ReadCongress],
) -> ReadEvent:
    moment = event.moment
    told = event.told
    congress = _congress(event, laid_out, congresses)
    posts = elected(told)
    title = lasting_title(event.title, congress, elects=bool(posts))
    return ReadEvent(
        title=title,
        kind=lasting_kind(event.kind, title, congress),
        date=moment.date,
        edtf=moment.edtf,
        time=moment.time,
        part_of_day=moment.part_of_day,
        approximate=moment.approximate,
        place=event.place_text,
        span=event.span,
        participants=tuple(event.participants.values()),
        place_span=event.place,
        time_span=event.time_at,
        congress=congress,
        attendance=_attendance(told),
        delegations=delegations(told),
        votes=votes(told),
        agenda=agenda(told),
        decisions=decisions(told),
        elected=posts,
        leans_on_issue=moment.leans_on_issue,
    )


def _attendance(told: Sequence[Stretch]) -> Attendance | None:
    for stretch in told:
        for count in attendances(stretch):
            return count
    return None


def _congress(
    event: GatheredEvent,
    laid_out: LaidOut,
    congresses: Sequence[ReadCongress],
) -> str:
    """Return the congress that the event's sentence, a heading or a caption names, else "".

    A delegation deliberates at the only congress of the page, and whom a party congress elected
    meets for the first time at it.
    """
    beside = [*laid_out.headings, *laid_out.captions]
    texts = [event.sighting.words, *(passage.text for passage in beside)]
    article = "".join(passage.text for passage in laid_out.told)
    named = congress_named(texts, congresses, article)
    named = named or congress_of_plenary(event.sighting.words, congresses)
    if named or event.kind is not EventKind.DELIBERATION:
        return named
    if len(congresses) != 1:
        return ""
    return congresses[0].name
