"""XML to a tree: nothing outside the file is fetched, no entity of its own is resolved."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.conf import settings
from django.utils.translation import gettext as _

from importing.delivery.encoding import plain_text
from importing.delivery.files.sources import DeliveredFile
from importing.refusal import ImportRefused

# Boxes and digests take several times the room of the words.
TIMES_THE_WORDS = 8
# A word lies some ten elements deep, and each is gone through once for each that it lies in.
DEEPEST = 100


def xml_bytes(file: DeliveredFile) -> bytes:
    """Return a file's bytes; raise ``ImportRefused`` when they are more than any page's."""
    words = settings.MAX_PAGE_BYTES
    limit = TIMES_THE_WORDS * words
    return file.read(limit)


def xml_root(data: bytes) -> Element:
    """Return the root of the tree; raise ``ImportRefused`` for what is no XML, declares a document
    type or lies deeper than any page's.
    """
    # Decoded here, for the parser knows neither GB18030 nor Big5.
    words = plain_text(data).strip()
    try:
        root: Element = fromstring(words, forbid_dtd=True)
    except DefusedXmlException as error:
        raise ImportRefused(
            _("XML with a document type of its own is not read")
        ) from error
    except (ParseError, ValueError) as error:
        raise ImportRefused(
            _("no readable XML file: %(error)s") % {"error": error}
        ) from error
    _check_depth(root)
    return root


def _check_depth(root: Element) -> None:
    level = [root]
    for _depth in range(DEEPEST):
        level = [inner for each in level for inner in each]
    message = _("elements lie deeper in each other than %(limit)d")
    if level:
        raise ImportRefused(message % {"limit": DEEPEST})


def local_name(element: Element) -> str:
    """Return an element's name without its namespace: each version has one of its own."""
    _space, _end, name = element.tag.rpartition("}")
    return name


def elements_named(name: str, around: Element) -> Iterator[Element]:
    """Yield the elements of a name in another one, in the order of the file."""
    for each in around.iter():
        if local_name(each) == name:
            yield each
