"""What editors save and delete, told to the log of changes as far as readers see it at once."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from desk.forms.steps_taken import StepsTaken
from editorial.change_log import logged, note_changes
from editorial.public_records import seen_at_once


class LoggedSaves(StepsTaken):
    """The admin of records that readers see, or see something of."""

    def changeform_view(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Tell the log, last in the transaction, what the form changed for readers."""
        is_saving = request.method == "POST"
        with logged() if is_saving else nullcontext():
            return super().changeform_view(request, *args, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        """Tell the log what showed the record as it was stored, too: another body may be named
        now.
        """
        if change:
            self._note_stored(obj.pk)
        super().save_model(request, obj, form, change)

    def _note_stored(self, key: int) -> None:
        stored = self.model._default_manager.get(pk=key)
        seen = seen_at_once(stored)
        note_changes(seen)

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: list[Any],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        note_changes(seen_at_once(form.instance))

    def delete_view(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        with logged():
            return super().delete_view(request, *args, **kwargs)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with logged():
            note_changes(seen_at_once(obj))
            super().delete_model(request, obj)

    def delete_queryset(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> None:
        with logged():
            for record in queryset:
                note_changes(seen_at_once(record))
            super().delete_queryset(request, queryset)
