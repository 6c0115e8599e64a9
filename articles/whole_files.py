"""Files that are whole or not there: a kill in mid-write or a full disk leaves no half of one."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, Storage

READABLE = 0o644


class WholeFileStorage(FileSystemStorage):
    """A folder whose files are written beside their place, synced, and put there in one step."""

    def _save(self, name: str, content: File[Any]) -> str:
        place = Path(self.path(name))
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".part-")
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).chmod(self.file_permissions_mode or READABLE)
            Path(beside).replace(place)
        finally:
            Path(beside).unlink(missing_ok=True)
        _sync(place.parent)
        return name


def _sync(folder: Path) -> None:
    """Write to disk which files a folder holds."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep_whole(storage: Storage, path: str, data: bytes) -> None:
    """Keep bytes under a path that is made of them; what is there and is not these bytes is
    replaced.
    """
    if storage.exists(path):
        if _digest_of_file(storage, path) == hashlib.sha256(data).digest():
            return
        storage.delete(path)
    storage.save(path, ContentFile(data))


def _digest_of_file(storage: Storage, path: str) -> bytes:
    total = hashlib.sha256()
    with storage.open(path) as file:
        for chunk in file.chunks():
            total.update(chunk)
    return total.digest()
