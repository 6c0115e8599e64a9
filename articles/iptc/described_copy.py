"""A copy of a picture's file that says what the record of its photo says. No pixel is read or
written again, and the stored file stays as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from articles.iptc.iptc_names import IN_XMP, LISTS, PEOPLE_SHOWN
from articles.iptc.iptc_record import iptc_segment
from articles.iptc.jpeg_parts import described_jpeg
from articles.iptc.png_chunks import described_png
from articles.iptc.stated_by_file import DAMAGED
from articles.iptc.webp_chunks import described_webp
from articles.iptc.xmp_packet import xmp_packet
from articles.models import Photo, PublicPhoto
from articles.renditions import BROKEN, ENDINGS, FORMATS
from records.plaintext import plain_lines

# A JPEG holds 65,502 bytes of XMP; so many characters of each text, and so many names, fit.
LONGEST_TEXT = 2_500
MOST_NAMES = 400
ORIENTATION = 0x0112
EXIF_PREFIX = b"Exif\x00\x00"
MEDIA_TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
Said = dict[str, list[str]]


class DescribedCopy(NamedTuple):
    """A file to be taken away, with the ending of its kind."""

    data: bytes
    ending: str

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.ending]


def described_copy(
    photo: Photo | PublicPhoto, people: Iterable[str]
) -> DescribedCopy | None:
    """Return the file of a photo with the record's words written into it in the place of its own;
    ``people`` are the names of who is shown. None for a file that is missing or broken.

    Of its own it keeps how it is to be turned, and its colours; where the camera stood and who owns
    it goes to nobody.
    """
    if not photo.image:
        return None
    try:
        with photo.image.storage.open(str(photo.image)) as file:
            data = file.read()
        return _copy(data, said_of(photo, people))
    except BROKEN:
        return None


def said_of(photo: Photo | PublicPhoto, people: Iterable[str]) -> Said:
    """Return what the record says, by IPTC's fields, each with its values."""
    said = {
        field: _values(field, getattr(photo, field))
        for field in IN_XMP
        if field != PEOPLE_SHOWN
    }
    return said | {PEOPLE_SHOWN: list(dict.fromkeys(people))[:MOST_NAMES]}


def _values(field: str, value: str | dt.date | None) -> list[str]:
    if not value:
        return []
    lines = plain_lines(str(value))
    words = lines[:LONGEST_TEXT]
    if field in LISTS:
        return words.split("\n")
    return [words]


def _copy(data: bytes, said: Said) -> DescribedCopy:
    packet = xmp_packet(said)
    with Image.open(BytesIO(data), formats=FORMATS) as image:
        kind = str(image.format)
        size = image.size
        exif = _turned(image)
    ending = ENDINGS[kind]
    if ending == "jpg":
        whole = EXIF_PREFIX + exif if exif else b""
        described = described_jpeg(data, whole, packet, iptc_segment(said))
    elif ending == "png":
        described = described_png(data, exif, packet)
    else:
        described = described_webp(data, size, exif, packet)
    return DescribedCopy(described, ending)


def _turned(image: Image.Image) -> bytes:
    """Return EXIF data that says how the picture is to be turned, and nothing else; b"" where it
    stands upright.
    """
    try:
        orientation = image.getexif().get(ORIENTATION, 1)
    except DAMAGED:
        return b""
    if orientation not in range(2, 9):
        return b""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return exif.tobytes().removeprefix(EXIF_PREFIX)
