"""The sitemap: every address whose record is published, by ranges of keys, so that none is
counted.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from articles.models import Issue, Newspaper, Publication, PublicPhoto
from articles.models import Page as PrintedPage
from events.models import PublicEvent
from people.models import PublicPerson

# Of these keys a page of the sitemap holds the records that are published.
KEYS_A_PAGE = 2_000


class KeyRanges(Paginator):
    """Pages of the records of so many keys each; the last one has the greatest key."""

    object_list: QuerySet[Any]

    @cached_property
    def count(self) -> int:
        keys = self.object_list.order_by("-pk").values_list("pk", flat=True)
        return keys.first() or 0

    def page(self, number: int | str) -> Page:
        number = self.validate_number(number)
        end = number * self.per_page
        of_range = self.object_list.filter(
            pk__gt=end - self.per_page, pk__lte=end
        )
        return Page(of_range.order_by("pk"), number, self)


class PublishedSitemap(Sitemap):
    """The addresses of a queryset of published records."""

    limit = KEYS_A_PAGE

    def __init__(self, published: QuerySet[Any]) -> None:
        self.published = published

    def items(self) -> QuerySet[Any]:
        return self.published.order_by("pk")

    @property
    def paginator(self) -> KeyRanges:
        return KeyRanges(self.items(), self.limit)


class ArticleSitemap(PublishedSitemap):
    def lastmod(self, item: Publication) -> dt.datetime:
        return item.at

    def get_latest_lastmod(self) -> dt.datetime | None:
        return self.items().order_by("-at").values_list("at", flat=True).first()


SITEMAPS = {
    "articles": ArticleSitemap(Publication.objects.current().listed()),
    "newspapers": PublishedSitemap(Newspaper.objects.published()),
    "issues": PublishedSitemap(
        Issue.objects.published().select_related("newspaper")
    ),
    "pages": PublishedSitemap(
        PrintedPage.objects.published()
        .listed()
        .select_related("issue__newspaper")
    ),
    "photos": PublishedSitemap(PublicPhoto.objects.all()),
    "people": PublishedSitemap(PublicPerson.objects.all()),
    "events": PublishedSitemap(PublicEvent.objects.all()),
}
