"""Mended files sent in the place of refused ones: loaded in the same batch, if that was loaded."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from importing.batch import FATAL, Batch
from importing.delivery.files import Refused
from importing.many_files import what_is_lacking
from importing.models import ImportRun, Upload
from importing.reading_ahead import Loadable
from importing.refusal import ImportRefused, reason_of
from importing.sent.in_background import is_at_work
from importing.sent.load_upload import (
    FEW_BYTES,
    FEW_FILES,
    PERMISSION,
    batch_of_upload,
    loadable_in,
    loads_of,
)
from importing.sent.upload_files import (
    check_sent,
    folder_of,
    table_of,
    write_sent,
)

# In the counts of a refused load: the name of the file that was sent in its place.
MENDED = "mended"


def mend_upload(
    upload: Upload, mended: Mapping[str, UploadedFile], by: User
) -> None:
    """Keep mended files by the names that were refused, and load them if the others are loaded.

    Raise ``PermissionDenied``, or ``ImportRefused`` for none or too many, while the others are
    being loaded, where the disk refuses them, and when the machine ends the load.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    _check(upload, mended)
    _put_in_place(upload, mended)
    if upload.loaded_at is None:
        return
    for name, file in mended.items():
        _note_mended(upload, name, str(file.name))
    _load(upload, {str(file.name) for file in mended.values()})


def _check(upload: Upload, mended: Mapping[str, UploadedFile]) -> None:
    files = list(mended.values())
    if not files:
        raise ImportRefused(_("choose a mended file first"))
    if is_at_work(upload):
        raise ImportRefused(_("these files are being loaded; wait for it"))
    check_sent(files)
    _check_names(upload, mended)
    size = sum(file.size or 0 for file in files)
    if len(files) > FEW_FILES or size > FEW_BYTES:
        message = _(
            "at most %(files)d mended files of %(bytes)d bytes are loaded at once"
        )
        most = {"files": FEW_FILES, "bytes": FEW_BYTES}
        raise ImportRefused(message % most)


def _check_names(upload: Upload, mended: Mapping[str, UploadedFile]) -> None:
    """Refuse a mended file by whose name another file was sent that is not refused."""
    folder = folder_of(upload)
    refused = {Path(name).name for name in mended}
    for file in mended.values():
        name = str(file.name)
        if name not in refused and (folder / name).exists():
            message = _("two files are called %(name)s")
            raise ImportRefused(message % {"name": name})


def _put_in_place(upload: Upload, mended: Mapping[str, UploadedFile]) -> None:
    """Let mended files stand where the refused ones stood, once all of them are written; the table
    that names files stays.
    """
    folder = folder_of(upload)
    try:
        with TemporaryDirectory(dir=folder.parent) as written:
            write_sent(mended.values(), Path(written))
            _drop_refused(upload, mended)
            for file in mended.values():
                name = str(file.name)
                os.replace(Path(written) / name, folder / name)
    except OSError as error:
        reason = reason_of(error)
        raise ImportRefused(reason) from error


def _drop_refused(upload: Upload, names: Iterable[str]) -> None:
    """Throw the files of these names away; the table stays."""
    table = table_of(upload)
    for name in names:
        refused = folder_of(upload) / Path(name).name
        if refused != table:
            refused.unlink(missing_ok=True)


def _note_mended(upload: Upload, name: str, by_file: str) -> None:
    refused = loads_of(upload).filter(
        outcome=ImportRun.Outcome.REFUSED, source_name=name
    )
    for run in refused.exclude(counts__has_key=MENDED):
        run.counts[MENDED] = by_file
        run.save(update_fields=["counts"])


def _load(upload: Upload, names: set[str]) -> None:
    batch = batch_of_upload(upload)
    try:
        for item in _named(upload, batch, names):
            list(batch.results_of(item))
    except FATAL as fault:
        raise ImportRefused(what_is_lacking(fault)) from fault


def _named(upload: Upload, batch: Batch, names: set[str]) -> Iterator[Loadable]:
    """Yield what is in files of these names, also inside an archive of such a name."""
    for item in loadable_in(upload, batch):
        held = [file.name for file in item.files]
        if isinstance(item, Refused):
            held.append(item.name)
        if any(Path(each).parts[0] in names for each in held):
            yield item
