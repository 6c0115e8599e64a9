"""The photos on a page of a PDF file, each with the text near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pypdfium2 as pdfium
from django.conf import settings
from django.utils.translation import gettext as _

from importing.delivery.files.content import Near, Picture
from importing.delivery.files.pdf.pdf_boxes import Box
from importing.refusal import ImportRefused, check_limit

JPEG = "DCTDecode"
# Smaller on the page (in points) than any photo: rules, ornaments, the QR code beside a headline.
SMALLEST = 60
# A picture that covers this much of the page is the scan behind the text.
WHOLE_PAGE = 0.8
MOST_PICTURES = 200
# How far from its picture a caption stands, as a share of the page's height; beside and above it is
# looked for last.
REACH = 0.08
ABOVE = 1.5
BESIDE = 2.0


@dataclass(slots=True)
class PagePhotos:
    """The photos on a page, and what is said of those that cannot be taken.

    ``places`` are the blocks of text, on the page and in the text, which is turned to the left by
    so many ``quarters``: all boxes are those on the page turned back."""

    page_box: Box
    places: Sequence[tuple[Box, Near]]
    quarters: int = 0
    pictures: list[Picture] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def take(self, image: pdfium.PdfImage, number: int) -> None:
        """Take in the page's picture of this number, unless it is too small or the scan."""
        box = Box(*image.get_bounds()).turned(-self.quarters)
        if not self._is_photo(box):
            return
        name = _("picture %(number)d of the page") % {"number": number}
        try:
            data = _data_of(image)
        except ImportRefused as refusal:
            self.lost.append(f"{name}: {refusal}")
            return
        self.pictures.append(Picture(data, name, self._near(box)))

    def _is_photo(self, box: Box) -> bool:
        if min(box.width, box.height) < SMALLEST:
            return False
        return box.area <= WHOLE_PAGE * self.page_box.area

    def _near(self, picture: Box) -> tuple[Near, ...]:
        """Return the text in reach of a picture, the nearest first: what stands under it is nearer
        than what stands elsewhere.
        """
        reach = REACH * self.page_box.height
        distances = (
            (_distance(picture, box), place) for box, place in self.places
        )
        found = [
            Near(distance, place.start, place.end)
            for distance, place in distances
            if distance <= reach
        ]
        return tuple(sorted(found, key=lambda near: near.distance))


def photos_on(
    page: pdfium.PdfPage,
    places: Sequence[tuple[Box, Near]],
    quarters: int = 0,
) -> PagePhotos:
    """Return the photos on a page whose blocks of text stand at ``places`` and are turned to the
    left by so many quarters.
    """
    page_box = Box(*page.get_mediabox()).turned(-quarters)
    photos = PagePhotos(page_box, places, quarters)
    images = page.get_objects([pdfium.raw.FPDF_PAGEOBJ_IMAGE])
    for number, image in enumerate(images, 1):
        if number > MOST_PICTURES:
            photos.lost.append(
                _("more than %(limit)d pictures on one page")
                % {"limit": MOST_PICTURES}
            )
            break
        photos.take(image, number)
    return photos


def jpeg_of(bitmap: pdfium.PdfBitmap) -> bytes:
    """Return a picture as the bytes of a JPEG file."""
    output = BytesIO()
    picture = bitmap.to_pil().convert("RGB")
    picture.save(output, "JPEG", quality=85)
    return output.getvalue()


def _data_of(image: pdfium.PdfImage) -> bytes:
    width, height = image.get_px_size()
    message = _("more than %(limit)d pixels")
    pixels = width * height
    check_limit(pixels, settings.MAX_IMAGE_PIXELS, message)
    try:
        if image.get_filters(skip_simple=True) == [JPEG]:
            data = image.get_data(decode_simple=True)
            return bytes(data)
        bitmap = image.get_bitmap()
        return jpeg_of(bitmap)
    except (pdfium.PdfiumError, OSError, ValueError) as error:
        raise ImportRefused(_("damaged or of an unknown kind")) from error


def _distance(picture: Box, text: Box) -> float:
    """Return how far a text is from a picture in points, more for one beside or above it."""
    sideways = max(text.left - picture.right, picture.left - text.right, 0.0)
    below = picture.bottom - text.top
    above = text.bottom - picture.top
    if sideways:
        return (sideways + max(below, above, 0.0)) * BESIDE
    if text.middle < picture.bottom:
        return max(below, 0.0)
    return max(above, 0.0) * ABOVE + 1.0
