"""A list of the admin as a file for spreadsheets, as it is filtered and searched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.utils import (
    display_for_field,
    label_for_field,
    lookup_field,
)
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.urls import URLPattern, path
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from desk.xlsx_list import xlsx_response
from records.csv_file import csv_response

# So many rows are fetched at once.
ROWS_AT_ONCE = 500
EMPTY = "-"


class ListExport:
    """The admin of records whose list can be taken away as CSV or xlsx, row by row."""

    opts: Any
    model: Any
    admin_site: Any
    get_changelist_instance: Any
    get_list_display: Any
    has_view_permission: Any
    # Columns that a spreadsheet cannot show.
    pictures: tuple[str, ...] = ()
    change_list_template: Any = "admin/exported_list.html"

    def get_urls(self) -> list[URLPattern]:
        options = self.opts
        record = f"{options.app_label}_{options.model_name}"
        export = path(
            "export/",
            self.admin_site.admin_view(self.export_view),
            name=f"{record}_export",
        )
        workbook = path(
            "export.xlsx",
            self.admin_site.admin_view(self.workbook_view),
            name=f"{record}_workbook",
        )
        # A part of an admin: what it joins has them.
        urls = super().get_urls()  # type: ignore[misc]
        return [export, workbook, *urls]

    def export_view(self, request: HttpRequest) -> StreamingHttpResponse:
        """Send the whole list that the address asks for; it is read as it is sent."""
        heads, lines = self._table(request)
        return csv_response(str(self.opts.model_name), heads, lines)

    def workbook_view(self, request: HttpRequest) -> FileResponse:
        """Send the same list as a workbook."""
        heads, lines = self._table(request)
        return xlsx_response(str(self.opts.model_name), heads, lines)

    def _table(
        self, request: HttpRequest
    ) -> tuple[list[str], Iterator[list[str]]]:
        """Return heads and lines; raise ``PermissionDenied`` to whom may not see the list."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        listed = self.get_changelist_instance(request)
        shown = self.get_list_display(request)
        columns = [name for name in shown if name not in self.pictures]
        heads = [_head(self, name) for name in columns]
        records = listed.get_queryset(request)
        return heads, self._lines(records, columns)

    def _lines(self, records: Any, columns: Any) -> Iterator[list[str]]:
        for record in records.iterator(chunk_size=ROWS_AT_ONCE):
            yield [_cell(self, record, name) for name in columns]


def _head(of: Any, name: str) -> str:
    return str(label_for_field(name, of.model, of))


def _cell(of: Any, record: Model, name: str) -> str:
    """Return a value as the list shows it, without its links."""
    field, _attribute, value = lookup_field(name, record, of)
    if field is None:
        return _in_words(value)
    if field.is_relation:
        related = getattr(record, field.name)
        return "" if related is None else str(related)
    shown = display_for_field(value, field, "")
    return _in_words(value) if isinstance(value, bool) else str(shown)


def _in_words(value: Any) -> str:
    if value is None or value == EMPTY:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return strip_tags(str(value))
