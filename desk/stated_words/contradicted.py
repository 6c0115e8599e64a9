"""What a saved record contradicts, told to who saved it and not at the last review only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from articles.models import Article
from editorial.contradictions import contradictions_of
from editorial.models import Finding
from editorial.stating import articles_stating

# So many articles that state the record are compared.
MOST_ARTICLES = 3


class ContradictionsTold(admin.ModelAdmin):
    """The admin of records that words state: a save that contradicts others is said to do so."""

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: list[Any],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        for finding in _contradicted(form.instance):
            _tell(request, finding)


def _contradicted(record: Model) -> Iterator[Finding]:
    """Yield what stands against signing the articles that state a record."""
    for article in _newest_stating(record):
        yield from contradictions_of(article)


def _newest_stating(record: Model) -> QuerySet[Article]:
    keys = articles_stating(record)
    stating = Article.objects.filter(pk__in=keys)
    newest = stating.order_by("-day", "-pk")
    return newest[:MOST_ARTICLES]


def _tell(request: HttpRequest, finding: Finding) -> None:
    """Say what contradicts, and lead to where it is decided."""
    case = {"case": finding.pk}
    page = [finding.page_id]
    told = format_html(
        '<a href="{}">{}</a>',
        reverse("desk-page", args=page, query=case),
        finding.message,
    )
    messages.warning(request, told)
