"""The sitemap: every address whose record is published, by ranges of keys, so that none is
counted; each with when it last changed, articles and photos with their pictures.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from articles.models import Issue, Newspaper, Publication, PublicPhoto
from articles.models import Page as PrintedPage
from editorial.change_log import last_moments, newest_moment
from editorial.models import RecordKind
from events.models import PublicEvent
from people.models import PublicPerson
from public.congress.addresses import SubPage, sub_pages
from records.plaintext import plain_line

# Of these keys a page of the sitemap holds the records that are published.
KEYS_A_PAGE = 2_000
# For so long after print an article is news; search engines refuse older ones.
NEWS_FOR = dt.timedelta(days=2)


class KeyRanges(Paginator):
    """Pages of the records of so many keys each; the last one has the greatest key."""

    object_list: QuerySet[Any]

    def __init__(self, sitemap: PublishedSitemap) -> None:
        super().__init__(sitemap.items(), sitemap.limit)
        self.sitemap = sitemap

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
        records = self.sitemap.prepared(list(of_range.order_by("pk")))
        return Page(records, number, self)


class PublishedSitemap(Sitemap):
    """The addresses of a queryset of published records of one kind."""

    limit = KEYS_A_PAGE

    def __init__(self, published: QuerySet[Any], kind: str) -> None:
        self.published = published
        self.kind = kind

    def items(self) -> QuerySet[Any]:
        return self.published.order_by("pk")

    @property
    def paginator(self) -> KeyRanges:
        return KeyRanges(self)

    def prepared(self, records: list[Any]) -> list[Any]:
        """Return what a page lists of these records, each knowing when it changed."""
        keys = [record.pk for record in records]
        moments = last_moments(self.kind, keys)
        for record in records:
            moment = moments.get(record.pk)
            record.changed_at = moment
        return records

    def lastmod(self, item: Any) -> dt.datetime | None:
        return item.changed_at

    def get_latest_lastmod(self) -> dt.datetime | None:
        return newest_moment(self.kind)


class ArticleSitemap(PublishedSitemap):
    """Articles with the addresses of their pictures, and with what makes the newest ones news."""

    def prepared(self, records: list[Any]) -> list[Any]:
        first_day = timezone.localdate() - NEWS_FOR
        pictures = pictures_of(records)
        for record in records:
            record.changed_at = record.at
            record.pictures = pictures.get(record.pk, [])
            record.news = record.day >= first_day and news_of(record)
        return records


def news_of(article: Publication) -> dict[str, str]:
    """Return what makes an article news: the newspaper and the title."""
    newspaper = article.page.issue.newspaper
    return {
        "newspaper": plain_line(newspaper.name),
        "title": plain_line(article.title),
    }


def pictures_of(articles: Iterable[Publication]) -> dict[int, list[str]]:
    """Return the paths of the pictures of each of these articles, by key."""
    photos = PublicPhoto.objects.filter(publication__in=articles)
    shown = photos.exclude(image="").order_by("place")
    pictures: dict[int, list[str]] = {}
    for photo in shown.only("pk", "publication"):
        of_article = pictures.setdefault(photo.publication_id, [])
        of_article.append(photo.get_picture_url("full"))
    return pictures


def _pictures(photo: PublicPhoto) -> list[str]:
    if not photo.image:
        return []
    return [photo.get_picture_url("full")]


class PhotoSitemap(PublishedSitemap):
    """Photos with their pictures."""

    def prepared(self, records: list[Any]) -> list[Any]:
        for photo in super().prepared(records):
            photo.pictures = _pictures(photo)
        return records


class PrintSitemap(PublishedSitemap):
    """What changes with the articles printed in it."""

    def prepared(self, records: list[Any]) -> list[Any]:
        return records


class CongressSitemap(PublishedSitemap):
    """All pages of each congress: its views and its days."""

    def prepared(self, records: list[Any]) -> list[SubPage]:
        return sub_pages(records)


def knowing_print(records: QuerySet[Any], **place: OuterRef) -> QuerySet[Any]:
    """Let records know when the newest of the articles printed in them was signed."""
    current = Publication.objects.current().filter(**place)
    newest = current.order_by("-day", "-article_id").values("at")[:1]
    return records.annotate(changed_at=Subquery(newest))


SITEMAPS: dict[str, PublishedSitemap] = {
    "articles": ArticleSitemap(
        Publication.objects.current().listed(), RecordKind.ARTICLE
    ),
    "newspapers": PrintSitemap(
        knowing_print(Newspaper.objects.published(), newspaper=OuterRef("pk")),
        RecordKind.ARTICLE,
    ),
    "issues": PrintSitemap(
        knowing_print(
            Issue.objects.published().select_related("newspaper"),
            newspaper=OuterRef("newspaper"),
            day=OuterRef("date"),
            edition=OuterRef("edition"),
        ),
        RecordKind.ARTICLE,
    ),
    "pages": PrintSitemap(
        knowing_print(
            PrintedPage.objects.published()
            .listed()
            .select_related("issue__newspaper"),
            page=OuterRef("pk"),
        ),
        RecordKind.ARTICLE,
    ),
    "photos": PhotoSitemap(PublicPhoto.objects.all(), RecordKind.PHOTO),
    "people": PublishedSitemap(PublicPerson.objects.all(), RecordKind.PERSON),
    "events": PublishedSitemap(
        PublicEvent.objects.exclude(kind=PublicEvent.Kind.CONGRESS),
        RecordKind.EVENT,
    ),
    "congresses": CongressSitemap(
        PublicEvent.objects.congresses(), RecordKind.EVENT
    ),
}
