"""The manifest of a delivery: a table that says of each file which page it is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Protocol

from django.utils.translation import gettext as _

from importing.delivery.encoding import plain_text
from importing.delivery.identity import (
    PLACE_IN_FILE,
    Identity,
    agreed,
    given,
    place_in,
)
from importing.delivery.unseen_characters import UNSEEN
from importing.refusal import ImportRefused, reason_of

FILE = "file"
STATED = ("newspaper", "date", "page", "edition")
COLUMNS = (FILE, *STATED)
# What newsrooms call the columns, 版 and 版面 included, in both kinds of characters.
CALLED = {
    **dict.fromkeys(
        ("文件", "文件名", "文件名称", "檔案", "檔名", "檔案名稱"), FILE
    ),
    **dict.fromkeys(
        ("报纸", "报名", "报纸名称", "報紙", "報名", "報紙名稱"), "newspaper"
    ),
    **dict.fromkeys(
        ("日期", "出版日期", "见报日期", "出報日期", "見報日期"), "date"
    ),
    **dict.fromkeys(("版", "版面", "版次", "版号", "版號"), "page"),
    **dict.fromkeys(("版别", "版本", "版別"), "edition"),
}
DELIMITERS = (",", ";", "\t", "\uff0c")
# The first line by which a spreadsheet tells itself what parts the columns.
NAMED_DELIMITER = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
# A table of all pages a paper ever printed is smaller.
LARGEST = 200_000_000


FilledRow = tuple[int, list[str]]


class Table(Protocol):
    """The rows of a table, and the line that the last one was read from."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the cells of each row."""


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
    text, delimiter = _parted(_text(path))
    file = io.StringIO(text, newline="")
    table = csv.reader(file, strict=True, delimiter=delimiter)
    rows = _rows(_filled(table), path.parent)
    name = path.name if is_beside else str(path)
    return Manifest(name, path.parent, rows, is_beside)


def _parted(text: str) -> tuple[str, str]:
    """Return a table's text and what parts its columns: what its first line names, else a comma, or
    what spreadsheets write instead of it.
    """
    first, end, rest = text.partition("\n")
    named = NAMED_DELIMITER.fullmatch(first)
    if named:
        # An empty line in its place keeps the numbers of the lines.
        return end + rest, named[1]
    head = next(filter(_has_words, text.splitlines()), "")
    return text, max(DELIMITERS, key=head.count)


def _has_words(line: str) -> bool:
    return bool(line.strip(' "' + "".join(DELIMITERS)))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return plain_text(file.read(LARGEST)).removeprefix("\ufeff")
    except OSError as error:
        raise ImportRefused(reason_of(error)) from error


def _filled(table: Table) -> Iterator[FilledRow]:
    """Yield the rows that hold anything, each with the number of its line; raise ``ImportRefused``
    for one that is no row.
    """
    line = 0
    try:
        for cells in table:
            line = table.line_num
            if any(map(str.strip, cells)):
                yield line, cells
    except csv.Error as error:
        raise _bad(line + 1, str(error)) from error


def _rows(lines: Iterator[FilledRow], folder: Path) -> dict[str, Identity]:
    """Return the identity of each file by its name as seen from the folder."""
    _head, names = next(lines, (0, []))
    columns = [_column(name) for name in names]
    _check_columns(columns)
    rows: dict[str, Identity] = {}
    for line, cells in lines:
        name, identity = _row(_by_column(columns, cells, line), line)
        key = _key(folder, str(folder / name))
        if rows.setdefault(key, identity) != identity:
            reason = _("%(file)s is named twice") % {"file": name}
            raise _bad(line, reason)
    return rows


def _column(name: str) -> str:
    """Return what a column is called here, whatever letters or language its head is in."""
    plain = UNSEEN.sub("", name).strip().lower()
    return CALLED.get(plain, plain)


def _check_columns(columns: Sequence[str]) -> None:
    if FILE not in columns:
        raise ImportRefused(_("no column %(column)s") % {"column": FILE})
    # A spreadsheet writes columns without a name behind the last one that has cells.
    named = list(filter(None, columns))
    for column in named:
        _check_known(column)
        _check_once(column, named)


def _check_known(column: str) -> None:
    if column in COLUMNS:
        return
    words = {"unknown": column, "known": ", ".join(COLUMNS)}
    raise ImportRefused(
        _("unknown column %(unknown)s; there are %(known)s") % words
    )


def _check_once(column: str, columns: Sequence[str]) -> None:
    if columns.count(column) == 1:
        return
    words = {"column": column}
    raise ImportRefused(_("two columns %(column)s") % words)


def _by_column(
    columns: Sequence[str], cells: Sequence[str], line: int
) -> dict[str, str]:
    """Return the words in the cells of a row by their column."""
    beyond = cells[len(columns) :]
    if any(map(str.strip, beyond)):
        raise _bad(line, _("more cells than columns"))
    paired = zip(columns, cells, strict=False)
    return dict(paired)


def _row(row: Mapping[str, str], line: int) -> tuple[str, Identity]:
    """Return the name of a file and what its row states."""
    name = _cell(row, FILE)
    if not name:
        raise _bad(line, _("no file named"))
    cells = (_cell(row, column) for column in STATED)
    newspaper, date, page, edition = cells
    try:
        return name.replace("\\", "/"), given(newspaper, date, page, edition)
    except ImportRefused as refusal:
        raise _bad(line, str(refusal)) from refusal


def _cell(row: Mapping[str, str], column: str) -> str | None:
    words = UNSEEN.sub("", row.get(column, ""))
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
