"""Word files (docx): one newspaper page each, its paragraphs in order, its pictures before their
captions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from importing.delivery.files.archives import BROKEN, check_package
from importing.delivery.files.content import (
    Content,
    FilePage,
    Near,
    Picture,
    digest_of,
)
from importing.delivery.files.sources import DeliveredFile
from importing.refusal import ImportRefused

PARAGRAPH = qn("w:p")
FALLBACK = "Fallback"
PICTURE = qn("a:blip")
DATA = qn("r:embed")
WRITTEN = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
TEXT = qn("w:t")
# What the libraries raise for a package whose parts are missing, damaged or no XML.
DAMAGED = (*BROKEN, PackageNotFoundError, AttributeError, TypeError)


def word_pages(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the page that each docx file is."""
    for file in files:
        data = file.read(settings.MAX_FILE_BYTES)
        yield FilePage(file.name, digest_of(data), partial(_content, data))


def _content(data: bytes) -> Content:
    check_package(data)
    try:
        document = Document(BytesIO(data))
        paragraphs = [
            (_text_of(paragraph), _pictures_in(paragraph))
            for paragraph in _paragraphs(document.element)
        ]
        return _laid_out(paragraphs, document.part.related_parts)
    except DAMAGED as error:
        raise ImportRefused(_("no readable docx file")) from error


def _laid_out(
    paragraphs: list[tuple[str, list[str]]], parts: dict[str, object]
) -> Content:
    """Put the paragraphs one under the other; a picture is nearest to what follows it, and next to
    what it stands in.
    """
    text = ""
    waiting = []
    pictures = []
    before: Near | None = None
    for words, keys in paragraphs:
        if words.strip():
            text += "\n\n" if text else ""
            here = Near(0, len(text), len(text) + len(words))
            text += words
            pictures += [
                _picture(parts, key, [here, *_farther(before)])
                for key in waiting
            ]
            waiting = []
            before = here
        waiting += keys
    pictures += [_picture(parts, key, _farther(before)) for key in waiting]
    return Content(text, pictures=tuple(pictures))


def _farther(place: Near | None) -> list[Near]:
    return [Near(1, place.start, place.end)] if place else []


def _picture(parts: dict[str, object], key: str, near: list[Near]) -> Picture:
    part = parts[key]
    return Picture(
        part.blob, str(part.partname).rpartition("/")[2], tuple(near)
    )


def _paragraphs(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the paragraphs of text, tables and text boxes in order; text boxes are written twice,
    for older programs.
    """
    for paragraph in element.iter(PARAGRAPH):
        if not any(
            _is_fallback(ancestor) for ancestor in paragraph.iterancestors()
        ):
            yield paragraph


def _is_fallback(element: BaseOxmlElement) -> bool:
    return element.tag.endswith("}" + FALLBACK)


def _own(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the elements of a paragraph without those of paragraphs inside it."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if (
            isinstance(element.tag, str)
            and element.tag != PARAGRAPH
            and not _is_fallback(element)
        ):
            yield element
            waiting += reversed(element)


def _text_of(paragraph: BaseOxmlElement) -> str:
    pieces = (
        WRITTEN.get(each.tag, each.text or "" if each.tag == TEXT else "")
        for each in _own(paragraph)
    )
    return "".join(pieces)


def _pictures_in(paragraph: BaseOxmlElement) -> list[str]:
    """Return the keys of the pictures that are inside the file, not only linked from it."""
    keys = [each.get(DATA) for each in _own(paragraph) if each.tag == PICTURE]
    return [key for key in keys if key]
