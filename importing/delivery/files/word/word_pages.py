"""Word files (docx): one newspaper page each, its paragraphs in order, its pictures before their
captions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from importing.delivery.files.archives import BROKEN, check_package
from importing.delivery.files.content import (
    Content,
    FilePage,
    Near,
    Picture,
    digest_of,
    left_out_of,
)
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.files.word.word_numbers import list_numbers
from importing.delivery.files.word.word_view import (
    CELL,
    PARAGRAPH,
    TABLE,
    TEXT,
    FinalView,
    final_view,
)
from importing.refusal import ImportRefused

# Longer than what stands in a cell of a table; a longer one is a column of the page.
LONGEST_CELL = 60
OUTSIDE_TEXT = ("/footnotes", "/endnotes", "/header", "/footer")
# 3, - 3 -, 第3页共9页
PAGE_NUMBER = re.compile(r"[\s\d第共页頁,/\uff0c.\-\u2014\u00b7]*")
PICTURE = qn("a:blip")
DATA = qn("r:embed")
WRITTEN = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
# What the libraries raise for a package whose parts are missing, damaged or no XML.
DAMAGED = (*BROKEN, PackageNotFoundError, AttributeError, TypeError)


def word_pages(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the page that each docx file is."""
    for file in files:
        data = file.read(settings.MAX_FILE_BYTES)
        yield FilePage(
            file.name, digest_of(data), partial(_content, data), files=(file,)
        )


def _content(data: bytes) -> Content:
    check_package(data)
    try:
        document = Document(BytesIO(data))
        view = final_view(document.styles.element)
        view = replace(view, numbers=_numbers(document, view))
        written = _written_text(document, view)
        shown = "".join(_shown(document, view))
        left_out = left_out_of(shown, written.text)
        content = written.content()
        return replace(content, left_out=left_out)
    except DAMAGED as error:
        raise ImportRefused(_("no readable docx file")) from error


def _numbers(
    document: WordDocument, view: FinalView
) -> dict[BaseOxmlElement, str]:
    """Return what Word writes before paragraphs that are seen, by the paragraph."""
    numbers = list_numbers(document)
    paragraphs = view.paragraphs(document.element)
    return {each: numbers.before(each) for each in paragraphs}


def _written_text(document: WordDocument, view: FinalView) -> _WordText:
    """Return the paragraphs and tables of a document one under the other."""
    written = _WordText(document.part.related_parts)
    before = ""
    for part in list(_parts(document.element, view)):
        words = before + _text_of(part, view)
        pictures = _pictures_in(part, view)
        goes_on = part.tag == PARAGRAPH and view.runs_on(part)
        before = ""
        if goes_on:
            before = words
            words = ""
        written.add(words, pictures)
    written.add(before, [])
    return written


def _shown(document: WordDocument, view: FinalView) -> Iterator[str]:
    """Yield all words that are seen, with those of heads, feet and notes, which are of no
    paragraph; numbers of pages apart.
    """
    yield from view.words_of(document.element)
    relations = document.part.rels
    for each in relations.values():
        kind = each.reltype
        if not each.is_external and kind.endswith(OUTSIDE_TEXT):
            part = parse_xml(each.target_part.blob)
            words = "".join(view.words_of(part))
            if not PAGE_NUMBER.fullmatch(words):
                yield words


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
        if self.text:
            self.text += "\n\n"
        start = len(self.text)
        self.text += words
        end = len(self.text)
        here = Near(0, start, end)
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


def _parts(
    element: BaseOxmlElement, view: FinalView
) -> Iterator[BaseOxmlElement]:
    """Yield the paragraphs and the tables of data under an element, in order; those of text boxes,
    and of tables that only lay the page out, one by one.
    """
    for each in view.inside(element):
        if each.tag == PARAGRAPH:
            yield each
            yield from _parts(each, view)
        elif each.tag == TABLE and _is_data(each, view):
            yield each
        elif each.tag == TABLE:
            yield from _parts(each, view)


def _is_data(table: BaseOxmlElement, view: FinalView) -> bool:
    """Tell whether each cell of a table is a few words."""
    cells = [cell for row in view.rows(table) for cell in _cells(row, view)]
    return all(map(_is_short, cells))


def _is_short(cell: str) -> bool:
    if len(cell) > LONGEST_CELL:
        return False
    return "\n" not in cell


def _cells(row: BaseOxmlElement, view: FinalView) -> list[str]:
    """Return the words in each cell of a row, paragraphs on lines of their own."""
    cells = (each for each in view.inside(row) if each.tag == CELL)
    return [_words_of_cell(cell, view) for cell in cells]


def _words_of_cell(cell: BaseOxmlElement, view: FinalView) -> str:
    texts = (_text_of(part, view) for part in _parts(cell, view))
    return "\n".join(filter(str.strip, texts)).strip()


def _text_of(part: BaseOxmlElement, view: FinalView) -> str:
    """Return the words of a paragraph, or of a table with a line a row."""
    if part.tag == TABLE:
        rows = ("\t".join(_cells(row, view)) for row in view.rows(part))
        return "\n".join(filter(str.strip, rows))
    words = "".join(map(_written, view.inside(part)))
    number = view.numbers.get(part, "")
    return f"{number}{words}" if words.strip() else words


def _written(element: BaseOxmlElement) -> str:
    """Return the words of an element, or the white space it stands for."""
    tag = element.tag
    if tag == TEXT:
        return element.text or ""
    return WRITTEN.get(tag, "")


def _pictures_in(part: BaseOxmlElement, view: FinalView) -> list[str]:
    """Return the keys of the pictures that are inside the file, not only linked from it."""
    elements = part.iter() if part.tag == TABLE else view.inside(part)
    keys = [each.get(DATA) for each in elements if each.tag == PICTURE]
    return [key for key in keys if key]
