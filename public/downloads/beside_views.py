"""Records beside their pages: as plain text and as linked data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views import View

from articles.citations.cited_article import cited
from articles.models import Issue, Newspaper, Page, Publication, PublicPhoto
from articles.typesetting import set_article
from events.models import MergedEvent, PublicEvent, Statement
from events.photo_credits import credited_in
from events.telling import told_of
from people.models import MergedPerson, PublicPerson
from public.around_article import stated_in
from public.downloads.annals.told_entries import told_entries
from public.downloads.plain_text import (
    event_lines,
    listed_articles,
    listed_issues,
    person_lines,
    photo_words,
    text_of_article,
    written,
)
from public.downloads.rights import photo_rights
from public.downloads.standing_article import OfArticle
from public.linked_data.described_article import (
    listed_article,
    news_article,
)
from public.linked_data.described_event import (
    attending,
    event_node,
    telling_articles,
)
from public.linked_data.described_person import described_person
from public.linked_data.described_photo import image_node
from public.linked_data.described_print import issue_node, newspaper_node
from public.linked_data.graph import Node, document
from public.missing.former_addresses import FormerAddress
from public.person.posts import posts_of
from public.views.newspapers import page_at

# So many issues, articles and appearances a file has at most, the newest.
MOST_LISTED = 1000
DATA = "application/ld+json"


class RecordFile(View):
    """A record as a file, in the form of its address."""

    form: ClassVar[str] = "txt"

    def told(self, lines: Iterable[str], nodes: Iterable[Node]) -> HttpResponse:
        """Return the lines as text, or the nodes as one document."""
        if self.form == "txt":
            text = written(lines)
            return HttpResponse(text, "text/plain; charset=utf-8")
        described = document(nodes)
        data = json.dumps(described, ensure_ascii=False)
        return HttpResponse(data, DATA)

    def absolute(self, path: str) -> str:
        return self.request.build_absolute_uri(path)


class ArticleFile(RecordFile, OfArticle):
    """The words of an article as corrected."""

    def file_of(self, publication: Publication) -> HttpResponseBase:
        names = stated_in(publication, None).names
        people = set_article(publication, names).people
        numbered = Publication.objects.of_article(publication.article_id)
        notes = list(numbered.noted().listed())
        described = news_article(publication, people, self.absolute, notes)
        described["articleBody"] = publication.content["body"]
        path = publication.get_absolute_url()
        reference = cited(publication, self.absolute(path))
        lines = text_of_article(publication, reference, notes)
        return self.told(lines, [described])

    def address_for(self, publication: Publication) -> str:
        path = publication.get_absolute_url()
        return f"{path.removesuffix('/')}.{self.form}"


class NewspaperFile(RecordFile):
    """A newspaper and its newest issues."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        published = Newspaper.objects.published()
        newspaper = get_object_or_404(published, slug=slug)
        issues = newspaper.issues.published().select_related("newspaper")
        newest = list(issues.order_by("-date", "edition")[:MOST_LISTED])
        described = newspaper_node(newspaper, self.absolute)
        described["hasPart"] = [
            issue_node(each, self.absolute) for each in newest
        ]
        lines = listed_issues(newspaper, newest, self.absolute)
        return self.told(lines, [described])


class IssueFile(RecordFile):
    """What is published of one issue, page by page."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        printed = Publication.objects.current().on(kwargs["date"])
        of_newspaper = printed.filter(newspaper__slug=kwargs["slug"])
        of_issue = of_newspaper.in_edition(kwargs["edition"])
        articles = list(of_issue.listed().as_printed()[:MOST_LISTED])
        if not articles:
            raise Http404
        return self.listed(articles[0].page.issue, articles)

    def listed(
        self, of: Issue | Page, articles: list[Publication]
    ) -> HttpResponse:
        """Return the articles of an issue, or of one of its pages."""
        issue = of if isinstance(of, Issue) else of.issue
        described = issue_node(issue, self.absolute)
        described["hasPart"] = [
            listed_article(each, self.absolute) for each in articles
        ]
        lines = listed_articles(str(of), articles, self.absolute)
        return self.told(lines, [described])


class PageFile(IssueFile):
    """What is published of one printed page."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        page = page_at(kwargs, Page.objects.listed())
        printed = Publication.objects.current().filter(page=page)
        articles = list(printed.listed().in_order())
        if not articles:
            raise Http404
        return self.listed(page, articles)


class PhotoFile(RecordFile):
    """What is printed with a photo, and whose it is."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        photo = get_object_or_404(PublicPhoto.objects.listed(), pk=pk)
        article = photo.publication
        address = self.absolute(article.get_absolute_url())
        lines = [
            *photo_words(photo),
            photo_rights(photo),
            "",
            article.title,
            address,
        ]
        image = image_node(photo, self.absolute, credited_in([photo]))
        node = listed_article(article, self.absolute)
        return self.told(lines, [*([image] if image else []), node])


class PersonFile(RecordFile, FormerAddress):
    """A person with posts and the events of which print tells."""

    merged = MergedPerson
    public = PublicPerson

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        person = get_object_or_404(PublicPerson, pk=pk)
        posts = posts_of(pk)
        appearing = Statement.objects.appearing(pk).of_public_events()
        newest = list(appearing.with_article().newest_first()[:MOST_LISTED])
        events = PublicEvent.objects.in_bulk({each.subject for each in newest})
        pairs = [(each, events[each.subject]) for each in newest]
        lines = person_lines(person, posts, pairs, self.absolute)
        labels = [each.label for each in posts]
        node = described_person(person, labels, self.absolute)
        seen = [event_node(each, self.absolute) for each in events.values()]
        return self.told(lines, [node, *seen])


class EventFile(RecordFile, FormerAddress):
    """An event with who took part, in printed order."""

    merged = MergedEvent
    public = PublicEvent

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        events = PublicEvent.objects.filter(pk=pk)
        event = get_object_or_404(events)
        told = told_of([event])[pk]
        [entry] = told_entries(events, self.absolute)
        described = event_node(
            event,
            self.absolute,
            description=entry.sentence,
            attendee=attending(told.participations, self.absolute),
            subjectOf=telling_articles(told.sources, self.absolute),
        )
        return self.told(event_lines(entry, told), [described])
