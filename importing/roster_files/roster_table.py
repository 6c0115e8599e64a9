"""A roster file as a table: CSV or xlsx, its columns by their names."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # it has none
import tablib  # type: ignore[import-untyped]  # it has none
from django.utils.translation import gettext as _
from openpyxl.utils.exceptions import (  # type: ignore[import-untyped]  # it has none
    InvalidFileException,
)

from importing.delivery.encoding import ending_of, plain_text
from importing.delivery.manifest import DELIMITERS
from importing.refusal import ImportRefused, check_limit
from importing.roster_files.roster_cells import cell_words

# What a heading may be called, and the column it means.
COLUMNS = {
    "\u540d\u5355": "roster",
    "\u6b21\u5e8f": "rank",
    "\u540d\u6b21": "rank",
    "\u5e8f\u53f7": "rank",
    "\u59d3\u540d": "person",
    "\u7f16\u53f7": "number",
    "\u804c\u52a1": "post",
    "\u8d77": "valid_from",
    "\u6b62": "valid_to",
    "\u4f9d\u636e": "authority",
}
NEEDED = ("rank", "person")
KNOWN = tuple(dict.fromkeys(COLUMNS.values()))
MOST_ROWS = 5000
MOST_BYTES = 10_000_000
# What an xlsx file may unpack to.
MOST_UNPACKED = 100_000_000
BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    OSError,
    EOFError,
)

TableRow = Sequence[Any]


def roster_table(name: str, data: bytes) -> tablib.Dataset:
    """Return the rows of a roster file under the names of our columns, each with its number in the
    file (the heading is row 1) and its words as ``row`` and ``words``.

    Raise ``ImportRefused`` for a file that is no table, lacks a column or has an unknown one.
    """
    check_limit(
        len(data), MOST_BYTES, _("too large: more than %(limit)d bytes")
    )
    rows = _rows_of(name, data)
    heading = next(rows, ())
    columns = _columns(heading)
    table = tablib.Dataset(headers=[*KNOWN, "row", "words"])
    for number, row in enumerate(rows, start=2):
        words = _words(row)
        if words:
            cells = dict(zip(columns, row, strict=False))
            known = [cells.get(column) for column in KNOWN]
            table.append([*known, number, words])
    check_limit(len(table), MOST_ROWS, _("more than %(limit)d rows"))
    return table


def _rows_of(name: str, data: bytes) -> Iterator[TableRow]:
    ending = ending_of(name)
    if ending == ".csv":
        return _csv_rows(data)
    if ending == ".xlsx":
        return iter(_xlsx_rows(data))
    raise ImportRefused(_("a roster is a CSV or an xlsx file"))


def _csv_rows(data: bytes) -> Iterator[TableRow]:
    text = plain_text(data).removeprefix("\ufeff")
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    file = io.StringIO(text, newline="")
    rows = csv.reader(file, delimiter=delimiter)
    return _checked(rows)


def _checked(rows: Iterable[TableRow]) -> Iterator[TableRow]:
    """Yield the rows, and refuse what the standard library finds broken in them."""
    try:
        yield from rows
    except csv.Error as error:
        raise ImportRefused(str(error)) from error


def _xlsx_rows(data: bytes) -> list[TableRow]:
    """Return the rows of the first sheet, formulas as what they came to."""
    _check_unpacked(data)
    try:
        book = openpyxl.load_workbook(
            io.BytesIO(data),
            read_only=True,
            data_only=True,
        )
        sheet = book.worksheets[0]
        most = MOST_ROWS + 2
        return list(sheet.iter_rows(max_row=most, values_only=True))
    except (*BROKEN, IndexError) as error:
        raise ImportRefused(_("damaged, or no xlsx file")) from error


def _check_unpacked(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = [entry.file_size for entry in archive.infolist()]
    except zipfile.BadZipFile as error:
        raise ImportRefused(_("damaged, or no xlsx file")) from error
    message = _("unpacks to more than %(limit)d bytes")
    check_limit(sum(sizes), MOST_UNPACKED, message)


def _columns(heading: TableRow) -> list[str]:
    """Return which column each heading means, "" for one without a name."""
    names = [cell_words(cell) for cell in heading]
    columns = [COLUMNS.get(name, name.lower()) for name in names]
    for name, column in zip(names, columns, strict=True):
        if column and column not in KNOWN:
            known = ", ".join(COLUMNS)
            words = {"unknown": name, "known": known}
            message = _("unknown column %(unknown)s; there are %(known)s")
            raise ImportRefused(message % words)
    for column in NEEDED:
        if column not in columns:
            name = _heading_of(column)
            message = _("no column %(column)s")
            raise ImportRefused(message % {"column": name})
    return columns


def _heading_of(column: str) -> str:
    return next(name for name in COLUMNS if COLUMNS[name] == column)


def _words(row: TableRow) -> str:
    cells = map(cell_words, row)
    filled = filter(None, cells)
    return " ".join(filled)
