"""From the paths somebody names to the files that are to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from importing.delivery.encoding import ending_of
from importing.delivery.files.archives import Archive
from importing.delivery.files.kinds import KINDS, TOGETHER, not_read
from importing.delivery.files.library.library_pages import is_of_library
from importing.delivery.files.sources import DeliveredFile, Directory
from importing.delivery.files.together import PDF, printed_again, read_together
from importing.refusal import ImportRefused

ZIP = ".zip"
XML = ".xml"
HIDDEN = (".", "~$")
NAMED_KINDS = KINDS.keys() - {""}
# What pages come in and no program here opens: to pass it over would lose them without a word.
UNREADABLE = frozenset({".doc", ".wps", ".rtf", ".odt", ".rar", ".7z"})


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that cannot even be opened, and why."""

    name: str
    reason: str

    @property
    def files(self) -> tuple[DeliveredFile, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that are read in one go: mostly one, all e-paper files of a folder."""

    files: tuple[DeliveredFile, ...] = ()


NOTHING = Unit()


def gather(
    paths: Iterable[Path], within: Path | None = None
) -> list[Unit | Refused]:
    """Return the files that paths mean: themselves, or what directories and archives hold of the
    kinds that are read. Those ``within`` a directory are called as they are called there.

    The e-paper files of one day are one unit, for a page's articles are files of their own.
    """
    found = list(_found_in(paths, within))
    files = [each for each in found if isinstance(each, DeliveredFile)]
    again = printed_again([each for each in files if _is_of_site(each)])
    found = [each for each in found if each not in again]
    pages = [each for each in files if ending_of(each.path) in TOGETHER]
    keys = read_together([each for each in pages if not _is_xml(each)])
    # A METS file may lie anywhere beside the files that it tells of.
    keys |= {each: (XML, each.source) for each in pages if _is_xml(each)}
    units: dict[object, Unit | Refused] = {}
    for number, each in enumerate(found):
        if isinstance(each, Refused):
            units[number] = each
            continue
        key = keys.get(each, number)
        earlier = units.get(key, NOTHING)
        units[key] = Unit((*earlier.files, each))
    return list(units.values())


def _is_of_site(file: DeliveredFile) -> bool:
    """Tell whether a file may be a page of an e-paper, or its print."""
    ending = ending_of(file.path)
    return ending == PDF or ending in TOGETHER - {XML}


def _is_xml(file: DeliveredFile) -> bool:
    return ending_of(file.path) == XML


def _found_in(
    paths: Iterable[Path], within: Path | None
) -> Iterator[DeliveredFile | Refused]:
    for path in paths:
        told = path.relative_to(within) if within else path
        yield from _found(path, told)


def _found(path: Path, told: Path) -> Iterator[DeliveredFile | Refused]:
    if path.is_dir():
        yield from _held(
            Directory(path, told),
            str(told),
            _("there are no page files in this directory"),
        )
    elif ending_of(path.name) == ZIP and path.is_file():
        yield from _in_archive(Archive(path, told=told))
    else:
        yield DeliveredFile(Directory(path.parent, told.parent), path.name)


def _in_archive(archive: Archive) -> Iterator[DeliveredFile | Refused]:
    try:
        problems = archive.problems()
        yield from (Refused(*problem) for problem in problems)
        none = ""
        if not problems:
            none = _("there are no page files in this archive")
        yield from _held(archive, archive.name, none)
    except ImportRefused as refusal:
        yield Refused(archive.name, str(refusal))


def _held(
    source: Directory | Archive, name: str, none: str
) -> Iterator[DeliveredFile | Refused]:
    """Yield the files of a source that can be read, those of archives in it as well; say ``none``
    when there are none.
    """
    is_empty = True
    for path in filter(_is_shown, source.paths()):
        ending = ending_of(path)
        if ending == ZIP:
            yield from _nested(source, path)
        elif ending in UNREADABLE:
            yield Refused(source.name_of(path), not_read(ending))
        elif _is_page_file(source, path):
            yield DeliveredFile(source, path)
        else:
            continue
        is_empty = False
    if is_empty and none:
        yield Refused(name, none)


def _is_shown(path: str) -> bool:
    """Tell whether a file is neither hidden, in a hidden folder, nor what Word leaves beside a file
    while it is open.
    """
    return not any(part.startswith(HIDDEN) for part in path.split("/"))


def _is_page_file(source: Directory | Archive, path: str) -> bool:
    """Tell whether a file somebody did not name is read: of a known kind; of XML, which sites hold
    for their programs, only what libraries deliver.
    """
    ending = ending_of(path)
    if ending == XML:
        return is_of_library(DeliveredFile(source, path))
    return ending in NAMED_KINDS


def _nested(
    source: Directory | Archive, path: str
) -> Iterator[DeliveredFile | Refused]:
    try:
        if isinstance(source, Archive):
            archive = source.inside(path)
        else:
            file = source.root / path
            archive = Archive(file, told=Path(source.name_of(path)))
    except ImportRefused as refusal:
        yield Refused(source.name_of(path), str(refusal))
        return
    yield from _in_archive(archive)
