"""The newest published articles as an Atom feed."""

from __future__ import annotations

import datetime as dt

from django.contrib.syndication.views import Feed
from django.urls import reverse_lazy
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from articles.models import Publication
from public.paging import slice_of
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

    def items(self) -> list[Publication]:
        current = Publication.objects.current().listed()
        return slice_of(current.order_by("-at", "-article_id"), 0, LENGTH)

    def item_title(self, item: Publication) -> str:
        return plain_line(item.title)

    def item_description(self, item: Publication) -> str:
        """Return how the text begins as HTML, which is what the feed declares its summaries to
        be.
        """
        return escape(plain_line(item.summary))

    def item_author_name(self, item: Publication) -> str | None:
        names = "、".join(byline["name"] for byline in item.bylines)
        return plain_line(names) or None

    def item_pubdate(self, item: Publication) -> dt.datetime:
        return item.first_at

    def item_updateddate(self, item: Publication) -> dt.datetime:
        return item.at
