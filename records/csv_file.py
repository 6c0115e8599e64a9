"""A table as a file that spreadsheets open."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from django.http import StreamingHttpResponse

# So begins a file in UTF-8 for spreadsheets that would guess another encoding.
SIGNATURE = "\ufeff"
# A cell that begins so is a formula to a spreadsheet.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Echo:
    """A file that gives back what is written to it."""

    mode: ClassVar[str] = "w"

    def write(self, line: str) -> str:
        return line


def csv_response(
    name: str, heads: Sequence[object], lines: Iterable[Sequence[object]]
) -> StreamingHttpResponse:
    """Return a file of this name, line by line; a cell that would be a formula is text."""
    response = StreamingHttpResponse(
        _written(heads, lines), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def _written(
    heads: Sequence[object], lines: Iterable[Sequence[object]]
) -> Iterator[str]:
    writer = csv.writer(Echo())
    yield SIGNATURE
    for line in (heads, *lines):
        yield writer.writerow([harmless(cell) for cell in line])


def harmless(cell: object) -> str:
    """Return the words of a cell, marked as text if a spreadsheet would reckon with them."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
