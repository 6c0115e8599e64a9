"""The sitemap: every address whose record is published."""

from __future__ import annotations

import datetime as dt

from django.contrib.sitemaps import GenericSitemap, Sitemap
from django.db.models import QuerySet

from articles.models import Article, Issue, Newspaper, Page, Photo
from events.models import Event
from people.models import Person


class ArticleSitemap(Sitemap):
    def items(self) -> QuerySet[Article]:
        return (
            Article.objects.published()
            .with_page()
            .defer("page__text", "page__blocks", "body")
            .order_by("pk")
        )

    def lastmod(self, item: Article) -> dt.datetime:
        return item.modified_at


SITEMAPS = {
    "articles": ArticleSitemap,
    "newspapers": GenericSitemap(
        {"queryset": Newspaper.objects.published().order_by("pk")}
    ),
    "issues": GenericSitemap(
        {
            "queryset": Issue.objects.published()
            .select_related("newspaper")
            .order_by("pk")
        }
    ),
    "pages": GenericSitemap(
        {
            "queryset": Page.objects.published()
            .listed()
            .select_related("issue__newspaper")
            .order_by("pk")
        }
    ),
    "photos": GenericSitemap(
        {"queryset": Photo.objects.published().order_by("pk")}
    ),
    "people": GenericSitemap(
        {"queryset": Person.objects.published().order_by("pk")}
    ),
    "events": GenericSitemap(
        {"queryset": Event.objects.published().order_by("pk")}
    ),
}
