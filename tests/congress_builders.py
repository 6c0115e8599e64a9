"""A congress with sittings for tests: each sitting told by an article of its own."""

from __future__ import annotations

import datetime as dt

from events.models import Event, MeetingBody, PublicEvent
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    published_once,
    saved,
    show_as_it_stands,
)

TITLE = "中国共产党云溪市第七次代表大会"


@published_once()
def make_congress(*, title: str = TITLE, edtf: str = "2021-09-27") -> Event:
    article = make_article(body=f"{title}召开。", published=True)
    words = make_evidence(article=article, words=title)
    return make_event(title=title, edtf=edtf, kind="congress", evidence=words)


@published_once()
def make_sitting(
    *,
    congress: Event,
    title: str,
    chair: str = "",
    body: str = "",
    number: int | None = None,
    name: str = "",
    **fields: object,
) -> Event:
    """Make a published sitting; ``chair`` is the person who chaired, ``body`` which body met."""
    article = make_article(body=f"{title}举行。{chair}主持。", published=True)
    words = make_evidence(article=article, words=title)
    event = make_event(title=title, parent=congress, evidence=words, **fields)
    if body:
        saved(
            MeetingBody(
                event=event, body=body, number=number, name=name, evidence=words
            )
        )
    if chair:
        person = make_person(name=chair)
        make_mention(article=article, name=chair, person=person)
        evidence = make_evidence(article=article, words=f"{chair}主持")
        make_participation(event=event, person=person, evidence=evidence)
    show_as_it_stands(article)
    return event


@published_once()
def make_days(congress: Event, number: int = 8) -> list[Event]:
    """Make so many sittings of one presidium, four a day."""
    return [
        make_sitting(
            congress=congress,
            title=f"主席团第{place}场",
            body="presidium",
            edtf=f"2021-09-{27 + place // 4}",
            part_of_day="morning",
            time=dt.time(8 + place % 4),
        )
        for place in range(number)
    ]


def row_of(event: Event) -> PublicEvent:
    return PublicEvent.objects.get(pk=event.pk)


def address_of(event: Event) -> str:
    return row_of(event).get_absolute_url()
