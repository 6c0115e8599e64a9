"""An issue's page: its date and newspaper, which search finds articles by."""

from __future__ import annotations

from typing import Any, Protocol

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Issue, Page
from desk.forms.editor_forms import EditorAdmin
from desk.signed_in import editor_of
from editorial.publishing.metadata import publish_in_place


class PageInline(admin.TabularInline):
    model = Page
    readonly_fields = ["label", "section", "coverage", "loaded_at"]
    fields = [*readonly_fields]
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(
        self, request: HttpRequest, obj: Issue | None = None
    ) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Page]:
        return (
            super()
            .get_queryset(request)
            .select_related("issue__newspaper")
            .defer("text")
        )


class PageCount(Protocol):
    """How many pages an issue has, as the list counts it."""

    page_count: int


@admin.register(Issue)
class IssueAdmin(EditorAdmin):
    list_display = [
        "date",
        "newspaper",
        "edition_name",
        "number",
        "page_count",
    ]
    list_filter = ["newspaper", "edition_name"]
    list_select_related = ["newspaper"]
    date_hierarchy = "date"
    search_fields = ["newspaper__name", "date"]
    autocomplete_fields = ["newspaper"]
    inlines = [PageInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Issue]:
        issues = super().get_queryset(request)
        return issues.annotate(page_count=Count("pages"))

    @admin.display(description=_("pages"), ordering="page_count")
    def page_count(self, issue: PageCount) -> int:
        return issue.page_count

    def save_model(
        self, request: HttpRequest, obj: Issue, form: Any, change: bool
    ) -> None:
        """Save, and publish the issue's articles again under the new date and newspaper."""
        super().save_model(request, obj, form, change)
        if form.changed_data:
            _publish_again(obj, editor_of(request))


def _publish_again(issue: Issue, by: User) -> None:
    articles = Article.objects.filter(page__issue=issue)
    keys = articles.values_list("pk", flat=True)
    publish_in_place(keys, by)
