"""The characters of a PDF page put together to lines, those that run downwards as well."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from importing.delivery.files.pdf.pdf_boxes import Box
from importing.delivery.files.pdf.pdf_glyphs import Glyph

# Shares of the type size, measured on set newspaper columns: the space between columns is an em or
# more, justified lines are stretched by less than half of one, and the letters of a Latin word
# touch.
NEXT_COLUMN = 0.95
WORD_SPACE = 0.55
LATIN_SPACE = 0.2
# Where PDFium sees a space as well, a narrow one is one.
SEEN_SPACE = 0.15
# Pieces of one line that are not drawn one behind the other stand closer than columns.
APART = 0.5
SAME_LINE = 0.4
SAME_SIZE = 1.2
# How far a character stands below the one before it in a line that runs downwards.
NEXT_BELOW = (0.75, 1.7)
# Fewer characters under each other are a narrow column, not a line.
SHORTEST_DOWNWARDS = 3
# 早 稻 育 秧; not 王 文, two characters padded to the width of three.
SET_WIDE = re.compile(
    "[\u3400-\u4dbf\u4e00-\u9fff](?: [\u3400-\u4dbf\u4e00-\u9fff]){2,}"
)


@dataclass(slots=True)
class PrintedLine:
    """A run of characters on one line of one column; ``size`` is that of its type in points,
    ``drawn`` and ``drawn_last`` the places of its first and last character in the order of drawing,
    ``is_spaced`` whether PDFium sees a space before it.
    """

    text: str
    box: Box
    size: float
    drawn: int = 0
    drawn_last: int = 0
    is_spaced: bool = False
    is_downwards: bool = False

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
        self.drawn = min(self.drawn, other.drawn)
        self.drawn_last = max(self.drawn_last, other.drawn_last)

    def goes_on_in(self, other: PrintedLine) -> bool:
        """Tell whether ``other`` is drawn right behind this one and stands farther on in its
        row.
        """
        return (
            self.drawn_last + 1 == other.drawn
            and self._is_level_with(other)
            and other.box.left >= self.box.right
        )

    def turned(self) -> PrintedLine:
        """Return the line as it stands on the page turned to the left by a quarter."""
        return replace(self, box=self.box.turned())

    def _is_level_with(self, other: PrintedLine) -> bool:
        apart = abs(self.box.middle - other.box.middle)
        size = min(self.size, other.size)
        return apart < SAME_LINE * size

    def _ends_close_to(self, other: PrintedLine) -> bool:
        size = max(self.size, other.size)
        gap = other.box.left - self.box.right
        is_next = self.drawn_last + 1 == other.drawn
        most = NEXT_COLUMN if is_next else APART
        return -0.5 * size < gap < most * size

    def _is_spaced_from(self, other: PrintedLine) -> bool:
        if self.text[-1:].isspace():
            return False
        gap = other.box.left - self.box.right
        size = max(self.size, other.size)
        return gap / size > self._seen_space(other)

    def _seen_space(self, other: PrintedLine) -> float:
        """Return the share of the type size from which on a gap before ``other`` is a space."""
        if other.is_spaced:
            return SEEN_SPACE
        if self.ends_in_latin() and other.begins_in_latin():
            return LATIN_SPACE
        return WORD_SPACE


def printed_lines(glyphs: list[Glyph]) -> list[PrintedLine]:
    """Return the lines that the characters of a page make up."""
    across: list[PrintedLine] = []
    lines: list[PrintedLine] = []
    for run in _runs(glyphs):
        if run[0].is_downwards:
            lines.append(_downwards(run))
        else:
            across += run
    # Runs that another font or the order of drawing has separated meet on the page.
    joined = _joined(across)
    from_top = sorted(joined, key=_place_in_order)
    lines += _joined(from_top)
    for line in lines:
        whole = _whole(line.text).strip()
        line.text = closed(whole)
    return [line for line in lines if line.text]


def _runs(glyphs: list[Glyph]) -> list[list[PrintedLine]]:
    """Return the characters, those that stand under each other in lists of their own."""
    pieces = [
        PrintedLine(
            glyph.character,
            glyph.box,
            glyph.size,
            number,
            number,
            glyph.is_spaced,
        )
        for number, glyph in enumerate(glyphs)
    ]
    runs: list[list[PrintedLine]] = []
    for piece in pieces:
        if runs and _is_right_below(runs[-1], piece):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    _mark_downwards(runs)
    return runs


def _mark_downwards(runs: list[list[PrintedLine]]) -> None:
    """Mark the characters of lines that run downwards; where most do, short ones do as well."""
    long = [run for run in runs if len(run) >= SHORTEST_DOWNWARDS]
    is_usual = 2 * sum(map(len, long)) > sum(map(len, runs))
    for run, following in zip_longest(runs, runs[1:]):
        goes_across = bool(following) and run[0].touches(following[0])
        is_line = len(run) >= SHORTEST_DOWNWARDS or (
            is_usual and not goes_across
        )
        for piece in run:
            piece.is_downwards = is_line


def _is_right_below(run: list[PrintedLine], piece: PrintedLine) -> bool:
    """Tell whether a character stands right under the last one of a run, which goes on
    downwards.
    """
    last = run[-1]
    if not _alike(last.size, piece.size):
        return False
    least, most = NEXT_BELOW
    down = (last.box.middle - piece.box.middle) / last.size
    aside = abs(last.box.centre - piece.box.centre) / last.size
    return least < down < most and aside < SAME_LINE


def _downwards(run: list[PrintedLine]) -> PrintedLine:
    """Return the line of characters that stand under each other."""
    turned = _joined(piece.turned() for piece in run)
    first = turned[0]
    for other in turned[1:]:
        first.text += other.text
    box = run[0].box
    for piece in run[1:]:
        box = box.around(piece.box)
    return replace(run[0], text=first.text, box=box, drawn_last=run[-1].drawn)


def _place_in_order(line: PrintedLine) -> tuple[int, float]:
    """Return what sorts lines from the top down, and from left to right."""
    return -round(line.box.middle), line.box.left


def _joined(pieces: Iterable[PrintedLine]) -> list[PrintedLine]:
    lines: list[PrintedLine] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last and last.touches(piece):
            last.take(piece)
        elif piece.text.strip():
            lines.append(piece)
    return lines


def _whole(text: str) -> str:
    """Put the halves of a character outside the basic plane together; one that came alone is a
    gap.
    """
    halves = text.encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace")


def closed(text: str) -> str:
    """Return a line that is set wide, a space behind every character, without the spaces."""
    if SET_WIDE.fullmatch(text) is None:
        return text
    return text.replace(" ", "")


def _alike(one: float, other: float) -> bool:
    return max(one, other) < SAME_SIZE * min(one, other)
