"""What the EXIF data of a file says; its text fields hold ASCII by the rule, and whatever a program
wrote in fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image
from PIL.ExifTags import IFD, Base

from articles.iptc.stated_bytes import decoded, readable

# By field, what is asked first: Windows writes UTF-16 into fields of its own.
ASKED = {
    "caption": (
        Base.XPTitle,
        Base.ImageDescription,
        Base.XPSubject,
        Base.XPComment,
    ),
    "creators": (Base.XPAuthor, Base.Artist),
    "copyright_notice": (Base.Copyright,),
}
IN_UTF_16 = frozenset(
    {Base.XPTitle, Base.XPSubject, Base.XPComment, Base.XPAuthor}
)
BETWEEN_NAMES = ";"


def stated_in_exif(image: Image.Image) -> dict[str, str]:
    """Return the fields that the EXIF data of an open picture states, several values one a line;
    raise what Pillow raises for damaged data.
    """
    exif = image.getexif()
    stated = {field: _first(exif, tags) for field, tags in ASKED.items()}
    names = stated["creators"].split(BETWEEN_NAMES)
    taken = _words(exif.get_ifd(IFD.Exif).get(Base.DateTimeOriginal))
    return stated | {
        "creators": "\n".join(filter(None, map(str.strip, names))),
        "date_created": _digits_of(taken),
    }


def _first(exif: Image.Exif, tags: tuple[Base, ...]) -> str:
    return next(_stated(exif, tags), "")


def _stated(exif: Image.Exif, tags: tuple[Base, ...]) -> Iterator[str]:
    """Yield what stands under these tags and can be read."""
    for tag in tags:
        words = _words_under(tag, exif.get(tag))
        if words:
            yield words


def _words_under(tag: Base, value: object) -> str:
    if tag in IN_UTF_16:
        return _wide(value)
    return _words(value)


def _words(value: object) -> str:
    """Return the words of a text field, whose bytes Pillow gives as Latin characters."""
    if isinstance(value, str):
        value = value.encode("latin-1", "ignore")
    return decoded(value) if isinstance(value, bytes) else ""


def _wide(value: object) -> str:
    """Return the words of one of the fields of Windows, "" for what is no UTF-16."""
    try:
        raw = bytes(value) if isinstance(value, tuple | bytes) else b""
        return readable(raw.decode("utf-16-le"))
    except ValueError:
        return ""


def _digits_of(moment: str) -> str:
    """Return the day of 2019:03:14 09:30:00 as IPTC writes it."""
    day = moment[:10]
    return day.replace(":", "")
