"""Corrections and reviews: verbs write them, here they are read."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from desk.admin.articles.linked import LinkedToArticle
from desk.forms.editor_forms import ReadOnlyAdmin
from desk.forms.editor_names import DoneBy, NamedFilter
from editorial.models import Correction, Review


@admin.register(Correction)
class CorrectionAdmin(LinkedToArticle, DoneBy, ReadOnlyAdmin):
    list_display = [
        "at",
        "name_in_by",
        "article_link",
        "part",
        "change",
        "reason",
        "version",
    ]
    list_filter = ["part", ("by", NamedFilter), "at"]
    list_select_related = ["article", "by"]
    search_fields = ["old", "new", "reason", "article__headline"]
    date_hierarchy = "at"
    fields = [
        "article_link",
        "part",
        "photo",
        "start",
        "old",
        "new",
        "reason",
        "finding",
        "version",
        "name_in_by",
        "at",
    ]

    @admin.display(description=_("change"))
    def change(self, correction: Correction) -> SafeString:
        return format_html(
            "<del>{}</del><ins>{}</ins>", correction.old, correction.new
        )


@admin.register(Review)
class ReviewAdmin(LinkedToArticle, DoneBy, ReadOnlyAdmin):
    list_display = [
        "at",
        "name_in_by",
        "article_link",
        "step",
        "decision",
        "opinion",
        "version",
        "voided",
    ]
    list_filter = ["step", "decision", "voided", ("by", NamedFilter)]
    list_select_related = ["article", "by"]
    search_fields = [
        "opinion",
        "article__headline",
        "by__username",
        "by__first_name",
        "by__last_name",
    ]
    date_hierarchy = "at"
    fields = [
        "article_link",
        "step",
        "decision",
        "opinion",
        "version",
        "voided",
        "name_in_by",
        "at",
    ]
