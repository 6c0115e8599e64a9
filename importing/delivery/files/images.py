"""The files of pictures: what is taken, and what they say of themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image, IptcImagePlugin
from PIL.ImageFile import ImageFile as OpenImage
from selectolax.lexbor import LexborNode

from articles.renditions import BROKEN, FORMATS
from importing.delivery.files.content import digest_of
from importing.delivery.files.markup_tree import (
    attribute,
    elements_in,
    tree_of,
    words_in,
)
from importing.refusal import ImportRefused, check_limit
from records.plaintext import plain_lines

# A JPEG that holds several pictures (MPO) shows the first wherever it is shown.
ENDINGS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
# IPTC's record 2 (IIM 4.2): By-line, By-line Title, Credit, Source, Copyright Notice, Date Created.
RECORD = 2
IN_IPTC = {
    "creators": 80,
    "creator_job_title": 85,
    "credit_line": 110,
    "source": 115,
    "copyright_notice": 116,
    "date_created": 55,
}
LIST_ITEM = "rdf:li"
IN_XMP = {
    "creators": "dc:creator",
    "creator_job_title": "photoshop:authorsposition",
    "credit_line": "photoshop:credit",
    "source": "photoshop:source",
    "copyright_notice": "dc:rights",
    "date_created": "photoshop:datecreated",
}


@dataclass(frozen=True)
class ImageFile:
    """A picture that is kept; ``details`` are a photo's fields as the file itself states them."""

    data: bytes
    path: str
    details: dict[str, object]


def image_file(data: bytes, folder: str) -> ImageFile:
    """Return a picture ready to be kept in ``folder``; raise ``ImportRefused`` when it is of
    another kind, damaged or too large.

    The path is made of the bytes, so the same picture delivered twice is kept once.
    """
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            check_limit(
                image.width * image.height,
                settings.MAX_IMAGE_PIXELS,
                _("more than %(limit)d pixels"),
            )
            details = _details(image)
            ending = ENDINGS[str(image.format)]
            image.load()
    except ImportRefused:
        raise
    except BROKEN as error:
        raise ImportRefused(
            _("no readable JPEG, PNG or WebP picture")
        ) from error
    digest = digest_of(data)
    return ImageFile(data, f"{folder}/{digest[:2]}/{digest}.{ending}", details)


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a picture in pixels, None for one that cannot be opened: whoever
    keeps it says so.
    """
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            return image.size
    except BROKEN:
        return None


def _details(image: OpenImage) -> dict[str, object]:
    """Return what the file says of photographer and rights: XMP first, then IPTC."""
    details: dict[str, object] = {}
    for stated in (_from_iptc(image), _from_xmp(image)):
        created = stated.pop("date_created", "")
        day = _day(created)
        details |= _plain(stated)
        if day:
            details["date_created"] = day
    return details


def _plain(stated: dict[str, str]) -> dict[str, str]:
    """Return what is stated as plain lines, without what says nothing."""
    plain = {}
    for name, words in stated.items():
        lines = plain_lines(words).strip()
        if lines:
            plain[name] = lines
    return plain


def _from_xmp(image: OpenImage) -> dict[str, str]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    if isinstance(packet, bytes):
        packet = packet.decode("utf-8", "replace")
    try:
        elements = list(elements_in(tree_of(packet)))
    except ImportRefused:
        return {}
    found = {field: _value(elements, name) for field, name in IN_XMP.items()}
    # 2019-03-14T09:30:00 without the time and the hyphens.
    found["date_created"] = found["date_created"][:10].replace("-", "")
    return found


def _value(elements: list[LexborNode], name: str) -> str:
    """Return a value written as an element, as its list items one a line, or as an attribute."""
    for element in elements:
        if element.tag == name:
            return _lines_of(element)
    attributes = (attribute(element, name) for element in elements)
    values = filter(None, attributes)
    return next(values, "")


def _lines_of(element: LexborNode) -> str:
    items = [each for each in elements_in(element) if each.tag == LIST_ITEM]
    words = map(words_in, items or [element])
    return "\n".join(filter(None, words))


def _from_iptc(image: OpenImage) -> dict[str, str]:
    try:
        info = IptcImagePlugin.getiptcinfo(image) or {}
    except BROKEN:
        return {}
    return {
        field: _decoded(info.get((RECORD, key)))
        for field, key in IN_IPTC.items()
    }


def _decoded(value: bytes | list[bytes] | None) -> str:
    """Return one value or several, one a line."""
    values = value if isinstance(value, list) else [value or b""]
    return "\n".join(filter(None, map(_line, values)))


def _line(raw: bytes) -> str:
    """Return the words in UTF-8, else in GB18030 as programs in China write them, else ""."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).strip("\0 ")
        except UnicodeDecodeError:
            continue
    return ""


def _day(digits: str) -> dt.date | None:
    try:
        return (
            dt.datetime.strptime(digits, "%Y%m%d").replace(tzinfo=dt.UTC).date()
        )
    except ValueError:
        return None
