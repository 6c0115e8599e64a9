"""Words marked in articles: names and evidence."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Evidence, Mention
from desk.admin.articles.linked import LinkedToArticle
from desk.forms.editor_forms import EditorAdmin


class SelectorAdmin(LinkedToArticle, EditorAdmin):
    """Words of an article; where they stand is changed on the article's page."""

    list_filter: ClassVar[list[Any]] = [
        "check_again",
        "part",
        "article__page__issue__newspaper",
    ]
    list_select_related = ["article"]
    readonly_fields = ["article_link", "part", "in_context", "check_again"]
    search_fields = ["exact", "article__headline"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(
        self,
        request: HttpRequest,
        obj: Mention | Evidence,
        form: Any,
        change: bool,
    ) -> None:
        """Save, and let an article page that is open elsewhere notice it."""
        super().save_model(request, obj, form, change)
        _count_change([obj.article_id])

    def delete_model(
        self, request: HttpRequest, obj: Mention | Evidence
    ) -> None:
        """Delete, and let an article page that is open elsewhere notice it."""
        super().delete_model(request, obj)
        _count_change([obj.article_id])

    def delete_queryset(
        self,
        request: HttpRequest,
        queryset: QuerySet[Mention] | QuerySet[Evidence],
    ) -> None:
        keys = queryset.values_list("article", flat=True)
        articles = list(keys)
        super().delete_queryset(request, queryset)
        _count_change(articles)

    @admin.display(description=_("words in context"))
    def in_context(self, selector: Mention | Evidence) -> SafeString:
        return format_html(
            "{}<mark>{}</mark>{}",
            selector.prefix,
            selector.exact,
            selector.suffix,
        )


def _count_change(articles: list[int]) -> None:
    found = Article.objects.filter(pk__in=articles)
    found.update(version=F("version") + 1)


@admin.register(Mention)
class MentionAdmin(SelectorAdmin):
    list_display = [
        "name",
        "person",
        "in_context",
        "article_link",
        "check_again",
    ]
    list_filter = [
        ("person", admin.EmptyFieldListFilter),
        *SelectorAdmin.list_filter,
    ]
    list_select_related = ["article", "person"]
    search_fields = ["name", "person__name", "article__headline"]
    fields = [
        "article_link",
        "part",
        "in_context",
        "check_again",
        "name",
        "person",
    ]
    autocomplete_fields = ["person"]


@admin.register(Evidence)
class EvidenceAdmin(SelectorAdmin):
    list_display = ["exact", "article_link", "part", "check_again"]
    fields = [
        "article_link",
        "part",
        "in_context",
        "check_again",
        "memberships",
    ]
    autocomplete_fields = ["memberships"]
