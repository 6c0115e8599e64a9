"""The row of a publication: its content, and what lists show of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Subquery
from django.utils import timezone
from django.utils.translation import gettext

from articles.geometry import LineEdges, Rectangle, rectangles_of
from articles.models import Article, Page, PageGeometry, Publication
from editorial.models import Finding, Rule
from editorial.publishing.signed.canonical import FORM, content_digest
from events.models import EventField, Statement
from search.folding import LINE_BREAK
from search.keywords import keywords_of

SUMMARY_LENGTH = 200
# Of a text that stands for the headline.
TITLE_LENGTH = 30
# The facts that name a place, and under which key of their value.
PLACE_KEYS: dict[str, str] = {
    EventField.PLACE: "value",
    Statement.DELEGATION: "origin",
}


def new_publication(
    article: Article,
    content: dict[str, Any],
    by: User | None,
    reason: Publication.Reason = Publication.Reason.SIGNED,
) -> Publication:
    """Return the next publication of an article, unsaved."""
    now = timezone.now()
    earlier = Publication.objects.of_article(article.pk).first()
    publication = Publication(
        article=article,
        number=earlier.number + 1 if earlier else 1,
        reason=reason,
        by=by,
        at=now,
        first_at=earlier.first_at if earlier else now,
        content=content,
        form=FORM,
        sha256=content_digest(content),
        follows_report=_follows_report(article, reason),
    )
    _take_place(publication)
    lines = _lines_of(article.page_id)
    publication.regions = _regions(article, lines)
    _show(publication)
    return publication


def _follows_report(article: Article, reason: Publication.Reason) -> bool:
    """Tell whether editors agreed with a reader since the article was signed last."""
    if reason != Publication.Reason.SIGNED:
        return False
    signed = Publication.objects.of_article(article.pk).filter(reason=reason)
    agreed = article.findings.filter(
        rule=Rule.READER_REPORT,
        status=Finding.Status.ACCEPTED,
        decided_at__gt=Subquery(signed.values("at")[:1]),
    )
    return agreed.exists()


def _take_place(publication: Publication) -> None:
    """Repeat where the article was printed."""
    article = publication.article
    publication.page = article.page
    publication.newspaper_id = article.newspaper_id
    publication.day = article.day
    publication.edition = article.edition
    publication.label = article.page.label
    publication.sort_label = article.sort_label
    publication.address_number = article.address_number
    publication.position = article.position


def renew_regions(page: Page) -> None:
    """Let what is public of a page stand on its picture where its file tells now: another file may
    have brought another picture.
    """
    lines = _lines_of(page.pk)
    current = Publication.objects.current()
    on_page = current.filter(page=page)
    publications = list(on_page.select_related("article"))
    for publication in publications:
        article = publication.article
        publication.regions = _regions(article, lines)
    changed = ["regions"]
    Publication.objects.bulk_update(publications, changed)


def _lines_of(page: int) -> list[LineEdges]:
    """Return where the lines of a page stand on it, none where its file does not tell."""
    of_page = PageGeometry.objects.filter(page=page)
    geometry = of_page.first()
    if geometry is None:
        return []
    return geometry.lines


def _regions(article: Article, lines: list[LineEdges]) -> list[Rectangle]:
    """Return where the words of an article stand among the lines of its page."""
    if not lines:
        return []
    page = article.page_id
    standing = article.blocks.standing()
    spans: list[tuple[int, int]] = []
    for block in standing.filter(page=page):
        spans.extend(block.delivered())
    spans.sort()
    return rectangles_of(spans, lines)


def _show(publication: Publication) -> None:
    """Repeat what lists show of the content."""
    content = publication.content
    body = content["body"]
    publication.title = shown_title(publication)
    publication.kicker = content["kicker"]
    publication.headline = content["headline"]
    publication.subtitle = content["subtitle"]
    publication.summary = body.split("\n")[0][:SUMMARY_LENGTH]
    publication.bylines = [
        {"name": byline["name"], "role": byline["role"]}
        for byline in content["bylines"]
    ]
    publication.continued_from = content["continued_from"]
    publication.continuation = content["continuation"]
    words = LINE_BREAK.join([content["headline"], body])
    names = [*_people_in(content), *_places_in(content)]
    publication.keywords = keywords_of(words, names=names)


def _people_in(content: dict[str, Any]) -> Iterator[str]:
    """Yield the people whom an article names."""
    for mark in content["marks"]:
        yield mark["name"]


def _places_in(content: dict[str, Any]) -> Iterator[str]:
    """Yield the places at which its events were, and from which its delegations came."""
    for fact in content["facts"]:
        place = _place_in(fact)
        if place:
            yield place


def _place_in(fact: dict[str, Any]) -> str | None:
    key = PLACE_KEYS.get(fact["field"])
    if key is None:
        return None
    return fact["value"][key]


def shown_title(publication: Publication) -> str:
    """Return the headline; a continuation without one bears that of its beginning, if readers may
    see it, else how its text begins.
    """
    content = publication.content
    if content["headline"]:
        return content["headline"]
    beginning = _beginning_of(publication)
    if beginning is not None:
        return beginning.title
    return _opening(publication)


def _opening(publication: Publication) -> str:
    """Return how the text of an article without headline begins, as it was signed."""
    content = publication.content
    text = (
        content["body"][:TITLE_LENGTH]
        or content["kicker"]
        or content["subtitle"][:TITLE_LENGTH]
    )
    number = {"position": publication.position}
    return text or gettext("Article %(position)d") % number


def _beginning_of(publication: Publication) -> Publication | None:
    """Return the current publication of the article that goes on in this one."""
    beginnings = Publication.objects.current().filter(
        continuation=publication.article_id
    )
    return beginnings.first()
