"""Pictures that editors send from the browser."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from importing.delivery.files.images import image_file
from importing.refusal import ImportRefused


def look_through(picture: UploadedFile) -> None:
    """Raise ``ValidationError`` for a picture that a load would refuse: readers could not see
    it.
    """
    try:
        image_file(picture.read(), "photos")
    except ImportRefused as refusal:
        raise ValidationError(str(refusal)) from refusal
    finally:
        picture.seek(0)
