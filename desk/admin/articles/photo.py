"""Photos, to look through."""

from __future__ import annotations

from django.contrib import admin

from articles.models import Photo
from desk.admin.articles.linked import LinkedToArticle
from desk.forms.editor_forms import ReadOnlyAdmin


@admin.register(Photo)
class PhotoAdmin(LinkedToArticle, ReadOnlyAdmin):
    """All photos to look through; they are edited on the page of their article."""

    list_display = ["__str__", "creators", "credit_line", "article_link"]
    list_select_related = ["article"]
    list_filter = [
        ("image", admin.EmptyFieldListFilter),
        "article__page__issue__newspaper",
    ]
    search_fields = ["caption", "creators", "credit_line", "article__headline"]
    fields = [
        "article_link",
        "image",
        "caption",
        "read_caption",
        "creators",
        "creator_job_title",
        "credit_line",
        "source",
        "date_created",
        "copyright_notice",
        "alt_text",
    ]
