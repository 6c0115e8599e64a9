"""The characters of a PDF page with their boxes, put together to lines."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from django.conf import settings
from django.utils.translation import gettext as _

from importing.refusal import check_limit

# Shares of the type size, measured on set newspaper columns: the space between columns is an em or
# more, justified lines are stretched by less than half of one, and the letters of a Latin word
# touch.
NEXT_COLUMN = 0.95
WORD_SPACE = 0.55
LATIN_SPACE = 0.2
SAME_LINE = 0.4
SAME_SIZE = 1.2
# A glyph whose character the file does not tell is a gap that must be seen.
GAP = "\ufffd"


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page in points; ``top`` is larger than ``bottom``."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def beside(self, other: Box) -> float:
        """Return how much of the narrower of the two stands above or below the other, from 0 to
        1.
        """
        narrower = min(self.width, other.width)
        if narrower <= 0:
            return 0.0
        left = max(self.left, other.left)
        right = min(self.right, other.right)
        return max(right - left, 0.0) / narrower

    def around(self, other: Box) -> Box:
        """Return the box around both."""
        left = min(self.left, other.left)
        bottom = min(self.bottom, other.bottom)
        right = max(self.right, other.right)
        top = max(self.top, other.top)
        return Box(left, bottom, right, top)


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
        return (
            self._is_level_with(other)
            and _alike(self.size, other.size)
            and self._ends_close_to(other)
        )

    def take(self, other: PrintedLine) -> None:
        """Put ``other`` behind this one, with a space where one is seen."""
        if self._is_spaced_from(other):
            self.text += " "
        self.text += other.text
        self.box = self.box.around(other.box)
        self.size = max(self.size, other.size)

    def _is_level_with(self, other: PrintedLine) -> bool:
        apart = abs(self.box.middle - other.box.middle)
        size = min(self.size, other.size)
        return apart < SAME_LINE * size

    def _ends_close_to(self, other: PrintedLine) -> bool:
        size = max(self.size, other.size)
        gap = other.box.left - self.box.right
        return -0.5 * size < gap < NEXT_COLUMN * size

    def _is_spaced_from(self, other: PrintedLine) -> bool:
        if self.text[-1:].isspace():
            return False
        gap = other.box.left - self.box.right
        size = max(self.size, other.size)
        return gap / size > self._seen_space(other)

    def _seen_space(self, other: PrintedLine) -> float:
        """Return the share of the type size from which on a gap before ``other`` is a space."""
        if self.ends_in_latin() and other.begins_in_latin():
            return LATIN_SPACE
        return WORD_SPACE


def printed_lines(page: pdfium.PdfPage) -> list[PrintedLine]:
    """Return the lines of a page from its characters; raise ``ImportRefused`` when there are too
    many.
    """
    letters = page.get_textpage()
    count = letters.count_chars()
    check_limit(
        count,
        settings.MAX_PAGE_BYTES,
        _("too large: more than %(limit)d characters"),
    )
    lines = _joined(_characters(letters, count))
    # Runs that another font or the order of drawing has separated meet on the page.
    lines.sort(key=_place_in_order)
    lines = [line for line in _joined(lines) if line.text.strip()]
    for line in lines:
        line.text = _whole(line.text).strip()
    return lines


def _place_in_order(line: PrintedLine) -> tuple[int, float]:
    """Return what sorts lines from the top down, and from left to right."""
    return -round(line.box.middle), line.box.left


def _characters(
    letters: pdfium.PdfTextPage, count: int
) -> Iterator[PrintedLine]:
    """Yield each character that is drawn as a line of its own."""
    for index in range(count):
        if pdfium.raw.FPDFText_IsGenerated(letters, index) == 1:
            continue
        code = pdfium.raw.FPDFText_GetUnicode(letters, index)
        character = _character(code)
        if not character:
            continue
        box = Box(*letters.get_charbox(index, loose=True))
        if box.height > 0:
            yield PrintedLine(character, box, box.height)


def _character(code: int) -> str:
    """Return the character that a code stands for, "" for what is none or cannot be seen."""
    if not code:
        return GAP
    if code > sys.maxunicode:
        return ""
    character = chr(code)
    return "" if unicodedata.category(character) == "Cc" else character


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
    halves = text.encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace")


def _alike(one: float, other: float) -> bool:
    return max(one, other) < SAME_SIZE * min(one, other)
