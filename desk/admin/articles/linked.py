"""The way from a record to the article it is about."""

from __future__ import annotations

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Evidence, Mention, Photo
from editorial.models import Correction, Review


class LinkedToArticle:
    """The column that leads from a record to its article, for the admin of its model."""

    @admin.display(description=_("article"), ordering="article")
    def article_link(
        self, record: Mention | Evidence | Photo | Correction | Review
    ) -> SafeString:
        """Lead to the article's page, where its words and photos are edited."""
        url = reverse(
            "admin:articles_article_change",
            args=[record.article_id],
        )
        return format_html('<a href="{}">{}</a>', url, record.article)
