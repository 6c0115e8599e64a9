"""A table as a workbook, written row by row to a file that is gone once it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from tempfile import TemporaryFile

from django.http import FileResponse
from openpyxl import Workbook  # type: ignore[import-untyped]  # it has none
from openpyxl.cell.cell import (  # type: ignore[import-untyped]  # it has none
    ILLEGAL_CHARACTERS_RE,
)

from records.csv_file import harmless

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A sheet holds 1,048,576 rows, the heads among them.
ROWS_A_SHEET = 1_048_575


def xlsx_response(
    name: str, heads: Sequence[object], lines: Iterable[Sequence[object]]
) -> FileResponse:
    """Return a workbook of this name; a cell that would be a formula is text."""
    file = TemporaryFile()  # noqa: SIM115  # the response closes it
    _filled(heads, lines).save(file)
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{name}.xlsx", content_type=KIND
    )


def _filled(
    heads: Sequence[object], lines: Iterable[Sequence[object]]
) -> Workbook:
    book = Workbook(write_only=True)
    for number, line in enumerate(lines):
        if number % ROWS_A_SHEET == 0:
            sheet = book.create_sheet()
            sheet.append(_cells(heads))
        sheet.append(_cells(line))
    if not book.worksheets:
        book.create_sheet().append(_cells(heads))
    return book


def _cells(line: Sequence[object]) -> list[str]:
    """Return cells as text, without the control characters that no workbook may hold."""
    return [ILLEGAL_CHARACTERS_RE.sub("", harmless(cell)) for cell in line]
