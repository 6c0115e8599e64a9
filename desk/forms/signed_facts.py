"""Records that articles state: what is changed of them, reviews have not signed."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from desk.article_story.history_pages import ReadableHistory
from editorial.publishing.following import note_changed, show_person
from editorial.publishing.reopening import reopen_changed
from editorial.stating import articles_stating
from people.models import Person


class SignedFacts(ReadableHistory):
    """The admin of such records: the articles that state one are signed again when it changes."""

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """Remember which articles state the record as long as it is stored as it was."""
        form.stated_in = articles_stating(form.instance) if change else set()
        return super().save_form(request, form, change)

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: list[BaseInlineFormSet],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        rows_changed = any(rows.has_changed() for rows in formsets)
        if form.has_changed() or rows_changed:
            note_changed(form.instance, form.stated_in)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        articles = articles_stating(obj)
        key = obj.pk
        super().delete_model(request, obj)
        self._note_deleted(articles, [key])

    def delete_queryset(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> None:
        articles = set()
        keys = []
        for record in queryset:
            articles |= articles_stating(record)
            keys.append(record.pk)
        super().delete_queryset(request, queryset)
        self._note_deleted(articles, keys)

    def _note_deleted(self, articles: set[int], keys: list[int]) -> None:
        """Let what was signed of deleted records be signed again; a person is shown as printed."""
        reopen_changed(articles)
        if self.model is Person:
            for key in keys:
                show_person(key)
