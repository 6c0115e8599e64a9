"""The article's form: texts typed into it become corrections, not fields that are overwritten."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Photo
from people.editing import WatchedForm
from people.plaintext import PlainLineField
from people.rows import RowForm


class TextsAside(forms.ModelForm):
    """Keep what was typed into the text fields aside (``typed``); the record keeps its text until it is corrected."""

    text_fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed: dict[str, str] = {}

    def _post_clean(self) -> None:
        stored = {name: getattr(self.instance, name) for name in self.text_fields}
        super()._post_clean()
        self.typed = {name: self.cleaned_data[name] for name in self.text_fields if name in self.cleaned_data}
        for name, text in stored.items():
            setattr(self.instance, name, text)

    @property
    def other_changes(self) -> list[str]:
        """What was changed beside the texts."""
        return [name for name in self.changed_data if name not in (*self.text_fields, "reason")]


class ArticleForm(TextsAside, WatchedForm):
    text_fields = Article.TEXT_FIELDS

    reason = PlainLineField(
        label=_("Reason for the correction"), required=False, help_text=_("Kept with each change of the text.")
    )

    @property
    def stamp(self) -> str:
        """The version counts every change on the article's page, its photos and marked words included."""
        return str(self.instance.version)


class PhotoForm(TextsAside, RowForm):
    text_fields = ("caption",)

    class Meta:
        model = Photo
        fields = ["position", "image", "caption", "creators", "creator_job_title", "credit_line", "source"]
        fields += ["date_created", "copyright_notice", "alt_text"]
