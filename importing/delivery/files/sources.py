"""Where delivered files lie: directories, zip archives, archives inside archives, bytes at hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.utils.translation import gettext as _

from importing.delivery.files.meant_paths import path_meant
from importing.refusal import ImportRefused, check_limit, reason_of

OUTSIDE = "../"


class Source(Protocol):
    """A place that holds files by their path, whose parts are joined by ``/``."""

    def name_of(self, path: str) -> str:
        """Return what a file is called when somebody is told about it."""

    def holds(self, path: str) -> bool:
        """Tell whether there is such a file."""

    def open(self, path: str, limit: int) -> bytes:
        """Return at most ``limit`` bytes and one more of a file; raise ``ImportRefused`` when it
        cannot be read.
        """

    def paths(self) -> Iterator[str]:
        """Yield the paths of all files, in order."""


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """One file in its source."""

    source: Source
    path: str

    @property
    def name(self) -> str:
        return self.source.name_of(self.path)

    def read(self, limit: int) -> bytes:
        """Return the file's bytes; raise ``ImportRefused`` when there are more than ``limit`` of
        them.
        """
        data = self.source.open(self.path, limit)
        check_limit(len(data), limit, _("too large: more than %(limit)d bytes"))
        return data

    def linked(self, address: str) -> DeliveredFile | None:
        """Return the file that a link in this one leads to; None when it leads out of the source or
        nowhere.
        """
        path = self.path_to(address)
        if not path or path.startswith(OUTSIDE):
            return None
        if self.source.holds(path):
            return DeliveredFile(self.source, path)
        return None

    def path_to(self, address: str) -> str:
        """Return the path that a link means as seen from the source, ``../`` where it leads out of
        it; "" for one to another host, or to nothing.
        """
        return path_meant(address, self.path, self.source.holds)


@dataclass(frozen=True, slots=True)
class Directory:
    """A directory on disk; ``told`` is what it is called where its own path is nobody's concern."""

    root: Path
    told: Path | None = None

    def name_of(self, path: str) -> str:
        root = self.root
        if self.told is not None:
            root = self.told
        return str(root / path)

    def holds(self, path: str) -> bool:
        file = self.root / path
        if not file.is_file():
            return False
        return file.resolve().is_relative_to(self.root.resolve())

    def open(self, path: str, limit: int) -> bytes:
        try:
            with (self.root / path).open("rb") as file:
                # One byte more than is allowed tells that it is too large, however large it is.
                return file.read(limit + 1)
        except OSError as error:
            raise ImportRefused(reason_of(error)) from error

    def paths(self) -> Iterator[str]:
        root = self.root
        found = root.rglob("*")
        files = filter(Path.is_file, found)
        for file in sorted(files):
            path = file.relative_to(root)
            yield path.as_posix()


@dataclass(frozen=True, slots=True)
class AtHand:
    """The bytes of one file, already read."""

    name: str
    data: bytes

    def name_of(self, path: str) -> str:
        return self.name

    def holds(self, path: str) -> bool:
        return path == self.name

    def open(self, path: str, limit: int) -> bytes:
        return self.data[: limit + 1]

    def paths(self) -> Iterator[str]:
        yield self.name
