"""References as files: to an article, and to what tells of an event or of a congress."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.decorators import method_decorator

from articles.citations.citation_files import CITATION_FILES
from articles.citations.cited_article import CitedArticle, cited
from articles.models import Publication
from events.models import MergedEvent, PublicEvent, Statement
from events.models.statement import StatementQuerySet
from public.downloads.attachment import attachment, same_until_a_change
from public.downloads.standing_article import OfArticle
from public.missing.former_addresses import FormerAddress
from public.views.congresses import OfCongress

# So many articles a file names at most, the newest first.
MOST_CITED = 2000


def citation_file(
    form: str, articles: Iterable[CitedArticle], name: str
) -> HttpResponseBase:
    """Return references to these articles as a file in a form, named without its ending."""
    written = CITATION_FILES[form]
    return attachment(
        "".join(written.write(articles)),
        written.media_type,
        f"{name}.{form}",
    )


class ArticleCitation(OfArticle):
    """The reference to one article."""

    def file_of(self, publication: Publication) -> HttpResponseBase:
        path = publication.get_absolute_url()
        article = cited(publication, self.request.build_absolute_uri(path))
        return citation_file(self.kwargs["form"], [article], article.key)

    def address_for(self, publication: Publication) -> str:
        return f"{publication.get_absolute_url()}cite.{self.kwargs['form']}"


class EventCitation(FormerAddress):
    """The references to the articles that tell of one event."""

    merged = MergedEvent
    public = PublicEvent

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        key = kwargs["pk"]
        told = Statement.objects.telling().filter(subject=key)
        articles = cited_articles(told, request)
        if not articles:
            raise Http404
        form = kwargs["form"]
        name = f"event-{key}"
        return citation_file(form, articles, name)


class CongressCitation(OfCongress):
    """The references to the articles that tell of a congress and of its parts."""

    # A file is no rendered page.
    @method_decorator(same_until_a_change)
    def get(  # type: ignore[override]
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        congress = self.congress
        parts = PublicEvent.objects.within(congress.pk).order_by()
        of_congress = Q(subject=congress.pk) | Q(subject__in=parts.values("pk"))
        told = Statement.objects.telling().filter(of_congress)
        articles = cited_articles(told, request)
        return citation_file(kwargs["form"], articles, congress.word)


def cited_articles(
    told: StatementQuerySet, request: HttpRequest
) -> list[CitedArticle]:
    """Return the articles of what tells of events, each once, the newest first."""
    keys = told.values("publication")
    telling = Publication.objects.filter(pk__in=keys)
    newest = telling.listed().newest_first()[:MOST_CITED]
    return [
        cited(each, request.build_absolute_uri(each.get_absolute_url()))
        for each in newest
    ]
