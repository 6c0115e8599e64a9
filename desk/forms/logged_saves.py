"""What editors save and delete, told to the log of changes as far as readers see it at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from articles.models import Issue, Newspaper, Page
from desk.forms.signed_facts import SignedFacts
from editorial.change_log import logged, note_changes
from editorial.models import RecordKind
from editorial.public_records import RecordKey, kind_of_record
from people.models import Organization, Post

# What no publication holds: readers see it as the record has it.
AT_ONCE = (Issue, Newspaper, Organization, Page)


class LoggedSaves(SignedFacts):
    """The admin of records that readers see, or see something of."""

    def changeform_view(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Tell the log, last in the transaction, what the form changed for readers."""
        if request.method != "POST":
            return super().changeform_view(request, *args, **kwargs)
        with logged():
            return super().changeform_view(request, *args, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: bool
    ) -> None:
        """Tell the log what showed the record as it was stored, too: another body may be named
        now.
        """
        if change:
            stored = self.model._default_manager.get(pk=obj.pk)
            note_changes(_seen_at_once(stored))
        super().save_model(request, obj, form, change)

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: list[Any],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        note_changes(_seen_at_once(form.instance))

    def delete_view(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        with logged():
            return super().delete_view(request, *args, **kwargs)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with logged():
            note_changes(_seen_at_once(obj))
            super().delete_model(request, obj)

    def delete_queryset(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> None:
        with logged():
            for record in queryset:
                note_changes(_seen_at_once(record))
            super().delete_queryset(request, queryset)


def _seen_at_once(record: Any) -> Iterator[RecordKey]:
    """Yield the records that readers see otherwise as soon as this one is stored."""
    if isinstance(record, AT_ONCE):
        yield kind_of_record(type(record)), record.pk
    names_a_body = isinstance(record, (Newspaper, Post))
    if names_a_body and record.organization_id is not None:
        yield RecordKind.ORGANIZATION.value, record.organization_id
