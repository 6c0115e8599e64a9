"""The characters of a PDF page with their boxes, put together to lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from django.conf import settings
from django.utils.translation import gettext as _

from importing.refusal import ImportRefused

# Shares of the type size, measured on set newspaper columns: the space between columns is an em or
# more, justified lines are stretched by less than half of one, and the letters of a Latin word
# touch.
NEXT_COLUMN = 0.95
WORD_SPACE = 0.55
LATIN_SPACE = 0.2
SAME_LINE = 0.4
SAME_SIZE = 1.2


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page in points; ``top`` is larger than ``bottom``."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def beside(self, other: Box) -> float:
        """Return how much of the narrower of the two stands above or below the other, from 0 to
        1.
        """
        shared = min(self.right, other.right) - max(self.left, other.left)
        narrower = min(self.right - self.left, other.right - other.left)
        return max(shared, 0.0) / narrower if narrower > 0 else 0.0

    def around(self, other: Box) -> Box:
        """Return the box around both."""
        left = min(self.left, other.left)
        bottom = min(self.bottom, other.bottom)
        return Box(
            left, bottom, max(self.right, other.right), max(self.top, other.top)
        )


@dataclass(slots=True)
class PrintedLine:
    """A run of characters on one line of one column; ``size`` is the height of its type in
    points.
    """

    text: str
    box: Box
    size: float

    def ends_in_latin(self) -> bool:
        return self.text[-1:].isascii() and self.text[-1:].isalnum()

    def begins_in_latin(self) -> bool:
        return self.text[:1].isascii() and self.text[:1].isalnum()

    def touches(self, other: PrintedLine) -> bool:
        """Tell whether ``other`` goes on where this one ends, on the same line of the same
        column.
        """
        size = max(self.size, other.size)
        gap = other.box.left - self.box.right
        is_level = abs(self.box.middle - other.box.middle) < SAME_LINE * min(
            self.size, other.size
        )
        return (
            is_level
            and _alike(self.size, other.size)
            and -0.5 * size < gap < NEXT_COLUMN * size
        )

    def take(self, other: PrintedLine) -> None:
        """Put ``other`` behind this one, with a space where one is seen."""
        gap = (other.box.left - self.box.right) / max(self.size, other.size)
        is_latin = self.ends_in_latin() and other.begins_in_latin()
        is_spaced = (
            gap > (LATIN_SPACE if is_latin else WORD_SPACE)
            and not self.text[-1:].isspace()
        )
        self.text += (" " if is_spaced else "") + other.text
        self.box = self.box.around(other.box)
        self.size = max(self.size, other.size)


def printed_lines(page: pdfium.PdfPage) -> list[PrintedLine]:
    """Return the lines of a page from its characters; raise ``ImportRefused`` when there are too
    many.
    """
    letters = page.get_textpage()
    count = letters.count_chars()
    if count > settings.MAX_PAGE_BYTES:
        raise ImportRefused(
            _("too large: more than %(limit)d characters")
            % {"limit": settings.MAX_PAGE_BYTES}
        )
    lines = _joined(_characters(letters, count))
    # Runs that another font or the order of drawing has separated meet on the page.
    lines.sort(key=lambda line: (-round(line.box.middle), line.box.left))
    lines = [line for line in _joined(lines) if line.text.strip()]
    for line in lines:
        line.text = _whole(line.text).strip()
    return lines


def _characters(
    letters: pdfium.PdfTextPage, count: int
) -> Iterator[PrintedLine]:
    for index in range(count):
        if pdfium.raw.FPDFText_IsGenerated(letters, index) == 1:
            continue
        code = pdfium.raw.FPDFText_GetUnicode(letters, index)
        # A glyph whose character the file does not tell is a gap that must be seen.
        character = chr(code) if code else "\ufffd"
        if code > 0x10FFFF or unicodedata.category(character) == "Cc":
            continue
        box = Box(*letters.get_charbox(index, loose=True))
        if box.height > 0:
            yield PrintedLine(character, box, box.height)


def _joined(pieces: Iterable[PrintedLine]) -> list[PrintedLine]:
    lines: list[PrintedLine] = []
    for piece in pieces:
        if lines and lines[-1].touches(piece):
            lines[-1].take(piece)
        else:
            lines.append(piece)
    return lines


def _whole(text: str) -> str:
    """Put the halves of a character outside the basic plane together; one that came alone is a
    gap.
    """
    return text.encode("utf-16-le", "surrogatepass").decode(
        "utf-16-le", "replace"
    )


def _alike(one: float, other: float) -> bool:
    return max(one, other) < SAME_SIZE * min(one, other)
