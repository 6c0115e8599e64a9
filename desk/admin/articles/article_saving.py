"""Saving an article's page: its texts are corrected, its rows saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.models import User
from django.db.models import Model
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Photo
from desk.forms.article_forms import ArticleForm, PhotoForm
from desk.forms.editor_forms import EditorAdmin
from desk.photos.near_pictures import tell_near
from desk.picture_files.told_views import told_address
from desk.signed_in import editor_of
from editorial.correcting import correct, touch
from editorial.deciding import accept_missing_pictures
from editorial.photos.told_fields import told_fields


@dataclass(frozen=True)
class PostedPage:
    """What an editor sent in from an article's page: the form and the rows below it."""

    form: ArticleForm
    rows: list[BaseInlineFormSet]

    @property
    def captions(self) -> dict[int, str]:
        """The captions typed, by photo; a photo just added has its caption put in like any
        other.
        """
        return {
            row.instance.pk: row.typed["caption"]
            for row in self._photo_rows
            if row.instance.pk and "caption" in row.typed
        }

    @property
    def _photo_rows(self) -> list[PhotoForm]:
        found = []
        for rows in self.rows:
            if rows.model is Photo:
                found += rows.forms
        return found

    @property
    def photos_sent(self) -> list[Photo]:
        """The photos that got a picture."""
        rows = self._photo_rows
        sent = [row.instance for row in rows if "image" in row.changed_data]
        return [photo for photo in sent if photo.pk and photo.image]

    @property
    def changed_rows(self) -> set[type[Model]]:
        """The models of the rows that were added, changed or deleted."""
        return {rows.model for rows in self.rows if _was_saved(rows)}

    def save_texts(self, by: User) -> None:
        """Correct the texts as typed; where they stay, count what changed beside them."""
        article = self.form.instance
        made = correct(
            article,
            texts=self.form.typed,
            captions=self.captions,
            by=by,
            version=article.version,
            reason=self.form.cleaned_data["reason"],
        )
        beside = self.form.other_changes or self.changed_rows
        if not made and beside:
            touch(article, article.version)


class ArticleSaving(EditorAdmin):
    """The admin of what is saved with its texts as corrections."""

    def save_model(
        self,
        request: HttpRequest,
        obj: Article,
        form: ArticleForm,
        change: bool,
    ) -> None:
        """Save what is beside the text; the text itself is corrected once its photos and marked
        words are saved.
        """
        if form.other_changes:
            super().save_model(request, obj, form, change)

    def save_related(
        self,
        request: HttpRequest,
        form: ArticleForm,
        formsets: list[BaseInlineFormSet],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        article = form.instance
        was = article.status
        posted = PostedPage(form, formsets)
        posted.save_texts(editor_of(request))
        if Photo in posted.changed_rows:
            accept_missing_pictures(article, editor_of(request))
        sent = posted.photos_sent
        for photo in sent:
            tell_near(request, photo)
        tell_of_files(request, article, sent)
        article.refresh_from_db()
        if was == Article.Status.PUBLISHED != article.status:
            message = _(
                "Readers see the last publication until this one is signed."
            )
            messages.info(request, message)


def tell_of_files(
    request: HttpRequest, article: Article, photos: Iterable[Photo]
) -> None:
    """Say where what the files of these photos say is looked through, if they say anything."""
    telling = [photo for photo in photos if told_fields(photo)]
    if not telling:
        return
    back = reverse("admin:articles_article_change", args=[article.pk])
    messages.info(request, _more_told(told_address(telling, back)))


def _more_told(address: str) -> SafeString:
    return format_html(
        '{} <a href="{}">{}</a>',
        _("A picture that you sent says more than the record has."),
        address,
        _("Take it field by field"),
    )


def _was_saved(rows: BaseInlineFormSet) -> bool:
    return bool(
        rows.new_objects or rows.changed_objects or rows.deleted_objects
    )
