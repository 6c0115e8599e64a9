"""Pictures that editors send from the browser."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from importing.delivery.files.images import image_file
from importing.refusal import ImportRefused

# How the files of pictures begin, and what they are.
SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
)
# The word for the kind stands behind the length: RIFF....WEBP.
WEBP_AT = 8
LONGEST_SIGNATURE = 12


def kind_of_picture(beginning: bytes) -> str | None:
    """Return the media type of a picture by its first bytes, None for what is none."""
    for signature, kind in SIGNATURES:
        if beginning.startswith(signature):
            return kind
    is_webp = beginning[WEBP_AT:] == b"WEBP"
    return "image/webp" if is_webp else None


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
