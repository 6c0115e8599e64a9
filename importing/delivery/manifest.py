"""The manifest of a delivery: a table that says of each file which page it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from django.utils.translation import gettext as _

from importing.delivery.encoding import plain_text
from importing.delivery.identity import (
    PLACE_IN_FILE,
    Identity,
    agreed,
    given,
    place_in,
)
from importing.refusal import ImportRefused, reason_of

FILE = "file"
STATED = ("newspaper", "date", "page", "edition")
COLUMNS = (FILE, *STATED)
DELIMITERS = (",", ";", "\t")
# A table of all pages a paper ever printed is smaller.
LARGEST = 200_000_000


@dataclass(frozen=True)
class Manifest:
    """What a table states of files; ``rows`` maps the name of a file, or of a page in it
    (issue.pdf#3), to its identity. ``is_beside`` tells that files are called as seen from its
    folder.
    """

    name: str
    folder: Path
    rows: dict[str, Identity]
    is_beside: bool = False

    def identity(self, source_name: str) -> Identity:
        """Return what the table states of a page: of its file, and of its place in a file of
        several pages.
        """
        whole = self._row(PLACE_IN_FILE.sub("", source_name))
        if not place_in(source_name):
            return whole
        if whole.page:
            raise ImportRefused(
                _(
                    "the manifest gives one label to a file of several pages; "
                    "name each page: %(example)s"
                )
                % {"example": PurePath(source_name).name}
            )
        source = _("the manifest")
        return agreed((source, whole), (source, self._row(source_name)))

    def _row(self, name: str) -> Identity:
        return self.rows.get(self._key(name), Identity())

    def _key(self, name: str) -> str:
        if self.is_beside:
            name = str(self.folder / name)
        return _key(self.folder, name)

    def absent(self, names: list[str]) -> list[str]:
        """Return the files of the table that are nowhere: neither among those delivered nor on
        disk.
        """
        delivered = set(map(self._key, names))
        files = dict.fromkeys(PLACE_IN_FILE.sub("", row) for row in self.rows)
        left = (file for file in files if file not in delivered)
        return [
            file for file in left if not self._lies_elsewhere(file, delivered)
        ]

    def _lies_elsewhere(self, file: str, delivered: set[str]) -> bool:
        """Tell whether a file is there, or may be in an archive of which nothing is delivered."""
        path = self.folder / file
        if path.is_file():
            return True
        archives = filter(Path.is_file, path.parents)
        archive = next(archives, None)
        if archive is None:
            return False
        key = _key(self.folder, str(archive))
        inside = f"{key}/"
        has_any = any(name.startswith(inside) for name in delivered)
        return not has_any


def read_manifest(path: Path, *, is_beside: bool = False) -> Manifest:
    """Read a CSV table with the columns file, newspaper, date, page, edition; files are named as
    seen from where the table lies. ``is_beside`` tells that the delivery calls them so too.

    Raise ``ImportRefused`` for a table that cannot be read, an unknown column and a bad row, with
    its line."""
    text = _text(path)
    file = io.StringIO(text, newline="")
    table = csv.DictReader(file, strict=True, delimiter=_delimiter(text))
    try:
        rows = _rows(table, path.parent)
    except csv.Error as error:
        raise _bad(table.line_num + 1, str(error)) from error
    name = path.name if is_beside else str(path)
    return Manifest(name, path.parent, rows, is_beside)


def _delimiter(text: str) -> str:
    """Return what parts the columns: a comma, or what spreadsheets write instead of it."""
    head = text.partition("\n")[0]
    return max(DELIMITERS, key=head.count)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return plain_text(file.read(LARGEST)).removeprefix("\ufeff")
    except OSError as error:
        raise ImportRefused(reason_of(error)) from error


def _rows(table: csv.DictReader[str], folder: Path) -> dict[str, Identity]:
    """Return the identity of each file by its name as seen from the folder."""
    columns = [name.strip().lower() for name in table.fieldnames or []]
    _check_columns(columns)
    table.fieldnames = columns
    rows: dict[str, Identity] = {}
    for row in table:
        if _is_empty(row):
            continue
        name, identity = _row(row, table.line_num)
        key = _key(folder, str(folder / name))
        if rows.setdefault(key, identity) != identity:
            reason = _("%(file)s is named twice") % {"file": name}
            raise _bad(table.line_num, reason)
    return rows


def _is_empty(row: Mapping[str | Any, str | Any]) -> bool:
    """Tell whether a spreadsheet wrote a row with nothing in it."""
    cells = [cell for cell in row.values() if isinstance(cell, str)]
    return not any(cell.strip() for cell in cells) and None not in row


def _check_columns(columns: Sequence[str]) -> None:
    if FILE not in columns:
        raise ImportRefused(_("no column %(column)s") % {"column": FILE})
    # A spreadsheet writes columns without a name behind the last one that has cells.
    named = [column for column in columns if column.strip()]
    unknown = [column for column in named if column not in COLUMNS]
    if unknown:
        words = {"unknown": unknown[0], "known": ", ".join(COLUMNS)}
        raise ImportRefused(
            _("unknown column %(unknown)s; there are %(known)s") % words
        )


def _row(row: Mapping[str | Any, str | Any], line: int) -> tuple[str, Identity]:
    """Return the name of a file and what its row states."""
    name = _cell(row, FILE)
    if not name:
        raise _bad(line, _("no file named"))
    # The reader of tables keeps what has no column under None.
    if None in row:
        raise _bad(line, _("more cells than columns"))
    cells = (_cell(row, column) for column in STATED)
    newspaper, date, page, edition = cells
    try:
        return name, given(newspaper, date, page, edition)
    except ImportRefused as refusal:
        raise _bad(line, str(refusal)) from refusal


def _cell(row: Mapping[str | Any, str | Any], column: str) -> str | None:
    words = row.get(column) or ""
    return words.strip() or None


def _bad(line: int, reason: str) -> ImportRefused:
    return ImportRefused(
        _("line %(line)d: %(reason)s") % {"line": line, "reason": reason}
    )


def _key(folder: Path, name: str) -> str:
    """Return a file's name as seen from the table's folder, the same however both are written."""
    parts = Path(name).absolute().parts
    whole = Path(*[part for part in parts if part != "."])
    base = folder.absolute()
    if whole.is_relative_to(base):
        return whole.relative_to(base).as_posix()
    return whole.as_posix()
