"""Loading sent files: a few pages at once, many in the background."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from importing.batch import FATAL, Batch
from importing.many_files import what_is_lacking
from importing.models import ImportRun, Upload
from importing.reading_ahead import Loadable
from importing.refusal import ImportRefused
from importing.sent.in_background import background_loads
from importing.sent.upload_files import (
    files_of,
    folder_of,
    is_kept,
    manifest_of,
    table_of,
)

PERMISSION = "importing.add_upload"
# So much is read and loaded while somebody waits: about five seconds.
# What tells of which page the files are.
WHICH_PAGE = ("newspaper", "date", "page", "edition")
FEW_FILES = 8
FEW_BYTES = 8_000_000


def batch_of_upload(upload: Upload) -> Batch:
    """Return the batch that sent files are; raise ``ImportRefused`` when their table cannot be
    read.
    """
    return Batch(
        newspaper=upload.newspaper or None,
        date=_day(upload),
        page=upload.page or None,
        manifest=manifest_of(upload),
        key=upload.token,
        by=upload.by,
        within=folder_of(upload),
        edition=upload.edition or None,
    )


def _day(upload: Upload) -> str | None:
    if upload.date is None:
        return None
    return upload.date.isoformat()


def loadable_in(upload: Upload, batch: Batch) -> list[Loadable]:
    """Return what is to be loaded, in the order of the load."""
    files = files_of(upload)
    groups = batch.groups(files)
    items = chain.from_iterable(groups)
    return list(items)


def is_large(upload: Upload, files: int) -> bool:
    """Tell whether so many sent files are more than is loaded while somebody waits."""
    if files > FEW_FILES:
        return True
    sizes = [file.stat().st_size for file in files_of(upload)]
    return sum(sizes) > FEW_BYTES


def files_in(items: Iterable[Loadable]) -> int:
    """Return how many files there are; what cannot be opened is one."""
    counts = (len(item.files) for item in items)
    return sum(count or 1 for count in counts)


def say_which_page(
    upload: Upload,
    newspaper: str,
    date: dt.date | None,
    page: str,
    edition: str = "",
) -> None:
    """Note which page the sent files are, where they do not say it themselves."""
    upload.newspaper = newspaper
    upload.date = date
    upload.page = page
    upload.edition = edition
    upload.save(update_fields=WHICH_PAGE)


def load_upload(upload: Upload, by: User) -> None:
    """Load sent files: a few pages now, more in the background. What became of each page is a load
    of the batch whose key is the token.

    Raise ``PermissionDenied``, or ``ImportRefused`` when the files are gone, are loaded already,
    when their table cannot be read or the machine ends the load.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    if not is_kept(upload):
        raise ImportRefused(_("the sent files are gone; send them again"))
    batch = replace(batch_of_upload(upload), by=by)
    files = files_in(loadable_in(upload, batch))
    is_many = is_large(upload, files)
    _take(upload)
    if is_many:
        _load_later(upload, batch, by)
    else:
        _load_now(upload, batch)


def _take(upload: Upload) -> None:
    """Let nobody else load the same files; a button pressed twice loads once."""
    now = timezone.now()
    waiting = Upload.objects.filter(token=upload.token, loaded_at=None)
    if not waiting.update(loaded_at=now):
        raise ImportRefused(_("these files are loaded already"))
    upload.loaded_at = now


def _load_later(upload: Upload, batch: Batch, by: User) -> None:
    arguments = {
        "batch": str(batch.key),
        "newspaper": batch.newspaper,
        "date": batch.date,
        "page": batch.page,
        "edition": batch.edition,
        "manifest": table_of(upload),
        "within": str(folder_of(upload)),
    }
    upload.job = background_loads().begin(files_of(upload), arguments, by)
    upload.save(update_fields=["job"])


def _load_now(upload: Upload, batch: Batch) -> None:
    """Load the files one by one; each load is on record, whatever becomes of it."""
    try:
        for item in loadable_in(upload, batch):
            list(batch.results_of(item))
    except FATAL as fault:
        _give_back(upload)
        raise ImportRefused(what_is_lacking(fault)) from fault


def _give_back(upload: Upload) -> None:
    """Let the rest of the files be loaded once the machine can."""
    upload.loaded_at = None
    upload.save(update_fields=["loaded_at"])


def loads_of(upload: Upload) -> QuerySet[ImportRun]:
    """Return what became of each page, in the order of the load."""
    runs = ImportRun.objects.filter(
        batch=upload.token,
    )
    with_pages = runs.select_related("page__issue__newspaper")
    return with_pages.order_by("pk")
