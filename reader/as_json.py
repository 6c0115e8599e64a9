"""Turn a reading into the plain object that ``read_page`` prints."""

from __future__ import annotations

import datetime as dt
from typing import Any

from reader.results import (
    Dateline,
    Paragraph,
    ReadArticle,
    ReadByline,
    ReadEvent,
    ReadFinding,
    ReadMention,
    ReadPage,
    ReadParticipant,
    ReadPhoto,
    ReadPost,
)

JSONObject = dict[str, Any]


def as_json(page: ReadPage, sha256: str) -> JSONObject:
    """Return the reading as values that ``json.dumps`` takes.

    ``sha256`` is the hex digest of the page's bytes.
    """
    return {
        "newspaper": page.newspaper,
        "date": _day(page.date),
        "page": page.page,
        "sha256": sha256,
        "coverage": page.coverage,
        "articles": [_article(one) for one in page.articles],
        "posts": [_post(one) for one in page.posts],
        "findings": [_finding(one) for one in page.findings],
    }


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _post(post: ReadPost) -> JSONObject:
    return {
        "name": post.name,
        "post": post.post,
        "span": list(post.span),
    }


def _finding(finding: ReadFinding) -> JSONObject:
    return {
        "rule": finding.rule,
        "severity": int(finding.severity),
        "start": finding.start,
        "end": finding.end,
        "replacement": finding.replacement,
        "message": finding.message,
    }


def _article(article: ReadArticle) -> JSONObject:
    return {
        "span": list(article.span),
        "kicker": article.kicker,
        "headline": article.headline,
        "subtitle": article.subtitle,
        "byline": [_byline(one) for one in article.byline],
        "dateline": _dateline(article.dateline),
        "paragraphs": [_paragraph(one) for one in article.paragraphs],
        "photos": [_photo(one) for one in article.photos],
        "continues_on": article.continues_on,
        "continued_from": article.continued_from,
        "mentions": [_mention(one) for one in article.mentions],
        "events": [_event(one) for one in article.events],
    }


def _byline(byline: ReadByline) -> JSONObject:
    return {"name": byline.name, "role": byline.role.value}


def _dateline(line: Dateline) -> JSONObject:
    return {
        "source": line.source,
        "place": line.place,
        "date": _day(line.date),
    }


def _paragraph(paragraph: Paragraph) -> JSONObject:
    return {
        "text": paragraph.text,
        "sources": [list(span) for span in paragraph.sources],
    }


def _photo(photo: ReadPhoto) -> JSONObject:
    return {
        "caption": photo.caption,
        "photographers": list(photo.photographers),
        "credit": photo.credit,
        "span": list(photo.span),
    }


def _mention(mention: ReadMention) -> JSONObject:
    return {"name": mention.name, "span": list(mention.span)}


def _event(event: ReadEvent) -> JSONObject:
    return {
        "title": event.title,
        "date": _day(event.date),
        "time": event.time.strftime("%H:%M") if event.time else None,
        "part_of_day": event.part_of_day,
        "approximate": event.approximate,
        "place": event.place,
        "span": list(event.span),
        "participants": [_participant(one) for one in event.participants],
    }


def _participant(participant: ReadParticipant) -> JSONObject:
    told: JSONObject = {
        "name": participant.name,
        "role": participant.role,
        "rank": participant.rank,
    }
    if participant.delegations:
        told["delegations"] = list(participant.delegations)
    return told
