"""Photos, to look through."""

from __future__ import annotations

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Photo
from desk.admin.articles.linked import LinkedToArticle
from desk.forms.editor_forms import ReadOnlyAdmin
from desk.picture_files.told_views import told_address
from desk.templatetags.thumbnails import thumbnail


@admin.register(Photo)
class PhotoAdmin(LinkedToArticle, ReadOnlyAdmin):
    """All photos to look through; their fields are edited on the page of their article, and their
    own page at the desk has the rest.
    """

    list_display = [
        "seen",
        "__str__",
        "creators",
        "credit_line",
        "article_link",
    ]
    list_select_related = ["article"]
    list_filter = [
        ("image", admin.EmptyFieldListFilter),
        ("alt_text", admin.EmptyFieldListFilter),
        "article__page__issue__newspaper",
    ]
    search_fields = ["caption", "creators", "credit_line", "article__headline"]
    list_display_links = ["__str__"]
    pictures = ("seen",)
    fields = [
        "article_link",
        "seen",
        "image",
        "file_link",
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

    @admin.display(description=_("picture"), ordering="image")
    def seen(self, photo: Photo) -> str:
        """The picture, which leads to what can be done with the photo."""
        return thumbnail(photo)

    @admin.display(description=_("file of the picture"))
    def file_link(self, photo: Photo) -> SafeString:
        """Lead to where the picture is attached, and what its file says is looked through."""
        return format_html(
            '<a href="{}">{}</a>',
            told_address([photo]),
            _("Picture and what it says"),
        )
