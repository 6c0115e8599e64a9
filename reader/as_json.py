"""Turn a reading into the plain object that ``read_page`` prints."""

from __future__ import annotations

from typing import Any

from reader.results import ReadArticle, ReadEvent, ReadPage

JSONObject = dict[str, Any]


def as_json(page: ReadPage, sha256: str) -> JSONObject:
    """Return the reading as values that ``json.dumps`` takes; ``sha256`` is the hex digest of the
    page's bytes.
    """
    return {
        "newspaper": page.newspaper,
        "date": page.date.isoformat() if page.date else None,
        "page": page.page,
        "sha256": sha256,
        "coverage": page.coverage,
        "articles": [_article(article) for article in page.articles],
        "posts": [
            {"name": one.name, "post": one.post, "span": list(one.span)}
            for one in page.posts
        ],
        "findings": [
            {
                "rule": one.rule,
                "severity": one.severity,
                "start": one.start,
                "end": one.end,
                "replacement": one.replacement,
                "message": one.message,
            }
            for one in page.findings
        ],
    }


def _article(article: ReadArticle) -> JSONObject:
    line = article.dateline
    return {
        "span": list(article.span),
        "kicker": article.kicker,
        "headline": article.headline,
        "subtitle": article.subtitle,
        "byline": [
            {"name": one.name, "role": one.role.value} for one in article.byline
        ],
        "dateline": {
            "source": line.source,
            "place": line.place,
            "date": line.date.isoformat() if line.date else None,
        },
        "paragraphs": [
            {"text": one.text, "sources": [list(span) for span in one.sources]}
            for one in article.paragraphs
        ],
        "photos": [
            {
                "caption": one.caption,
                "photographers": list(one.photographers),
                "credit": one.credit,
                "span": list(one.span),
            }
            for one in article.photos
        ],
        "continues_on": article.continues_on,
        "continued_from": article.continued_from,
        "mentions": [
            {"name": one.name, "span": list(one.span)} for one in article.mentions
        ],
        "events": [_event(event) for event in article.events],
    }


def _event(event: ReadEvent) -> JSONObject:
    return {
        "title": event.title,
        "date": event.date.isoformat() if event.date else None,
        "time": event.time.strftime("%H:%M") if event.time else None,
        "part_of_day": event.part_of_day,
        "approximate": event.approximate,
        "place": event.place,
        "span": list(event.span),
        "participants": [
            {"name": one.name, "role": one.role, "rank": one.rank}
            | ({"delegations": list(one.delegations)} if one.delegations else {})
            for one in event.participants
        ],
    }
