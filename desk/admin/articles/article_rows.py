"""The rows on an article's page: its bylines, its photos, the words marked in it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Byline, Evidence, Mention, Photo
from desk.forms.article_forms import PhotoForm
from desk.forms.inline_rows import RowInline
from desk.forms.mark_words import EvidenceForm, MarkingFormSet, MentionForm
from desk.templatetags.thumbnails import thumbnail

# What only somebody who may change the words is asked.
ASKED_OF_EDITORS = {"where", "confirmed"}


class BylineInline(RowInline):
    model = Byline
    fields = ["position", "role", "name", "person"]
    fetch = ("person",)
    autocomplete_fields = ["person"]


class PhotoInline(RowInline):
    model = Photo
    form = PhotoForm
    template = "admin/edit_inline/stacked.html"
    # A photo is removed by its verb, which knows what becomes of its words.
    can_delete = False
    readonly_fields = ["seen"]
    fields = [
        "seen",
        ("position", "image"),
        "caption",
        "creators",
        ("creator_job_title", "credit_line", "source"),
        ("date_created", "copyright_notice"),
        "alt_text",
    ]

    @admin.display(description=_("its own page"))
    def seen(self, photo: Photo) -> str:
        """The picture, which leads to where a photo is moved, removed and credited."""
        return thumbnail(photo) if photo.pk else ""


class MarkingInline(RowInline):
    """Words marked in the article; those edited away wait until somebody has looked."""

    formset = MarkingFormSet
    fields: ClassVar[tuple[str, ...]] = (
        "where",
        "exact",
        "instead",
        "confirmed",
    )
    readonly_fields = ["instead"]

    def get_fields(
        self, request: HttpRequest, obj: Article | None = None
    ) -> list[Any]:
        """Who may only look sees the plain part in place of the choice."""
        may_change = self.has_change_permission(request, obj)
        if may_change:
            return list(self.fields)
        shown = ["part"]
        shown += [name for name in self.fields if name not in ASKED_OF_EDITORS]
        return shown

    @admin.display(description=_("words there now"))
    def instead(self, selector: Mention | Evidence) -> str:
        if not (selector.pk and selector.check_again):
            return ""
        words = slice(selector.start, selector.end)
        return selector.text[words]


class MentionInline(MarkingInline):
    model = Mention
    form = MentionForm
    fields = ("where", "exact", "instead", "confirmed", "name", "person")
    fetch = ("person",)
    autocomplete_fields = ["person"]


class EvidenceInline(MarkingInline):
    model = Evidence
    form = EvidenceForm
    show_change_link = True
