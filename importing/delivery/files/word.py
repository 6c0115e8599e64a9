"""Word files (docx): one newspaper page each, its paragraphs in order, its pictures before their
captions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
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
        written = _WordText(document.part.related_parts)
        for paragraph in list(_paragraphs(document.element)):
            written.add(_text_of(paragraph), _pictures_in(paragraph))
        return written.content()
    except DAMAGED as error:
        raise ImportRefused(_("no readable docx file")) from error


@dataclass
class _WordText:
    """A page's text while its paragraphs are put one under the other, and its pictures.

    A picture is nearest to what follows it, and next to what it stands in; ``waiting`` are the keys
    of those that nothing follows yet."""

    parts: Mapping[str, Part]
    text: str = ""
    pictures: list[Picture] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    before: Near | None = None

    def add(self, words: str, keys: list[str]) -> None:
        """Write a paragraph with the pictures in it."""
        if words.strip():
            self._write(words)
        self.waiting += keys

    def content(self) -> Content:
        """Return the page; pictures that nothing follows belong to what they stand in."""
        self._place_waiting([])
        return Content(self.text, pictures=tuple(self.pictures))

    def _write(self, words: str) -> None:
        self.text += "\n\n" if self.text else ""
        start = len(self.text)
        self.text += words
        here = Near(0, start, len(self.text))
        self._place_waiting([here])
        self.before = here

    def _place_waiting(self, near: list[Near]) -> None:
        if self.before:
            near = [*near, replace(self.before, distance=1)]
        for key in self.waiting:
            self.pictures.append(_picture(self.parts[key], near))
        self.waiting = []


def _picture(part: Part, near: list[Near]) -> Picture:
    name = str(part.partname).rpartition("/")[2]
    return Picture(part.blob, name, tuple(near))


def _paragraphs(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the paragraphs of text, tables and text boxes in order; text boxes are written twice,
    for older programs.
    """
    for paragraph in element.iter(PARAGRAPH):
        if not any(map(_is_fallback, paragraph.iterancestors())):
            yield paragraph


def _is_fallback(element: BaseOxmlElement) -> bool:
    return element.tag.endswith("}" + FALLBACK)


def _own(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the elements of a paragraph without those of paragraphs inside it."""
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if _is_inline(element):
            yield element
            waiting += reversed(element)


def _is_inline(element: BaseOxmlElement) -> bool:
    # Comments and processing instructions have a function as their tag.
    if not isinstance(element.tag, str):
        return False
    if element.tag == PARAGRAPH:
        return False
    return not _is_fallback(element)


def _text_of(paragraph: BaseOxmlElement) -> str:
    return "".join(map(_written, _own(paragraph)))


def _written(element: BaseOxmlElement) -> str:
    """Return the words of an element, or the white space it stands for."""
    if element.tag == TEXT:
        return element.text or ""
    return WRITTEN.get(element.tag, "")


def _pictures_in(paragraph: BaseOxmlElement) -> list[str]:
    """Return the keys of the pictures that are inside the file, not only linked from it."""
    keys = [each.get(DATA) for each in _own(paragraph) if each.tag == PICTURE]
    return [key for key in keys if key]
