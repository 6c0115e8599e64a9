"""Records that articles state: what is changed of them, reviews have not signed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from desk.forms.history_pages import ReadableHistory
from editorial.reopening import reopen_changed
from editorial.stating import articles_stating, note_changed


class SignedFacts(ReadableHistory):
    """The admin of such records: the articles that state one are signed again when it changes."""

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: list[BaseInlineFormSet],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        note_changed(form.instance)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        articles = articles_stating(obj)
        super().delete_model(request, obj)
        reopen_changed(articles)

    def delete_queryset(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> None:
        articles = _stating_one_of(queryset)
        super().delete_queryset(request, queryset)
        reopen_changed(articles)


def _stating_one_of(records: Iterable[Model]) -> set[int]:
    articles: set[int] = set()
    for record in records:
        articles |= articles_stating(record)
    return articles
