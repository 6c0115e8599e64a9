"""What a packet of XMP says."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from articles.iptc.iptc_names import (
    DEFAULT,
    IN_XMP,
    ITEM,
    LANGUAGE,
    PropertyShape,
)
from articles.iptc.stated_bytes import decoded

# In bytes; a packet in a JPEG has 65,502 at most, one elsewhere may hold a small picture.
LONGEST = 1_000_000
BEGINNING = 4
# What the parser raises for a packet that is none, also for an encoding that nobody knows.
UNREADABLE = (ParseError, DefusedXmlException, ValueError, LookupError)


def stated_in_xmp(packet: bytes) -> dict[str, str]:
    """Return the fields that a packet states, several values one a line; nothing of one that
    cannot be read.
    """
    if not packet or len(packet) > LONGEST:
        return {}
    root = _root(packet.strip(b"\0"))
    if root is None:
        root = _root(_text(packet))
    if root is None:
        return {}
    stated = {
        field: _value(root, name, shape)
        for field, (name, shape) in IN_XMP.items()
    }
    return stated | {"date_created": _digits(stated["date_created"])}


def _root(packet: bytes | str) -> Element | None:
    try:
        root: Element = fromstring(packet, forbid_dtd=True)
    except UNREADABLE:
        return None
    return root


def _text(packet: bytes) -> str:
    """Return the words of a packet that is in another encoding than it says."""
    if b"\0" in packet[:BEGINNING]:
        is_little = packet.find(b"<") % 2 == 0
        encoding = "utf-16-le" if is_little else "utf-16-be"
        text = packet.decode(encoding, "replace")
        return text.strip("\ufeff\0")
    return decoded(packet)


def _value(root: Element, name: str, shape: PropertyShape) -> str:
    """Return a value written as an element, or as an attribute."""
    element = next(root.iter(name), None)
    if element is not None:
        return "\n".join(_words(element, shape))
    attributes = (each.get(name, "") for each in root.iter())
    return next(filter(None, attributes), "")


def _words(element: Element, shape: PropertyShape) -> Iterator[str]:
    """Yield the items of a property; of several languages the first, or the one for all."""
    held = list(element.iter(ITEM))
    items = held or [element]
    if shape == PropertyShape.LANGUAGES:
        items.sort(key=_is_of_one_language)
        del items[1:]
    for item in items:
        pieces = item.itertext()
        words = "".join(pieces)
        yield words.strip()


def _is_of_one_language(item: Element) -> bool:
    return item.get(LANGUAGE, DEFAULT) != DEFAULT


def _digits(moment: str) -> str:
    """Return the day of 2019-03-14T09:30:00 as IPTC writes it."""
    day = moment[:10]
    return day.replace("-", "")
