"""Pages: the text as delivered, in its blocks."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import Any, Protocol

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Block, Page
from articles.models.article_queries import unread
from desk.forms.editor_forms import EditorAdmin
from importing.models import Original

IN_PRINT = itemgetter(0, 1)


class ArticleInline(admin.TabularInline):
    model = Article
    readonly_fields = ["position", "headline", "status", "version"]
    fields = [*readonly_fields]
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(
        self, request: HttpRequest, obj: Page | None = None
    ) -> bool:
        return False


class ArticleCount(Protocol):
    """How many articles a page has, as the list counts it."""

    article_count: int


@admin.register(Page)
class PageAdmin(EditorAdmin):
    """The text as delivered can be read here, in its blocks, and nowhere be edited."""

    list_display = [
        "label",
        "issue",
        "section",
        "share",
        "article_count",
        "loaded_at",
    ]
    list_filter = ["issue__newspaper"]
    list_select_related = ["issue__newspaper"]
    date_hierarchy = "issue__date"
    search_fields = [
        "label",
        "section",
        "source_name",
        "issue__newspaper__name",
        "issue__date",
    ]
    fields = [
        "issue",
        "label",
        "section",
        "share",
        "source_name",
        "sha256",
        "loaded_at",
        "picture",
        "delivered_files",
        "wrong_place",
        "blocks_of_text",
    ]
    readonly_fields = [str(name) for name in fields if name != "section"]
    inlines = [ArticleInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Page]:
        return (
            super()
            .get_queryset(request)
            .annotate(article_count=Count("articles"))
            .defer("text")
        )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Pages come from files, so that their text and digest are those of the file."""
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Page | None = None
    ) -> bool:
        return False

    @admin.display(description=_("articles"), ordering="article_count")
    def article_count(self, page: ArticleCount) -> int:
        return page.article_count

    @admin.display(description=_("coverage"), ordering="coverage")
    def share(self, page: Page) -> str:
        return f"{page.coverage:.2%}"

    @admin.display(description=_("delivered files"))
    def delivered_files(self, page: Page) -> SafeString | str:
        """Lead to each file that the page was read from, as it came."""
        files = Original.objects.filter(page=page).order_by("position")
        links = [
            (reverse("desk-delivered", args=[file.pk]), file.name)
            for file in files
        ]
        return format_html_join(", ", '<a href="{}">{}</a>', links) or "-"

    @admin.display(description=_("In the wrong issue?"))
    def wrong_place(self, page: Page) -> SafeString:
        """Lead to where the page is moved."""
        address = reverse("desk-move-page", args=[page.pk])
        return format_html('<a href="{}">{}</a>', address, _("Move the page"))

    @admin.display(description=_("text as delivered"))
    def blocks_of_text(self, page: Page) -> SafeString:
        return render_to_string(
            "admin/articles/page/_blocks.html", {"pieces": pieces_of(page)}
        )


def pieces_of(page: Page) -> list[dict[str, Any]]:
    """Return the whole text of a page in order, cut at its blocks; what belongs to no block has the
    kind ''.
    """
    text = page.text
    pieces = []
    done = 0
    for start, end, block in printed_runs(blocks_with_articles(page)):
        pieces += [_piece(text[done:start]), _piece(text[start:end], block)]
        done = end
    pieces.append(_piece(text[done:]))
    return [piece for piece in pieces if piece["text"]]


def blocks_with_articles(page: Page) -> list[Block]:
    """Return the blocks of a page, each with the place of its article."""
    blocks = page.blocks.select_related("article")
    return list(blocks.defer(*unread("article")))


def printed_runs(blocks: Iterable[Block]) -> list[tuple[int, int, Block]]:
    """Return the runs of a page's text in printed order, each with the block that holds it."""
    found = [
        (start, end, block)
        for block in blocks
        for start, end in block.delivered()
    ]
    return sorted(found, key=IN_PRINT)


def _piece(text: str, block: Block | None = None) -> dict[str, Any]:
    article = block.article if block else None
    return {
        "kind": block.kind if block else "",
        "label": block.get_kind_display() if block else "",
        "text": text,
        "article": article.position if article else None,
    }
