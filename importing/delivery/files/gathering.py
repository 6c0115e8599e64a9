"""From the paths somebody names to the files that are to be read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from importing.delivery.encoding import ending_of
from importing.delivery.files.archives import Archive
from importing.delivery.files.kinds import KINDS, TOGETHER
from importing.delivery.files.sources import DeliveredFile, Directory, Source
from importing.refusal import ImportRefused

ZIP = ".zip"


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that cannot even be opened, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that are read in one go: mostly one, all e-paper files of a folder."""

    files: tuple[DeliveredFile, ...]


def gather(paths: Iterable[Path]) -> list[Unit | Refused]:
    """Return the files that paths mean: themselves, or what directories and archives hold of the
    kinds that are read.

    The e-paper files of one folder are one unit, for a page's articles are files of their own.
    """
    units: list[Unit | Refused] = []
    folders: dict[tuple[Source, str], int] = {}
    for found in (found for path in paths for found in _found(path)):
        folder = _folder_of(found)
        if folder is None:
            units.append(
                found if isinstance(found, Refused) else Unit((found,))
            )
        elif folder in folders:
            number = folders[folder]
            units[number] = Unit((*units[number].files, found))
        else:
            folders[folder] = len(units)
            units.append(Unit((found,)))
    return units


def _folder_of(found: DeliveredFile | Refused) -> tuple[Source, str] | None:
    if isinstance(found, Refused) or ending_of(found.path) not in TOGETHER:
        return None
    return found.source, posixpath.dirname(found.path)


def _found(path: Path) -> Iterator[DeliveredFile | Refused]:
    if path.is_dir():
        yield from _held(
            Directory(path),
            str(path),
            _("there are no page files in this directory"),
        )
    elif ending_of(path.name) == ZIP and path.is_file():
        yield from _in_archive(Archive(path))
    else:
        yield DeliveredFile(Directory(path.parent), path.name)


def _in_archive(archive: Archive) -> Iterator[DeliveredFile | Refused]:
    try:
        problems = archive.problems()
        yield from (Refused(*problem) for problem in problems)
        yield from _held(
            archive,
            archive.name,
            "" if problems else _("there are no page files in this archive"),
        )
    except ImportRefused as refusal:
        yield Refused(archive.name, str(refusal))


def _held(
    source: Directory | Archive, name: str, none: str
) -> Iterator[DeliveredFile | Refused]:
    """Yield the files of a source that can be read, those of archives in it as well; say ``none``
    when there are none.
    """
    is_empty = True
    for path in source.paths():
        ending = ending_of(path)
        if ending == ZIP:
            yield from _nested(source, path)
        elif (
            ending in KINDS
            and ending
            and not posixpath.basename(path).startswith(".")
        ):
            yield DeliveredFile(source, path)
        else:
            continue
        is_empty = False
    if is_empty and none:
        yield Refused(name, none)


def _nested(
    source: Directory | Archive, path: str
) -> Iterator[DeliveredFile | Refused]:
    try:
        if isinstance(source, Archive):
            archive = source.inside(path)
        else:
            archive = Archive(source.root / path)
    except ImportRefused as refusal:
        yield Refused(source.name_of(path), str(refusal))
        return
    yield from _in_archive(archive)
