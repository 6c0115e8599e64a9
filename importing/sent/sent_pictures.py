"""Pictures that somebody sent to go with the captions of a page or an issue: they lie in a private
folder until each is given its photo, or for a day.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from importing.delivery.files.images import image_file
from importing.refusal import ImportRefused, check_limit, reason_of
from importing.sent.upload_files import check_sent, sweep_uploads, write_sent

# Of a picture to be looked at while its caption is chosen.
SMALL = (320, 240)
# Each has two fields in the form that confirms them, and a form may have 1,000.
MOST_PICTURES = 400


def keep_sent_pictures(files: Sequence[UploadedFile]) -> UUID:
    """Keep pictures as they were sent and return the token of their folder; what is older than a
    day goes.

    Raise ``ImportRefused`` for a file that is no picture readers could see, for two of one name,
    for too many, and where the disk refuses them; then none is kept.
    """
    check_sent(files)
    check_limit(
        len(files), MOST_PICTURES, _("more than %(limit)d pictures at once")
    )
    for file in files:
        _look_at(file)
    sweep_uploads(timezone.now())
    token = uuid4()
    folder = _folder_of_pictures(token)
    try:
        write_sent(files, folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise ImportRefused(reason_of(error)) from error
    return token


def pictures_sent(token: UUID) -> list[Path]:
    """Return the pictures that still wait in a folder, by name; none once they were swept."""
    folder = _folder_of_pictures(token)
    if not folder.is_dir():
        return []
    return sorted(folder.iterdir())


def sent_picture(token: UUID, name: str) -> Path | None:
    """Return the picture of this name, None where it does not wait any more."""
    for path in pictures_sent(token):
        if path.name == name:
            return path
    return None


def drop_sent_pictures(token: UUID) -> None:
    """Throw away the pictures that still wait."""
    folder = _folder_of_pictures(token)
    shutil.rmtree(folder, ignore_errors=True)


def small_picture(path: Path) -> bytes:
    """Return a sent picture small and upright, as WebP without a word of its own; raise ``OSError``
    for one that has gone.
    """
    output = BytesIO()
    with Image.open(path) as picture:
        picture.draft("RGB", SMALL)
        upright = ImageOps.exif_transpose(picture)
        small = upright.convert("RGB")
    small.thumbnail(SMALL)
    small.save(output, "WEBP", quality=70)
    return output.getvalue()


def _look_at(file: UploadedFile) -> None:
    """Raise ``ImportRefused``, which names the file, for what a load would refuse."""
    try:
        image_file(file.read(), "photos")
    except ImportRefused as refusal:
        message = _("%(file)s: %(reason)s")
        words = {"file": file.name, "reason": refusal}
        raise ImportRefused(message % words) from refusal
    finally:
        file.seek(0)


def _folder_of_pictures(token: UUID) -> Path:
    root = Path(settings.UPLOADS_ROOT)
    name = str(token)
    return root / name
