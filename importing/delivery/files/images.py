"""The files of pictures: what is taken, and what they say of themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from io import BytesIO

from bs4 import BeautifulSoup
from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image, IptcImagePlugin

from articles.renditions import BROKEN, FORMATS
from importing.delivery.files.content import digest_of
from importing.delivery.files.soup import soup_of
from importing.refusal import ImportRefused
from records.plaintext import plain_lines

ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
# IPTC's record 2 (IIM 4.2): By-line, By-line Title, Credit, Source, Copyright Notice, Date Created.
CREATOR = 80
JOB_TITLE = 85
CREDIT = 110
SOURCE = 115
COPYRIGHT = 116
DATE = 55


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
            if image.width * image.height > settings.MAX_IMAGE_PIXELS:
                raise ImportRefused(
                    _("more than %(limit)d pixels")
                    % {"limit": settings.MAX_IMAGE_PIXELS}
                )
            details = _details(image)
            ending = ENDINGS[image.format]
            image.load()
    except ImportRefused:
        raise
    except BROKEN as error:
        raise ImportRefused(
            _("no readable JPEG, PNG or WebP picture")
        ) from error
    digest = digest_of(data)
    return ImageFile(data, f"{folder}/{digest[:2]}/{digest}.{ending}", details)


def _details(image: Image.Image) -> dict[str, object]:
    """Return what the file says of photographer and rights: XMP first, then IPTC."""
    stated = [*_from_iptc(image).items(), *_from_xmp(image).items()]
    plain = (
        (name, plain_lines(value).strip() if isinstance(value, str) else value)
        for name, value in stated
    )
    return {name: value for name, value in plain if value}


def _from_xmp(image: Image.Image) -> dict[str, object]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    try:
        soup = soup_of(
            packet.decode("utf-8", "replace")
            if isinstance(packet, bytes)
            else packet
        )
    except ImportRefused:
        return {}
    names = {
        "creators": "dc:creator",
        "creator_job_title": "photoshop:authorsposition",
        "credit_line": "photoshop:credit",
        "source": "photoshop:source",
        "copyright_notice": "dc:rights",
    }
    found: dict[str, object] = {
        field: _value(soup, name) for field, name in names.items()
    }
    return found | {
        "date_created": _day(
            _value(soup, "photoshop:datecreated")[:10].replace("-", "")
        )
    }


def _value(soup: BeautifulSoup, name: str) -> str:
    """Return a value written as an element, as its list items one a line, or as an attribute."""
    tag = soup.find(name)
    if tag:
        items = [
            item.get_text(strip=True) for item in tag.find_all("rdf:li")
        ] or [tag.get_text(strip=True)]
        return "\n".join(item for item in items if item)
    holder = soup.find(attrs={name: True})
    return str(holder[name]).strip() if holder else ""


def _from_iptc(image: Image.Image) -> dict[str, object]:
    try:
        info = IptcImagePlugin.getiptcinfo(image) or {}
    except BROKEN:
        return {}
    fields = {
        "creators": CREATOR,
        "creator_job_title": JOB_TITLE,
        "credit_line": CREDIT,
        "source": SOURCE,
    }
    found: dict[str, object] = {
        field: _decoded(info.get((2, key))) for field, key in fields.items()
    }
    found["copyright_notice"] = _decoded(info.get((2, COPYRIGHT)))
    return found | {"date_created": _day(_decoded(info.get((2, DATE))))}


def _decoded(value: bytes | list[bytes] | None) -> str:
    """Return one value or several, one a line; UTF-8 first, then GB18030, as programs in China
    write it.
    """
    lines = []
    for raw in value if isinstance(value, list) else [value or b""]:
        for encoding in ("utf-8", "gb18030"):
            try:
                lines.append(raw.decode(encoding).strip("\0 "))
                break
            except UnicodeDecodeError:
                continue
    return "\n".join(line for line in lines if line)


def _day(digits: str) -> dt.date | None:
    try:
        return (
            dt.datetime.strptime(digits, "%Y%m%d").replace(tzinfo=dt.UTC).date()
        )
    except ValueError:
        return None
