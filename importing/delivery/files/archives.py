"""Zip archives, read where they lie: nothing is ever unpacked to disk."""

from __future__ import annotations

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from importing.refusal import ImportRefused, check_limit, reason_of
from records.frequent_characters import BIG5, frequency

# What the standard library raises for an archive that is damaged, encrypted or packed in a way it
# does not know.
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    # A damaged entry asks for gigabytes to unpack it in.
    MemoryError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    KeyError,
    IndexError,
    SyntaxError,
)
ENCRYPTED = 0x1
IN_UTF8 = 0x800
# What names are written in where the mark is missing; of several the likeliest.
NAME_ENCODINGS = ("utf-8", "gb18030", *BIG5)
# A few kilobytes of the same character pack a thousand to one; only large ones can do harm.
HARMLESS = 1_000_000
# ../page.txt, /etc/passwd, C:\\page.txt: a path that leads out of the archive.
LEADS_OUT = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|\0", re.ASCII)
# Characters that would end or garble the line in which a name is told.
UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# What a Mac adds to an archive beside each file.
MAC_EXTRAS = re.compile(r"(?:^|/)(?:__MACOSX/|\._)")


@dataclass(frozen=True, slots=True)
class Archive:
    """A zip archive on disk, or, by the paths in ``inner``, one inside it; ``told`` is what it is
    called where its own path is nobody's concern.
    """

    file: Path
    inner: tuple[str, ...] = ()
    told: Path | None = None

    def name_of(self, path: str) -> str:
        return f"{self.name}/{_printable(path)}"

    @property
    def name(self) -> str:
        inner = map(_printable, self.inner)
        return "/".join([str(self.told or self.file), *inner])

    def holds(self, path: str) -> bool:
        archive = self._opened()
        return path in archive.entries

    def open(self, path: str, limit: int) -> bytes:
        archive = self._opened()
        return archive.read(path, limit)

    def paths(self) -> Iterator[str]:
        archive = self._opened()
        yield from sorted(archive.entries)

    def problems(self) -> list[tuple[str, str]]:
        """Return name and reason for each entry that cannot be taken."""
        return [
            (self.name_of(path), reason)
            for path, reason in self._opened().problems
        ]

    def inside(self, path: str) -> Archive:
        """Return the archive that an entry is; raise ``ImportRefused`` when archives lie too deep
        in each other.
        """
        inner = (*self.inner, path)
        limit = settings.MAX_ARCHIVE_DEPTH
        if len(inner) >= limit:
            raise ImportRefused(
                _("archives in archives lie deeper than %(limit)d")
                % {"limit": limit}
            )
        return Archive(self.file, inner, self.told)

    def _opened(self) -> _Opened:
        try:
            changed = self.file.stat().st_mtime_ns
        except OSError as error:
            raise ImportRefused(reason_of(error)) from error
        return _opened(self, changed)


class _Opened:
    """An open archive: its entries by path, and those that cannot be taken with the reason."""

    def __init__(self, file: BytesIO | Path) -> None:
        self.zip = _zip_file(file)
        self.entries: dict[str, zipfile.ZipInfo] = {}
        self.problems: list[tuple[str, str]] = []
        infos = self.zip.infolist()
        check_limit(
            len(infos),
            settings.MAX_ARCHIVE_ENTRIES,
            _("more than %(limit)d entries"),
        )
        size = sum(info.file_size for info in infos)
        _check_ratio(size, _size_of(file))
        for info in infos:
            self._take(info)

    def read(self, path: str, limit: int) -> bytes:
        try:
            with self.zip.open(self.entries[path]) as entry:
                return entry.read(limit + 1)
        except BROKEN as error:
            raise ImportRefused(
                _("damaged in the archive: %(error)s") % {"error": error}
            ) from error

    def _take(self, info: zipfile.ZipInfo) -> None:
        path = _path_of(info)
        # The standard library's own ``is_dir`` fails for an entry without a name.
        is_folder = info.filename.endswith("/") or path.endswith("/")
        if is_folder or MAC_EXTRAS.search(path):
            return
        reason = self._problem(path, info)
        if reason:
            self.problems.append((path, reason))
        else:
            self.entries[path] = info

    def _problem(self, path: str, info: zipfile.ZipInfo) -> str:
        if not path:
            return _("it is damaged")
        if LEADS_OUT.search(path):
            return _("its name leads out of the archive")
        if path in self.entries:
            return _("the archive holds this name twice")
        if info.flag_bits & ENCRYPTED:
            return _("encrypted: it needs a password")
        try:
            _check_ratio(info.file_size, info.compress_size)
        except ImportRefused as refusal:
            return str(refusal)
        return ""


def _printable(path: str) -> str:
    return UNPRINTED.sub("\ufffd", path)


def _zip_file(file: BytesIO | Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise ImportRefused(
            _("no readable zip archive: it is damaged or something else")
        ) from error
    except BROKEN as error:
        raise ImportRefused(
            _("no readable zip archive: %(error)s") % {"error": error}
        ) from error


def _size_of(file: BytesIO | Path) -> int:
    if isinstance(file, Path):
        return file.stat().st_size
    return len(file.getbuffer())


@lru_cache(maxsize=4)
def _opened(archive: Archive, changed: int) -> _Opened:
    """Keep the archives at hand open; ``changed`` is when the file on disk last was."""
    if not archive.inner:
        return _Opened(archive.file)
    *around, path = archive.inner
    outer = Archive(archive.file, tuple(around))
    limit = settings.MAX_FILE_BYTES
    data = _opened(outer, changed).read(path, limit)
    message = _("too large: more than %(limit)d bytes")
    check_limit(len(data), limit, message)
    return _Opened(BytesIO(data))


def check_package(data: bytes) -> None:
    """Raise ``ImportRefused`` when a file that is itself a zip archive (docx) breaks the limits of
    one.
    """
    problems = _Opened(BytesIO(data)).problems
    if problems:
        reason = ": ".join(problems[0])
        raise ImportRefused(reason)


def _check_ratio(size: int, packed: int) -> None:
    limit = settings.MAX_ARCHIVE_RATIO
    if size > HARMLESS and size > limit * max(packed, 1):
        raise ImportRefused(
            _("unpacks to more than %(limit)d times its size")
            % {"limit": limit}
        )


def _path_of(info: zipfile.ZipInfo) -> str:
    r"""Return an entry's path, with its name in the encoding it was written in: Windows packs names
    in GBK or Big5 and with \.
    """
    name = info.orig_filename
    is_in_utf8 = info.flag_bits & IN_UTF8
    if not is_in_utf8:
        name = _decoded(name)
    return name.replace("\\", "/").removeprefix("./")


def _decoded(name: str) -> str:
    # Without the mark the standard library reads names as CP437, which keeps every byte.
    raw = name.encode("cp437", "replace")
    readings = dict(_readings_of(raw))
    if "utf-8" in readings:
        return readings["utf-8"]
    return max(readings.values(), key=frequency, default=name)


def _readings_of(raw: bytes) -> Iterator[tuple[str, str]]:
    for encoding in NAME_ENCODINGS:
        with suppress(UnicodeDecodeError):
            yield encoding, raw.decode(encoding)
