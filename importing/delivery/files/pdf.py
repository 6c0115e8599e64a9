"""PDF files with a text layer: each page of the file is a newspaper page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cached_property, partial
from io import BytesIO

import pypdfium2 as pdfium
from django.conf import settings
from django.utils.translation import gettext as _

from articles.renditions import WIDTHS
from importing.delivery.files.content import (
    Content,
    FilePage,
    Near,
    Picture,
    digest_of,
)
from importing.delivery.files.pdf_columns import page_text
from importing.delivery.files.pdf_letters import Box, printed_lines
from importing.delivery.files.sources import DeliveredFile
from importing.refusal import ImportRefused
from reader.layout.page_head.heads import read_head
from reader.layout.page_head.section_patterns import HEAD_LINES
from reader.layout.page_lines.printed_lines import logical_lines

NEEDS_PASSWORD = 4
JPEG = "DCTDecode"
# Smaller on the page (in points) than any photo: rules, ornaments, the QR code beside a headline.
SMALLEST = 60
# A picture that covers this much of the page is the scan behind the text.
WHOLE_PAGE = 0.8
MOST_PICTURES = 200
# No side of a page's picture is longer, in pixels: JPEG ends at 65,500.
LONGEST = 10_000
# How far from its picture a caption stands, as a share of the page's height; beside and above it is
# looked for last.
REACH = 0.08
ABOVE = 1.5
BESIDE = 2.0


def pdf_pages(files: Sequence[DeliveredFile]) -> Iterator[FilePage]:
    """Yield the pages of PDF files; ``content`` of a page without text says so."""
    for file in files:
        data = file.read(settings.MAX_FILE_BYTES)
        digest = digest_of(data)
        with closing(_opened(data)) as document:
            pages = _Pages(document)
            for index in range(pages.count):
                name = (
                    f"{file.name}#{index + 1}" if pages.count > 1 else file.name
                )
                yield FilePage(
                    name, digest, partial(pages.content, index), pages.count
                )


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == NEEDS_PASSWORD:
            raise ImportRefused(_("encrypted: it needs a password")) from error
        raise ImportRefused(_("no readable PDF file")) from error
    if (count := len(document)) > settings.MAX_FILE_PAGES:
        document.close()
        words = {"count": count, "limit": settings.MAX_FILE_PAGES}
        raise ImportRefused(_("%(count)d pages, more than %(limit)d") % words)
    return document


class _Pages:
    """The pages of an open document; what one page says can depend on the others."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self.document = document
        self.count = len(document)

    def content(self, index: int) -> Content:
        """Return the text of a page, the picture of it and the photos on it."""
        try:
            with closing(self.document[index]) as page:
                text, places = _text_of(page)
                pictures, lost = _photos_on(page, places)
                return Content(
                    text,
                    pictures=pictures,
                    picture=_rendered(page),
                    lost=lost,
                    number=partial(self.number, index),
                )
        except pdfium.PdfiumError as error:
            raise ImportRefused(
                _("this page of the PDF file is damaged")
            ) from error

    def number(self, index: int) -> str | None:
        """Return the place in the file as a label, unless some page's head prints one: then places
        prove nothing.
        """
        return None if self.count == 1 or self._has_labels else str(index + 1)

    @cached_property
    def _has_labels(self) -> bool:
        return any(map(self._prints_label, range(self.count)))

    def _prints_label(self, index: int) -> bool:
        try:
            with closing(self.document[index]) as page:
                lines = logical_lines(_text_of(page)[0])
        except (pdfium.PdfiumError, ImportRefused):
            return False
        heads = (
            read_head(line)
            for line in (*lines[:HEAD_LINES], *lines[-HEAD_LINES:])
        )
        return any(head.page for head in heads if head)


def _text_of(page: pdfium.PdfPage) -> tuple[str, list[tuple[Box, Near]]]:
    # Characters stand where they would on the page before it is turned.
    lines = printed_lines(page)
    if lines:
        return page_text(lines)
    fonts = map(
        pdfium.raw.FPDFTextObj_GetFont,
        page.get_objects([pdfium.raw.FPDF_PAGEOBJ_TEXT]),
    )
    if not all(map(pdfium.raw.FPDFFont_GetIsEmbedded, fonts)):
        # PDFium drops a character that stands alone when no font at hand can draw it.
        raise ImportRefused(
            _(
                "its font is neither in the file nor on this machine: install a Chinese font"
            )
        )
    raise ImportRefused(
        _(
            "there is no text layer on this page: recognise its text first, or deliver it as text"
        )
    )


def _rendered(page: pdfium.PdfPage) -> bytes:
    """Return the picture of the whole page as JPEG, as wide as the largest that readers are
    shown.
    """
    width, height = page.get_size()
    scale = min(
        WIDTHS["full"] / width,
        LONGEST / height,
        (settings.MAX_IMAGE_PIXELS / (width * height)) ** 0.5,
    )
    with closing(page.render(scale=scale)) as bitmap:
        return _jpeg(bitmap)


def _jpeg(bitmap: pdfium.PdfBitmap) -> bytes:
    output = BytesIO()
    bitmap.to_pil().convert("RGB").save(output, "JPEG", quality=85)
    return output.getvalue()


# Photos


def _photos_on(
    page: pdfium.PdfPage, places: list[tuple[Box, Near]]
) -> tuple[tuple[Picture, ...], tuple[str, ...]]:
    """Return the photos on a page with the text near each, and what is said of those that cannot be
    taken.
    """
    pictures = []
    lost = []
    left, bottom, right, top = page.get_mediabox()
    width = right - left
    height = top - bottom
    for number, image in enumerate(
        page.get_objects([pdfium.raw.FPDF_PAGEOBJ_IMAGE]), 1
    ):
        if number > MOST_PICTURES:
            lost.append(
                _("more than %(limit)d pictures on one page")
                % {"limit": MOST_PICTURES}
            )
            break
        box = Box(*image.get_bounds())
        across = box.right - box.left
        if (
            min(across, box.height) < SMALLEST
            or across * box.height > WHOLE_PAGE * width * height
        ):
            continue
        name = _("picture %(number)d of the page") % {"number": number}
        try:
            pictures.append(
                Picture(
                    _data_of(image), name, _near(box, places, REACH * height)
                )
            )
        except ImportRefused as refusal:
            lost.append(f"{name}: {refusal}")
    return tuple(pictures), tuple(lost)


def _data_of(image: pdfium.PdfImage) -> bytes:
    width, height = image.get_px_size()
    if width * height > settings.MAX_IMAGE_PIXELS:
        raise ImportRefused(
            _("more than %(limit)d pixels")
            % {"limit": settings.MAX_IMAGE_PIXELS}
        )
    try:
        if image.get_filters(skip_simple=True) == [JPEG]:
            return bytes(image.get_data(decode_simple=True))
        return _jpeg(image.get_bitmap())
    except (pdfium.PdfiumError, OSError, ValueError) as error:
        raise ImportRefused(_("damaged or of an unknown kind")) from error


def _near(
    picture: Box, places: list[tuple[Box, Near]], reach: float
) -> tuple[Near, ...]:
    """Return the blocks of text by their distance: what stands under a picture is nearer than what
    stands elsewhere.
    """
    found = [
        Near(_distance(picture, box), place.start, place.end)
        for box, place in places
    ]
    return tuple(
        sorted(
            (near for near in found if near.distance <= reach),
            key=lambda near: near.distance,
        )
    )


def _distance(picture: Box, text: Box) -> float:
    sideways = max(text.left - picture.right, picture.left - text.right, 0.0)
    if sideways:
        upright = max(picture.bottom - text.top, text.bottom - picture.top, 0.0)
        return (sideways + upright) * BESIDE
    if text.middle < picture.bottom:
        return max(picture.bottom - text.top, 0.0)
    return max(text.bottom - picture.top, 0.0) * ABOVE + 1.0
