"""What the file of a picture says of itself: XMP first, then IPTC, then EXIF, field by field."""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models.fields.files import ImageFieldFile
from PIL import Image

from articles.iptc.stated_exif import stated_in_exif
from articles.iptc.stated_iptc import stated_in_iptc
from articles.iptc.stated_xmp import stated_in_xmp
from articles.renditions import BROKEN, FORMATS
from records.plaintext import plain_lines

# By field; a day where the field is one.
StatedFields = dict[str, str | dt.date]
# What damaged data of a sound picture makes Pillow raise.
DAMAGED = (
    *BROKEN,
    struct.error,
    LookupError,
    TypeError,
    OverflowError,
)


def stated_by_image(image: Image.Image) -> StatedFields:
    """Return what the file of an open picture states: a photo's fields and who is shown, several
    names one a line. What cannot be read is not stated.
    """
    stated: StatedFields = {}
    for read in (stated_in_exif, stated_in_iptc, _from_packet):
        stated |= _sound(_read(read, image))
    return stated


def stated_by_file(picture: ImageFieldFile) -> StatedFields:
    """Return what the file of a stored picture states, nothing of one that is missing or broken."""
    if not picture:
        return {}
    try:
        with picture.storage.open(str(picture)) as file:
            return stated_by_stream(file)
    except OSError:
        return {}


def stated_by_stream(file: Any) -> StatedFields:
    """Return what an open file states, nothing of what is no picture or has too many pixels; mostly
    no more than its head is read.
    """
    try:
        with Image.open(file, formats=FORMATS) as image:
            is_large = image.width * image.height > settings.MAX_IMAGE_PIXELS
            return {} if is_large else stated_by_image(image)
    except BROKEN:
        return {}


def _from_packet(image: Image.Image) -> dict[str, str]:
    info = image.info
    of_png = info.get("XML:com.adobe.xmp", b"")
    packet = info.get("xmp", of_png)
    if isinstance(packet, str):
        packet = packet.encode()
    return stated_in_xmp(packet)


def _read(
    read: Callable[[Image.Image], dict[str, str]], image: Image.Image
) -> dict[str, str]:
    try:
        return read(image)
    except DAMAGED:
        return {}


def _sound(stated: dict[str, str]) -> StatedFields:
    """Return what is stated as plain lines and days, without what says nothing."""
    sound: StatedFields = {}
    for name, words in stated.items():
        value = _day(words) if name == "date_created" else _plain(words)
        if value:
            sound[name] = value
    return sound


def _plain(words: str) -> str:
    plain = plain_lines(words)
    lines = map(str.strip, plain.split("\n"))
    return "\n".join(filter(None, lines))


def _day(digits: str) -> dt.date | None:
    try:
        moment = dt.datetime.strptime(digits, "%Y%m%d").replace(tzinfo=dt.UTC)
    except ValueError:
        return None
    return moment.date()
