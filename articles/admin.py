"""Newspapers, pages and the words marked in articles; issues and articles, which search follows,
are the desk's.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, F, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Evidence, Mention, Newspaper, Page, Photo
from people.editing import EditorAdmin, ReadOnlyAdmin

BLOCK_KINDS = {
    "kicker": _("kicker"),
    "headline": _("headline"),
    "subtitle": _("subtitle"),
    "byline": _("byline"),
    "paragraph": _("paragraph"),
    "caption": _("caption"),
    "credit": _("credit"),
    "jump_line": _("jump line"),
    "furniture": _("page furniture"),
}


@admin.display(description=_("article"), ordering="article")
def article_link(record: Mention | Evidence | Photo) -> SafeString:
    """Lead to the article's page, where its words and photos are edited."""
    url = reverse("admin:articles_article_change", args=[record.article_id])
    return format_html('<a href="{}">{}</a>', url, record.article)


@admin.register(Newspaper)
class NewspaperAdmin(EditorAdmin):
    list_display = ["name", "slug", "organization", "issue_count"]
    list_select_related = ["organization"]
    search_fields = ["name", "slug"]
    autocomplete_fields = ["organization", "people"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Newspaper]:
        return super().get_queryset(request).annotate(issue_count=Count("issues"))

    @admin.display(description=_("issues"), ordering="issue_count")
    def issue_count(self, newspaper: Newspaper) -> int:
        return newspaper.issue_count


class ArticleInline(admin.TabularInline):
    model = Article
    fields = ["position", "headline", "status", "version"]
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Page | None = None) -> bool:
        return False


@admin.register(Page)
class PageAdmin(EditorAdmin):
    """The text as delivered can be read here, in its blocks, and nowhere be edited."""

    list_display = ["label", "issue", "section", "share", "article_count", "loaded_at"]
    list_filter = ["issue__newspaper"]
    list_select_related = ["issue__newspaper"]
    date_hierarchy = "issue__date"
    search_fields = ["label", "section", "source_name", "issue__newspaper__name", "issue__date"]
    fields = [
        "issue",
        "label",
        "section",
        "share",
        "source_name",
        "sha256",
        "loaded_at",
        "picture",
        "blocks_of_text",
    ]
    readonly_fields = [name for name in fields if name != "section"]
    inlines = [ArticleInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Page]:
        return (
            super()
            .get_queryset(request)
            .annotate(article_count=Count("articles"))
            .defer("text", "blocks")
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Pages come from files, so that their text and digest are those of the file."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Page | None = None) -> bool:
        return False

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, page: Page) -> int:
        return page.article_count

    @admin.display(description=_("coverage"), ordering="coverage")
    def share(self, page: Page) -> str:
        return f"{page.coverage:.2%}"

    @admin.display(description=_("text as delivered"))
    def blocks_of_text(self, page: Page) -> SafeString:
        return render_to_string("admin/articles/page/_blocks.html", {"pieces": pieces_of(page)})


def pieces_of(page: Page) -> list[dict[str, Any]]:
    """Return the whole text of a page in order, cut at its blocks; what belongs to no block has the
    kind ''.
    """
    pieces, done = [], 0
    for kind, start, end, article in sorted(page.blocks, key=lambda block: block[1]):
        pieces += [("", done, start, None), (kind, start, end, article)]
        done = end
    pieces.append(("", done, len(page.text), None))
    return [
        {
            "kind": kind,
            "label": BLOCK_KINDS.get(kind, kind),
            "text": page.text[start:end],
            "article": article,
        }
        for kind, start, end, article in pieces
        if end > start
    ]


class SelectorAdmin(EditorAdmin):
    """Words of an article; where they stand is changed on the article's page."""

    list_filter = ["check_again", "part", "article__page__issue__newspaper"]
    list_select_related = ["article"]
    readonly_fields = [article_link, "part", "in_context", "check_again"]
    search_fields = ["exact", "article__headline"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Mention | Evidence, form: Any, change: bool
    ) -> None:
        """Save, and let an article page that is open elsewhere notice it."""
        super().save_model(request, obj, form, change)
        _count_change([obj.article_id])

    def delete_model(self, request: HttpRequest, obj: Mention | Evidence) -> None:
        """Delete, and let an article page that is open elsewhere notice it."""
        super().delete_model(request, obj)
        _count_change([obj.article_id])

    def delete_queryset(
        self, request: HttpRequest, queryset: QuerySet[Mention] | QuerySet[Evidence]
    ) -> None:
        articles = list(queryset.values_list("article", flat=True))
        super().delete_queryset(request, queryset)
        _count_change(articles)

    @admin.display(description=_("words in context"))
    def in_context(self, selector: Mention | Evidence) -> SafeString:
        return format_html("{}<mark>{}</mark>{}", selector.prefix, selector.exact, selector.suffix)


def _count_change(articles: list[int]) -> None:
    Article.objects.filter(pk__in=articles).update(version=F("version") + 1)


@admin.register(Mention)
class MentionAdmin(SelectorAdmin):
    list_display = ["name", "person", "in_context", article_link, "check_again"]
    list_filter = [("person", admin.EmptyFieldListFilter), *SelectorAdmin.list_filter]
    list_select_related = ["article", "person"]
    search_fields = ["name", "person__name", "article__headline"]
    fields = [article_link, "part", "in_context", "check_again", "name", "person"]
    autocomplete_fields = ["person"]


@admin.register(Evidence)
class EvidenceAdmin(SelectorAdmin):
    list_display = ["exact", article_link, "part", "check_again"]
    fields = [article_link, "part", "in_context", "check_again", "memberships"]
    autocomplete_fields = ["memberships"]


@admin.register(Photo)
class PhotoAdmin(ReadOnlyAdmin):
    """All photos to look through; they are edited on the page of their article."""

    list_display = ["__str__", "creators", "credit_line", article_link]
    list_select_related = ["article"]
    list_filter = [("image", admin.EmptyFieldListFilter), "article__page__issue__newspaper"]
    search_fields = ["caption", "creators", "credit_line", "article__headline"]
    fields = [
        article_link,
        "image",
        "caption",
        "read_caption",
        "creators",
        "creator_job_title",
        "credit_line",
    ]
    fields += ["source", "date_created", "copyright_notice", "alt_text"]
