"""The newest published articles as an Atom feed."""

from __future__ import annotations

import datetime as dt

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from records.plaintext import plain_line

LENGTH = 30


class NewestArticles(Feed):
    """XML cannot hold control characters, so the feed leaves out those that older records may
    have.
    """

    feed_type = Atom1Feed
    title = _("Newest articles")
    # An entry without a byline takes the author of the feed, which Atom demands.
    author_name = _("Printed Record")
    link = reverse_lazy("home")
    feed_url = reverse_lazy("feed")

    def items(self) -> QuerySet[Article]:
        articles = Article.objects.published().listed()
        return articles.order_by("-published_at", "-pk")[:LENGTH]

    def item_title(self, item: Article) -> str:
        return plain_line(item.title)

    def item_description(self, item: Article) -> str:
        """Return the first paragraph as HTML, which is what the feed declares its summaries to
        be.
        """
        if not item.paragraphs:
            return ""
        return escape(plain_line(item.paragraphs[0]))

    def item_author_name(self, item: Article) -> str | None:
        names = "、".join(byline.name for byline in item.bylines.all())
        return plain_line(names) or None

    def item_pubdate(self, item: Article) -> dt.datetime | None:
        return item.published_at

    def item_updateddate(self, item: Article) -> dt.datetime:
        return item.modified_at
