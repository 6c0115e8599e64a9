"""What a picture looks like in 64 bits, and the quarters of them by which near ones are found."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import IO

from django.db.models.fields.files import FieldFile
from PIL import Image, ImageOps

from articles.renditions import BROKEN, FORMATS

# The picture is drawn in so many greys; a bit says whether one is darker than the next.
COLUMNS = 9
ROWS = 8
BITS = (COLUMNS - 1) * ROWS
DIGITS = BITS // 4
# So many bits may differ in pictures that are near; `bench/near_pictures.py` says what it is worth.
NEAR = 7
# Of eight differing bits or more each quarter may hold two; of seven one quarter holds at most one.
BANDS = 4
BITS_OF_A_BAND = BITS // BANDS


def fingerprint_of(file: IO[bytes]) -> str:
    """Return the difference hash of a picture's file in hexadecimal digits; '' for a file that is
    no picture, and for a picture of one grey, which looks like every other.
    """
    try:
        with Image.open(file, formats=FORMATS) as picture:
            return _written(_difference_hash(picture))
    except BROKEN:
        return ""


def fingerprint_of_stored(image: FieldFile) -> str:
    """Return the same of a picture that is kept; '' where its file cannot be read."""
    try:
        with image.storage.open(str(image)) as file:
            return fingerprint_of(file)
    except OSError:
        return ""


def _difference_hash(picture: Image.Image) -> int:
    picture.draft("L", (COLUMNS * 8, ROWS * 8))
    upright = ImageOps.exif_transpose(picture)
    small = upright.convert("L").resize((COLUMNS, ROWS))
    greys = list(small.tobytes())
    bits = 0
    for first in range(0, len(greys), COLUMNS):
        row = greys[first : first + COLUMNS]
        for left, right in pairwise(row):
            bits = bits << 1 | (left < right)
    return bits


def _written(bits: int) -> str:
    return f"{bits:0{DIGITS}x}" if bits else ""


def bits_apart(one: str, other: str) -> int:
    """Return in how many bits two fingerprints differ."""
    differing = int(one, 16) ^ int(other, 16)
    return differing.bit_count()


def bands_of(fingerprint: str) -> list[int]:
    """Return the quarters of a fingerprint, each with its number before its bits."""
    bits = int(fingerprint, 16)
    mask = (1 << BITS_OF_A_BAND) - 1
    return [
        number << BITS_OF_A_BAND | bits >> number * BITS_OF_A_BAND & mask
        for number in range(BANDS)
    ]


def bands_near(fingerprint: str) -> Iterator[int]:
    """Yield the quarters of which every near fingerprint has one: its own, and each with one bit
    turned.
    """
    for band in bands_of(fingerprint):
        yield band
        for place in range(BITS_OF_A_BAND):
            yield band ^ 1 << place
