"""Sent files as they lie in their private folder: kept, found again, swept away."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from importing.delivery.encoding import ending_of
from importing.delivery.manifest import Manifest, read_manifest
from importing.models import Upload
from importing.refusal import ImportRefused, reason_of
from importing.sent.in_background import is_at_work

# Sent files that nobody loads are gone after so long.
KEPT_FOR = dt.timedelta(days=1)
TABLE = ".csv"


def keep_upload(
    files: Sequence[UploadedFile], by: User, *, is_roster: bool = False
) -> Upload:
    """Keep files as they were sent, and return the record of it; what is older than a day goes.

    Raise ``ImportRefused`` for two files of one name, for too many bytes, and where the disk
    refuses them; then nothing is kept.
    """
    check_sent(files)
    sweep_uploads(timezone.now())
    token = uuid4()
    folder = _folder(token)
    try:
        write_sent(files, folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise ImportRefused(reason_of(error)) from error
    return Upload.objects.create(
        token=token,
        by=by,
        is_roster=is_roster,
    )


def check_sent(files: Sequence[UploadedFile]) -> None:
    """Raise ``ImportRefused`` for two files of one name, and for too many bytes."""
    names = [file.name for file in files]
    for name in names:
        if names.count(name) > 1:
            message = _("two files are called %(name)s")
            raise ImportRefused(message % {"name": name})
    size = sum(file.size or 0 for file in files)
    limit = settings.MAX_UPLOAD_BYTES
    if size > limit:
        message = _("too large: more than %(limit)d bytes")
        raise ImportRefused(message % {"limit": limit})


def write_sent(files: Iterable[UploadedFile], folder: Path) -> None:
    """Write files into their folder, in which none of them is yet."""
    folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    for file in files:
        place = folder / str(file.name)
        with place.open("xb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)


def drop_upload(upload: Upload) -> None:
    """Throw sent files away; raise ``ImportRefused`` when they were loaded."""
    if upload.loaded_at is not None:
        raise ImportRefused(_("these files are loaded already"))
    shutil.rmtree(folder_of(upload), ignore_errors=True)
    upload.delete()


def folder_of(upload: Upload) -> Path:
    """Return the folder of sent files; it is gone once they were swept."""
    return _folder(upload.token)


def _folder(token: UUID) -> Path:
    root = Path(settings.UPLOADS_ROOT)
    return root / str(token)


def is_kept(upload: Upload) -> bool:
    """Tell whether the sent files are still there."""
    return folder_of(upload).is_dir()


def files_of(upload: Upload) -> list[Path]:
    """Return the sent files without the table that says which pages they are."""
    table = table_of(upload)
    files = _sent(upload)
    return [file for file in files if file != table]


def table_of(upload: Upload) -> Path | None:
    """Return the one CSV table among other files, None where there is none."""
    files = _sent(upload)
    tables = [file for file in files if ending_of(file.name) == TABLE]
    if len(tables) != 1 or files == tables:
        return None
    return tables[0]


def manifest_of(upload: Upload) -> Manifest | None:
    """Return what the sent table says, None without one; raise ``ImportRefused`` when it cannot be
    read.
    """
    table = table_of(upload)
    if table is None:
        return None
    return read_manifest(
        table,
        is_beside=True,
    )


def _sent(upload: Upload) -> list[Path]:
    folder = folder_of(upload)
    if not folder.is_dir():
        return []
    return sorted(folder.iterdir())


def sweep_uploads(now: dt.datetime) -> None:
    """Remove sent files older than a day, but for those that are being loaded. Records of what was
    never loaded go along.
    """
    for folder in _old_folders(now - KEPT_FOR):
        upload = Upload.objects.filter(token=folder.name).first()
        if upload is not None and is_at_work(upload):
            continue
        shutil.rmtree(folder, ignore_errors=True)
        if upload is not None and upload.loaded_at is None:
            upload.delete()


def _old_folders(before: dt.datetime) -> Iterator[Path]:
    root = Path(settings.UPLOADS_ROOT)
    if not root.is_dir():
        return
    for folder in root.iterdir():
        # Somebody else may sweep at the same time.
        with suppress(FileNotFoundError):
            if folder.stat().st_mtime < before.timestamp():
                yield folder
