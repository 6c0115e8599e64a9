"""What a report is about: an article or an event that readers see."""

from __future__ import annotations

import re
from dataclasses import dataclass

from articles.models import Publication
from events.models import PublicEvent, Statement

# Example: article-12, event-7. Not: article-, person-3, article-012345678901234567890.
ABOUT = re.compile(r"(article|event)-([1-9][0-9]{0,17})")


@dataclass(frozen=True, slots=True)
class ReportedRecord:
    """A record as readers see it, with the key of the article that a report of it goes to.

    ``evidence`` is the key of the words that state it, None for an article itself."""

    about: str
    title: str
    path: str
    article: int
    evidence: int | None = None


def record_about(about: str) -> ReportedRecord | None:
    """Return what ``article-12`` or ``event-7`` names, None where readers see no such record."""
    match = ABOUT.fullmatch(about)
    if match is None:
        return None
    kind, key = match.groups()
    if kind == "article":
        return _article(about, int(key))
    return _event(about, int(key))


def _article(about: str, key: int) -> ReportedRecord | None:
    current = Publication.objects.current().listed()
    publication = current.filter(article=key).first()
    if publication is None:
        return None
    path = publication.get_absolute_url()
    return ReportedRecord(about, publication.title, path, key)


def _event(about: str, key: int) -> ReportedRecord | None:
    event = PublicEvent.objects.filter(pk=key).first()
    told = Statement.objects.telling().filter(subject=key)
    newest = told.with_article().newest_first().first()
    if event is None or newest is None:
        return None
    return ReportedRecord(
        about,
        event.title,
        event.get_absolute_url(),
        newest.publication.article_id,
        newest.mark,
    )
