"""The article's form: texts typed into it become corrections, not fields that are overwritten."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Photo
from desk.forms.editor_forms import WatchedForm
from desk.forms.inline_rows import RowForm
from desk.uploaded_pictures import look_through
from records.plaintext import PlainLineField


class TextsAside(forms.ModelForm):
    """Keep what was typed into the text fields aside (``typed``); the record keeps its text until
    it is corrected.
    """

    text_fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed: dict[str, str] = {}
        # What the texts were when a stale form was opened, as far as it is known.
        self.then: dict[str, str] = {}

    def _post_clean(self) -> None:
        record = self.instance
        stored = {name: getattr(record, name) for name in self.text_fields}
        # Private Django, which the stubs leave out.
        super()._post_clean()  # type: ignore[misc]
        for name, text in stored.items():
            setattr(record, name, text)
        self.typed = self._texts_typed()

    def _texts_typed(self) -> dict[str, str]:
        """Return what was typed into the text fields, as far as it is sound."""
        sound = self.cleaned_data
        return {name: sound[name] for name in self.text_fields if name in sound}

    @property
    def other_changes(self) -> list[str]:
        """What was changed beside the texts."""
        aside = {*self.text_fields, "reason"}
        return [name for name in self.changed_data if name not in aside]


class ArticleForm(TextsAside, WatchedForm):
    text_fields = Article.TEXT_FIELDS

    reason = PlainLineField(
        label=_("Reason for the correction"),
        required=False,
        help_text=_("Kept with each change of the text."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse to empty an article; what was typed stays in the form."""
        cleaned = super().clean()
        self._refuse_to_empty(cleaned)
        return cleaned

    def _refuse_to_empty(self, typed: dict[str, Any]) -> None:
        if self._is_emptied(typed):
            message = _("An article cannot do without both headline and body.")
            self.add_error(None, message)

    def _is_emptied(self, typed: dict[str, Any]) -> bool:
        """Tell whether an article that has a headline or a body would lose both."""
        article = self.instance
        if not (article.headline or article.body):
            return False
        headline = typed.get("headline")
        body = typed.get("body", "")
        return not (headline or body.strip())

    @property
    def stamp(self) -> str:
        """The version counts every change on the article's page, its photos and marked words
        included.
        """
        return str(self.instance.version)


class PhotoForm(TextsAside, RowForm):
    text_fields = ("caption",)

    class Meta:
        model = Photo
        fields = [
            "position",
            "image",
            "caption",
            "creators",
            "creator_job_title",
            "credit_line",
            "source",
            "date_created",
            "copyright_notice",
            "alt_text",
        ]

    def clean_image(self) -> Any:
        """Refuse a picture that an import would refuse, for readers could not see it."""
        image = self.cleaned_data["image"]
        if isinstance(image, UploadedFile):
            look_through(image)
        return image
