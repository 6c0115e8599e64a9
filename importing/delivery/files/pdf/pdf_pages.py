"""PDF files with a text layer: each page of the file is a newspaper page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cached_property, partial

import pypdfium2 as pdfium
from django.conf import settings
from django.utils.translation import gettext as _

from articles.renditions import WIDTHS
from importing.delivery.files.content import (
    Content,
    FilePage,
    digest_of,
    left_out_of,
)
from importing.delivery.files.pdf.pdf_boxes import Box
from importing.delivery.files.pdf.pdf_photos import jpeg_of, photos_on
from importing.delivery.files.pdf.pdf_text import PdfText, pdf_text
from importing.delivery.files.regions import Region, Sheet
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import Identity
from importing.refusal import ImportRefused
from reader.layout.page_head.heads import read_head
from reader.layout.page_head.section_patterns import HEAD_LINES
from reader.layout.page_lines.printed_lines import logical_lines

NEEDS_PASSWORD = 4
# No side of a page's picture is longer, in pixels: JPEG ends at 65,500.
LONGEST = 10_000


def pdf_pages(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the pages of PDF files; ``content`` of a page without text says so."""
    for file in files:
        data = file.read(settings.MAX_FILE_BYTES)
        digest = digest_of(data)
        with closing(_opened(data)) as document:
            pages = _Pages(document)
            for index in range(pages.count):
                name = pages.name(file.name, index)
                content = partial(pages.content, index)
                yield FilePage(
                    name,
                    digest,
                    content,
                    pages.count,
                    files=(file,),
                )


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ImportRefused(_why_closed(error)) from error
    count = len(document)
    if count > settings.MAX_FILE_PAGES:
        document.close()
        words = {"count": count, "limit": settings.MAX_FILE_PAGES}
        raise ImportRefused(_("%(count)d pages, more than %(limit)d") % words)
    return document


def _why_closed(error: pdfium.PdfiumError) -> str:
    if getattr(error, "err_code", None) == NEEDS_PASSWORD:
        return _("encrypted: it needs a password")
    return _("no readable PDF file")


class _Pages:
    """The pages of an open document; what one page says can depend on the others."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self.document = document
        self.count = len(document)

    def name(self, file_name: str, index: int) -> str:
        """Return what a page is called: as its file, with its place if the file has several."""
        if self.count > 1:
            return f"{file_name}#{index + 1}"
        return file_name

    def content(self, index: int) -> Content:
        """Return the text of a page, the picture of it and the photos on it."""
        try:
            with closing(self.document[index]) as page:
                return self._content(page, index)
        except pdfium.PdfiumError as error:
            raise ImportRefused(
                _("this page of the PDF file is damaged")
            ) from error

    def numbered(self, index: int, known: Identity) -> Identity:
        """Return what is known with the place in the file as its label, unless some page's head
        prints one: then places prove nothing.
        """
        if known.page or self.count == 1 or self._has_labels:
            return known
        return replace(known, page=str(index + 1))

    def _content(self, page: pdfium.PdfPage, index: int) -> Content:
        read = pdf_text(page)
        photos = photos_on(page, read.places, read.quarters)
        return Content(
            read.text,
            pictures=tuple(photos.pictures),
            picture=_rendered(page),
            lost=tuple(photos.lost),
            doubts=tuple(read.doubts()),
            regions=tuple(_regions(page, read)),
            left_out=left_out_of(read.drawn, read.text),
            completed=partial(self.numbered, index),
        )

    @cached_property
    def _has_labels(self) -> bool:
        return any(map(self._prints_label, range(self.count)))

    def _prints_label(self, index: int) -> bool:
        try:
            with closing(self.document[index]) as page:
                text = pdf_text(page).text
        except (pdfium.PdfiumError, ImportRefused):
            return False
        return _has_label(text)


def _has_label(text: str) -> bool:
    """Tell whether the first lines of a page or the last ones print its label."""
    lines = logical_lines(text)
    edges = (*lines[:HEAD_LINES], *lines[-HEAD_LINES:])
    heads = map(read_head, edges)
    return any(head.page for head in heads if head)


def _regions(page: pdfium.PdfPage, read: PdfText) -> Iterator[Region]:
    """Yield where the lines of a page stand on its picture, which shows the page turned to the
    right as its file says.
    """
    to_right = page.get_rotation() // 90
    shown = Box(*page.get_bbox()).turned(-to_right)
    sheet = Sheet(shown.width, shown.height)
    for drawn, place in read.columns.lines:
        box = drawn.turned(read.quarters - to_right)
        edges = (
            box.left - shown.left,
            shown.top - box.top,
            box.right - shown.left,
            shown.top - box.bottom,
        )
        region = sheet.region(place.start, place.end, edges)
        if region is not None:
            yield region


def _rendered(page: pdfium.PdfPage) -> bytes:
    """Return the picture of the whole page as JPEG, as wide as the largest that readers are
    shown.
    """
    width, height = page.get_size()
    widest = WIDTHS["full"] / width
    longest = LONGEST / height
    largest = (settings.MAX_IMAGE_PIXELS / (width * height)) ** 0.5
    scale = min(widest, longest, largest)
    with closing(page.render(scale=scale)) as bitmap:
        return jpeg_of(bitmap)
