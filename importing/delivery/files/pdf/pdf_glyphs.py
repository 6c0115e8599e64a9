"""The characters that are drawn on a PDF page, each with its place, its size and its font."""

from __future__ import annotations

import ctypes
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product

import pypdfium2 as pdfium
from django.conf import settings
from django.utils.translation import gettext as _
from pypdfium2 import raw

from importing.delivery.files.pdf.pdf_boxes import Box
from importing.refusal import check_limit

# A glyph whose character the file does not tell is a gap that must be seen.
GAP = "\ufffd"
# Where a character stands on its base line, as shares of the type size: Chinese type hangs a little
# below it.
BELOW = 0.12
ABOVE = 0.88
# So many characters of a page are asked how it is turned.
SAMPLE = 500
# A shadow lies this close under its character, in shares of the type size.
SHADOW = 0.2
NEAR = (-1, 0, 1)
Square = tuple[str, int, int]


@dataclass(slots=True)
class Glyph:
    """A character as it is drawn: ``size`` is that of its type in points, ``font`` stands for its
    font. ``is_told`` says whether the file tells which character it is, ``is_spaced`` whether
    PDFium sees a space before it that is not drawn.
    """

    character: str
    box: Box
    size: float
    font: int
    is_told: bool = True
    is_spaced: bool = False


@dataclass(frozen=True, slots=True)
class _Type:
    """What the characters of one piece of text share: size, width of a full character, font."""

    size: float
    full: float
    font: int
    quarters: int


def glyphs_of(page: pdfium.PdfPage) -> tuple[list[Glyph], int]:
    """Return the characters of a page in the order in which they are drawn, and by how many
    quarters to the left most of them are turned; raise ``ImportRefused`` when there are too many.

    They stand where they would if the page were turned so that these are upright."""
    letters = page.get_textpage()
    count = letters.count_chars()
    check_limit(
        count,
        settings.MAX_PAGE_BYTES,
        _("too large: more than %(limit)d characters"),
    )
    drawn = _Drawn(letters)
    drawn.quarters = drawn.turned_by(count)
    shown = Box(*page.get_bbox()).turned(-drawn.quarters)
    once = list(_once(drawn.glyphs(count)))
    glyphs = [each for each in once if shown.surrounds(each.box)] or once
    for glyph, following in pairwise(glyphs):
        _end_before(glyph, following)
    return glyphs, drawn.quarters


class _Drawn:
    """The characters of a page's text, and what those of one piece share, asked for once."""

    def __init__(self, letters: pdfium.PdfTextPage) -> None:
        self.letters = letters
        self.quarters = 0
        self._types: dict[int | None, _Type] = {}

    def turned_by(self, count: int) -> int:
        """Return by how many quarters to the left most characters are turned."""
        step = count // SAMPLE + 1
        seen = Counter(
            self._type(index).quarters for index in range(0, count, step)
        )
        [(quarters, _often)] = seen.most_common(1) or [(0, 0)]
        return quarters

    def glyphs(self, count: int) -> Iterator[Glyph]:
        is_spaced = False
        for index in range(count):
            if raw.FPDFText_IsGenerated(self.letters, index) == 1:
                is_spaced = True
                continue
            glyph = self._glyph(index)
            if glyph is not None:
                glyph.is_spaced = is_spaced
                is_spaced = False
                yield glyph

    def _glyph(self, index: int) -> Glyph | None:
        code = raw.FPDFText_GetUnicode(self.letters, index)
        character, is_told = _character(code)
        if raw.FPDFText_HasUnicodeMapError(self.letters, index) == 1:
            character = GAP
            is_told = False
        if not character:
            return None
        kind = self._type(index)
        if kind.size <= 0:
            return None
        box = self._box(index, character, kind)
        if box.height <= 0:
            return None
        return Glyph(character, box, kind.size, kind.font, is_told)

    def _type(self, index: int) -> _Type:
        piece = raw.FPDFText_GetTextObject(self.letters, index)
        key = ctypes.addressof(piece.contents) if piece else None
        if key is None or key not in self._types:
            self._types[key] = self._type_of(index, piece)
        return self._types[key]

    def _type_of(self, index: int, piece: object) -> _Type:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.letters, index, matrix)
        size = raw.FPDFText_GetFontSize(self.letters, index)
        font = raw.FPDFTextObj_GetFont(piece) if piece else None
        return _Type(
            size * _length(matrix.c, matrix.d),
            size * _length(matrix.a, matrix.b),
            ctypes.addressof(font.contents) if font else 0,
            _quarters(matrix),
        )

    def _box(self, index: int, character: str, kind: _Type) -> Box:
        """Return where a character stands: as wide as its type says, however little of that is
        black.
        """
        loose = Box(*self.letters.get_charbox(index, loose=True))
        loose = loose.turned(-self.quarters)
        x, y = self._origin(index)
        if _is_set_downwards(loose, x, y, kind.size):
            return loose
        bottom = y - BELOW * kind.size
        top = y + ABOVE * kind.size
        left = min(x, loose.left)
        right = loose.right
        if _is_full(character) and loose.height < ABOVE * kind.size:
            # The box of a font drawn by the file itself is what is black of it.
            right = max(right, left + kind.full)
        return Box(left, bottom, right, top)

    def _origin(self, index: int) -> tuple[float, float]:
        """Return where the base line of a character begins."""
        x = ctypes.c_double()
        y = ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.letters, index, x, y)
        place = Box(x.value, y.value, x.value, y.value).turned(-self.quarters)
        return place.left, place.bottom


def _once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """Yield the characters without those drawn again in their place, for a shadow or for bolder
    type.
    """
    drawn: dict[Square, list[Box]] = {}
    for glyph in glyphs:
        if not _is_drawn(glyph, drawn):
            square = _square(glyph)
            held = drawn.setdefault(square, [])
            held.append(glyph.box)
            yield glyph


def _is_drawn(glyph: Glyph, drawn: Mapping[Square, list[Box]]) -> bool:
    """Tell whether the same character is drawn in this place already."""
    character, across, down = _square(glyph)
    for aside, below in product(NEAR, NEAR):
        square = (character, across + aside, down + below)
        for box in drawn.get(square, ()):
            if _are_one(glyph, box):
                return True
    return False


def _square(glyph: Glyph) -> Square:
    """Return a character with the square of the page, as large as the type, that it stands in."""
    size = glyph.size
    across = int(glyph.box.centre / size)
    down = int(glyph.box.middle / size)
    return glyph.character, across, down


def _are_one(glyph: Glyph, box: Box) -> bool:
    slack = SHADOW * glyph.size
    across = abs(glyph.box.centre - box.centre)
    down = abs(glyph.box.middle - box.middle)
    return max(across, down) < slack


def _quarters(matrix: raw.FS_MATRIX) -> int:
    """Return by how many quarters to the left what a matrix draws is turned, 0 for what is
    mirrored.
    """
    if matrix.a * matrix.d - matrix.b * matrix.c <= 0:
        return 0
    if abs(matrix.a) >= abs(matrix.b):
        return 0 if matrix.a > 0 else 2
    return 1 if matrix.b > 0 else 3


def _end_before(glyph: Glyph, following: Glyph) -> None:
    """Let a character end where the next one of its line begins."""
    box = glyph.box
    begins = following.box.left
    if box.left < begins < box.right and box.level(following.box) > 0.5:
        glyph.box = Box(box.left, box.bottom, begins, box.top)


def _is_set_downwards(box: Box, x: float, y: float, size: float) -> bool:
    """Tell whether a character hangs below its origin, as in a font for vertical lines."""
    slack = 0.3 * size
    lowest = box.top - slack
    if y < lowest:
        return False
    aside = abs(x - box.centre)
    return aside < slack


def _is_full(character: str) -> bool:
    return unicodedata.east_asian_width(character[0]) in "WF"


def _length(one: float, other: float) -> float:
    return float((one * one + other * other) ** 0.5)


def _character(code: int) -> tuple[str, bool]:
    """Return the character that a code stands for and whether it is told; "" for what cannot be
    seen.
    """
    if not code:
        return GAP, False
    if code > sys.maxunicode:
        return "", True
    character = chr(code)
    if unicodedata.category(character) == "Cc":
        return "", True
    return character, True
