"""Atom feeds of articles in the order of print: all, of a newspaper, a person, a congress."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import F, OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Newspaper, Publication
from articles.models.article_queries import PublicationQuerySet
from events.models import PublicEvent, Statement
from people.models import MergedPerson, PublicPerson
from public.downloads.plain_text import correction_told
from public.downloads.rights import agency_of, text_rights
from public.paging import slice_of
from records.plaintext import plain_line

LENGTH = 30
# Of these words, the newest that name a person, an article may hold several.
WORDS_READ = 300
# Of these events, the last of a congress, the newest articles tell.
EVENTS_READ = 200


class PrintedFeed(Feed):
    """The newest articles as print has them, each with newspaper, day and page.

    XML cannot hold control characters, so a feed leaves out those that older records may have."""

    feed_type = Atom1Feed
    # An entry without a byline takes the author of the feed, which Atom demands.
    author_name = gettext_lazy("Printed Record")

    def listed(self, articles: PublicationQuerySet) -> list[Any]:
        """Return the newest of these articles in the order of print."""
        dateline = F("content__dateline__source")
        numbered = Publication.objects.filter(article=OuterRef("article"))
        noted = numbered.noted().order_by("-number")
        told = articles.listed().annotate(
            dateline_source=dateline,
            newest_note=Subquery(noted.values("pk")[:1]),
        )
        newest = slice_of(told.newest_first(), 0, LENGTH)
        keys = {each.newest_note for each in newest} - {None}
        notes = Publication.objects.defer("content").in_bulk(keys)
        for each in newest:
            each.note = notes.get(each.newest_note)
        return newest

    def item_title(self, item: Publication) -> str:
        return plain_line(item.title)

    def item_description(self, item: Any) -> str:
        """Return where the text stands in print, what was corrected last and how it begins, as
        HTML, which is what the feed declares its summaries to be.
        """
        told = [_printed(item), item.summary]
        if item.note is not None:
            told.insert(1, correction_told(item.note))
        return "<br>".join(escape(plain_line(text)) for text in told)

    def item_author_name(self, item: Publication) -> str | None:
        names = "、".join(byline["name"] for byline in item.bylines)
        return plain_line(names) or None

    def item_categories(self, item: Publication) -> list[str]:
        return [plain_line(item.page.issue.newspaper.name), item.page.label]

    def item_copyright(self, item: Any) -> str:
        newspaper = item.page.issue.newspaper
        agency = agency_of(item.dateline_source or "")
        return plain_line(text_rights(newspaper, agency))

    def item_pubdate(self, item: Publication) -> dt.datetime:
        return item.first_at

    def item_updateddate(self, item: Publication) -> dt.datetime:
        return item.at


def _printed(article: Publication) -> str:
    """Return where an article stands in print."""
    form = _("%(newspaper)s, %(day)s, page %(label)s")
    return form % {
        "newspaper": article.page.issue.newspaper.name,
        "day": article.page.issue.dated,
        "label": article.page.label,
    }


class NewestArticles(PrintedFeed):
    """The newest articles of all newspapers."""

    title = gettext_lazy("Newest articles")
    link = reverse_lazy("home")
    feed_url = reverse_lazy("feed")

    def items(self) -> list[Publication]:
        current = Publication.objects.current()
        return self.listed(current)


class RecordFeed(PrintedFeed):
    """The newest articles about one record."""

    def title(self, of: Any) -> str:
        return plain_line(str(of))

    def link(self, of: Any) -> str:
        return of.get_absolute_url()

    def feed_url(self, of: Any) -> str:
        return f"{of.get_absolute_url()}feed/"


class NewspaperFeed(RecordFeed):
    def get_object(self, request: HttpRequest, slug: str) -> Newspaper:
        return get_object_or_404(Newspaper.objects.published(), slug=slug)

    def items(self, of: Newspaper) -> list[Publication]:
        """Return the articles of the newest days, which an index of the newspaper finds."""
        printed = Publication.objects.current().in_newspaper(of.pk)
        by_day = printed.order_by("-day", "-article_id")
        days = list(by_day.values_list("day", flat=True)[:LENGTH])
        return self.listed(printed.filter(day__gte=days[-1]))


class PersonFeed(RecordFeed):
    def __call__(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Lead from a person who was merged to the feed of the one who stays."""
        try:
            return super().__call__(request, *args, **kwargs)
        except Http404:
            merged = MergedPerson.objects.filter(former=kwargs["pk"])
            people = PublicPerson.objects.filter(pk__in=merged.values("stays"))
            stays = people.first()
            if stays is None:
                raise
            address = reverse("person-feed", args=[stays.pk])
            return redirect(address, permanent=True)

    def get_object(self, request: HttpRequest, pk: int) -> PublicPerson:
        return get_object_or_404(PublicPerson, pk=pk)

    def items(self, of: PublicPerson) -> list[Publication]:
        naming = Statement.objects.naming(of.pk).newest_first()
        keys = naming.values_list("publication", flat=True)
        newest = set(keys[:WORDS_READ])
        return self.listed(Publication.objects.filter(pk__in=newest))


class CongressFeed(RecordFeed):
    def get_object(self, request: HttpRequest, word: str) -> PublicEvent:
        congresses = PublicEvent.objects.congresses()
        return get_object_or_404(congresses, word=word)

    def items(self, of: PublicEvent) -> list[Publication]:
        parts = PublicEvent.objects.within(of.pk).order_by("-sort_key", "-pk")
        last = list(parts.values_list("pk", flat=True)[:EVENTS_READ])
        told = Statement.objects.telling().filter(subject__in=[of.pk, *last])
        telling = Publication.objects.filter(pk__in=told.values("publication"))
        return self.listed(telling)
