"""The manifest of a delivery: a table that says of each file which page it is."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path, PurePath

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
COLUMNS = (FILE, "newspaper", "date", "page")
# A table of all pages a paper ever printed is smaller.
LARGEST = 200_000_000


@dataclass(frozen=True)
class Manifest:
    """What a table states of files; ``rows`` maps the name of a file, or of a page in it
    (issue.pdf#3), to its identity.
    """

    name: str
    folder: Path
    rows: dict[str, Identity]

    def identity(self, source_name: str) -> Identity:
        """Return what the table states of a page: of its file, and of its place in a file of
        several pages.
        """
        place = place_in(source_name)
        whole = self._row(PLACE_IN_FILE.sub("", source_name))
        if place and whole.page:
            raise ImportRefused(
                _(
                    "the manifest gives one label to a file of several pages; name each page: %(example)s"
                )
                % {"example": f"{PurePath(source_name).name}"}
            )
        return agreed(
            (_("the manifest"), whole),
            (
                _("the manifest"),
                self._row(source_name) if place else Identity(),
            ),
        )

    def _row(self, name: str) -> Identity:
        return self.rows.get(_key(self.folder, name), Identity())

    def absent(self, names: list[str]) -> list[str]:
        """Return the files of the table that are nowhere: neither among those delivered nor on
        disk.
        """
        delivered = {_key(self.folder, name) for name in names}
        files = dict.fromkeys(PLACE_IN_FILE.sub("", row) for row in self.rows)
        return [
            file
            for file in files
            if file not in delivered
            and not self._lies_elsewhere(file, delivered)
        ]

    def _lies_elsewhere(self, file: str, delivered: set[str]) -> bool:
        """Tell whether a file is there, or may be in an archive of which nothing is delivered."""
        path = self.folder / file
        container = next(
            (each for each in (path, *path.parents) if each.is_file()), None
        )
        if container is None or container == path:
            return container is not None
        return not any(
            name.startswith(_key(self.folder, str(container)) + "/")
            for name in delivered
        )


def read_manifest(path: Path) -> Manifest:
    """Read a CSV table with the columns file, newspaper, date, page; files are named as seen from
    where the table lies.

    Raise ``ImportRefused`` for a table that cannot be read, an unknown column and a bad row, with
    its line."""
    try:
        with path.open("rb") as file:
            text = plain_text(file.read(LARGEST)).removeprefix("\ufeff")
    except OSError as error:
        raise ImportRefused(reason_of(error)) from error
    table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows: dict[str, Identity] = {}
    try:
        _check_columns(table.fieldnames or [])
        for row in table:
            name, identity = _row(row, table.line_num)
            if (
                rows.setdefault(
                    _key(path.parent, str(path.parent / name)), identity
                )
                != identity
            ):
                raise _bad(
                    table.line_num,
                    _("%(file)s is named twice") % {"file": name},
                )
    except csv.Error as error:
        raise _bad(table.line_num + 1, str(error)) from error
    return Manifest(str(path), path.parent, rows)


def _check_columns(columns: list[str]) -> None:
    if FILE not in columns:
        raise ImportRefused(_("no column %(column)s") % {"column": FILE})
    if unknown := [column for column in columns if column not in COLUMNS]:
        words = {"unknown": unknown[0], "known": ", ".join(COLUMNS)}
        raise ImportRefused(
            _("unknown column %(unknown)s; there are %(known)s") % words
        )


def _row(row: dict[str | None, str | None], line: int) -> tuple[str, Identity]:
    name = (row[FILE] or "").strip()
    if not name or None in row:
        raise _bad(
            line,
            _("no file named") if not name else _("more cells than columns"),
        )
    try:
        return name, given(
            *((row.get(column) or "").strip() or None for column in COLUMNS[1:])
        )
    except ImportRefused as refusal:
        raise _bad(line, str(refusal)) from refusal


def _bad(line: int, reason: str) -> ImportRefused:
    return ImportRefused(
        _("line %(line)d: %(reason)s") % {"line": line, "reason": reason}
    )


def _key(folder: Path, name: str) -> str:
    """Return a file's name as seen from the table's folder, the same however both are written."""
    path = Path(name).absolute()
    whole = Path(*[part for part in path.parts if part != "."])
    base = folder.absolute()
    if whole.is_relative_to(base):
        return whole.relative_to(base).as_posix()
    return whole.as_posix()
