"""Newspapers and their issues."""

from __future__ import annotations

from typing import Protocol

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Newspaper
from desk.forms.editor_forms import EditorAdmin


class IssueCount(Protocol):
    """How many issues a newspaper has, as the list counts it."""

    issue_count: int


@admin.register(Newspaper)
class NewspaperAdmin(EditorAdmin):
    list_display = ["name", "slug", "organization", "issue_count"]
    list_select_related = ["organization"]
    search_fields = ["name", "slug"]
    autocomplete_fields = ["organization", "people"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Newspaper]:
        return (
            super().get_queryset(request).annotate(issue_count=Count("issues"))
        )

    @admin.display(description=_("issues"), ordering="issue_count")
    def issue_count(self, newspaper: IssueCount) -> int:
        return newspaper.issue_count
