"""Publications of made-up articles, stored in bulk with the rows that lists read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils import timezone

from articles.models import Article, PhotoCreator, Publication, PublicPhoto
from articles.models.public_photo import PHOTO_WORDS, creators_of, photos_in
from editorial.publishing.public_rows import refresh_rows
from editorial.publishing.signed.canonical import FORM, content_digest
from editorial.publishing.statements import Touched, statements_of
from events.models import Statement

BATCH = 500
PHOTO_EVERY = 5
# The congress, and the first of its events.
EVENT_KEYS = (1, 2)
KEYWORDS = ["代表团", "审议", "报告"]
CAPTION = "代表们认真审议报告。"
CONGRESS_DAY = dt.date(2021, 9, 27)
CONGRESS_DAYS = 5


def publish_all(
    articles: Sequence[Article],
    people: Sequence[int | None],
    event_every: int = 0,
) -> None:
    """Publish stored articles, of which each names the person of the same place, if any, by its
    first two characters; every so many of them tells an event of one congress (0: none).
    """
    touched = Touched(frozenset(), frozenset())
    for start in range(0, len(articles), BATCH):
        lot = range(start, min(start + BATCH, len(articles)))
        publications = [
            _publication(
                articles[place],
                _content(place, articles[place], people[place], event_every),
            )
            for place in lot
        ]
        Publication.objects.bulk_create(publications)
        statements = [
            each for one in publications for each in statements_of(one)
        ]
        Statement.objects.bulk_create(statements)
        photos = [each for one in publications for each in photos_in(one)]
        PublicPhoto.objects.bulk_create(photos)
        PhotoCreator.objects.bulk_create(creators_of(photos))
        touched |= Touched.by(statements)
    refresh_rows(touched)


def _publication(article: Article, content: dict[str, Any]) -> Publication:
    now = timezone.now()
    return Publication(
        article=article,
        number=1,
        at=now,
        first_at=now,
        page=article.page,
        newspaper_id=article.newspaper_id,
        day=article.day,
        edition=article.edition,
        label=article.page.label,
        sort_label=article.sort_label,
        address_number=article.address_number,
        position=article.position,
        title=article.headline,
        headline=article.headline,
        summary=article.body.split("\n")[0],
        keywords=KEYWORDS,
        content=content,
        form=FORM,
        sha256=content_digest(content),
    )


def _content(
    place: int, article: Article, person: int | None, event_every: int
) -> dict[str, Any]:
    texts = {name: getattr(article, name) for name in Article.TEXT_FIELDS}
    words = {"mark": article.pk, "part": "body", "photo": None}
    words |= {"start": 0, "end": 2}
    photos = [_photo(article)] if place % PHOTO_EVERY == 0 else []
    tells = event_every and place % event_every == 0
    return texts | {
        "read": texts,
        "dateline": {"source": "", "place": "", "date": None},
        "continues_on": "",
        "continued_from": "",
        "continuation": None,
        "bylines": [],
        "photos": photos,
        "marks": [words | {"name": "代表", "person": person}],
        "facts": list(_facts(place // event_every, person, words))
        if tells
        else [],
    }


def _photo(article: Article) -> dict[str, Any]:
    words = dict.fromkeys(PHOTO_WORDS, "") | {"caption": CAPTION}
    return words | {"photo": article.pk, "image": "", "date_created": None}


def _facts(
    number: int, person: int | None, words: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Yield what is told of an event: the congress by the first article, its parts by others."""
    congress, first = EVENT_KEYS
    key = congress + number
    fact = {"about": "event", "subject": key, "object": None} | words
    yield fact | {"field": Statement.TOLD, "value": {}}
    kind = "session"
    if key < first:
        kind = "congress"
    else:
        yield from _facts_of_a_part(fact, number, person)
    day = CONGRESS_DAY + dt.timedelta(days=number % CONGRESS_DAYS)
    fields = {"title": f"会议{number}", "kind": kind, "edtf": day.isoformat()}
    for field, value in fields.items():
        yield fact | {"field": field, "value": {"value": value}}


def _facts_of_a_part(
    fact: dict[str, Any], number: int, person: int | None
) -> Iterator[dict[str, Any]]:
    """Yield of which congress an event is a part, which body met, and who was there."""
    yield fact | {
        "field": Statement.PARENT,
        "object": EVENT_KEYS[0],
        "value": {},
    }
    delegation = {"body": "delegation", "number": number % 9 + 1, "name": ""}
    yield fact | {"field": Statement.BODY, "value": delegation}
    took_part = {
        "name": "代表",
        "role": "主持人",
        "rank": 1,
        "position": 1,
        "delegations": [],
    }
    there = {"field": Statement.PARTICIPATION, "object": person}
    yield fact | there | {"value": took_part}
