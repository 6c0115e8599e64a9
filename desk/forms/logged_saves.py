"""What editors save and delete, told to the log of changes as far as readers see it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from desk.forms.history_pages import ReadableHistory
from editorial.change_log import logged, note_changes
from editorial.shown_in import note_shown, shown_in


class LoggedSaves(ReadableHistory):
    """The admin of records that readers see, or see something of."""

    # What of the form readers never see.
    unseen_fields: tuple[str, ...] = ()

    def changeform_view(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Tell the log, last in the transaction, what the form changed for readers."""
        if request.method != "POST":
            return super().changeform_view(request, *args, **kwargs)
        with logged():
            return super().changeform_view(request, *args, **kwargs)

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """Remember where readers see the record as long as it is stored as it was."""
        form.was_shown_in = shown_in(self.model, [form.instance.pk])
        return super().save_form(request, form, change)

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: list[Any],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        changed = set(form.changed_data).difference(self.unseen_fields)
        rows_changed = [rows for rows in formsets if rows.has_changed()]
        if changed or rows_changed:
            now = shown_in(self.model, [form.instance.pk])
            note_changes(sorted(form.was_shown_in | now))

    def delete_view(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        with logged():
            return super().delete_view(request, *args, **kwargs)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with logged():
            note_shown(self.model, [obj.pk])
            super().delete_model(request, obj)

    def delete_queryset(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> None:
        with logged():
            keys = queryset.order_by("pk").values_list("pk", flat=True)
            note_shown(self.model, list(keys))
            super().delete_queryset(request, queryset)
