"""Lines that stand under each other put together to blocks, and their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from django.utils.translation import gettext as _

from importing.delivery.files.pdf.pdf_boxes import Box
from importing.delivery.files.pdf.pdf_letters import PrintedLine, closed
from importing.refusal import check_limit

# Type this much larger than the body is a heading; it parts what is above from what is below.
HEADING = 1.25
# Crossheads inside an article are set smaller than this, headlines of articles larger.
HEADLINE = 1.55
# Shares of the type size: the white between two lines of a block, an indent, what a last line falls
# short by.
LEADING = 0.95
INDENT = 1.2
SHORT = 2.2
# Headlines beside each other stand this far apart, in shares of the type size, and are not shorter.
BETWEEN = 1.5
SHORTEST_HEADLINE = 4
# More pieces than any newspaper page has would take too long to order.
MOST_BLOCKS = 600


@dataclass(slots=True)
class TextBlock:
    """Lines that stand under each other in one column and one size."""

    lines: list[PrintedLine]
    box: Box
    size: float
    is_heading: bool = False
    is_headline: bool = False
    is_downwards: bool = False

    @property
    def drawn(self) -> list[int]:
        """The places of its lines in the order of drawing."""
        return [line.drawn for line in self.lines]

    def takes(self, line: PrintedLine) -> bool:
        """Tell whether a line goes on this block."""
        return (
            self._is_right_above(line)
            and self._is_as_large_as(line)
            and self._has_room_for(line)
        )

    def add(self, line: PrintedLine) -> None:
        self.lines.append(line)
        self.box = self.box.around(line.box)

    def goes_on_in(self, other: TextBlock) -> bool:
        """Tell whether both are one line and the other goes on in this one's row."""
        if len(self.lines) > 1:
            return False
        if len(other.lines) > 1:
            return False
        line = self.lines[0]
        following = other.lines[0]
        if not self._is_as_large_as(following):
            return False
        return line.goes_on_in(following)

    def go_on(self, other: TextBlock) -> None:
        """Put the other's line behind this one's."""
        (line,) = self.lines
        (following,) = other.lines
        line.take(following)
        self.box = line.box

    def close_up(self) -> None:
        """Take the spaces out of lines that are set wide."""
        for line in self.lines:
            line.text = closed(line.text)

    def text(self) -> str:
        """Return the words: the lines of a heading stay lines, between paragraphs is a blank
        one.
        """
        if self.is_heading:
            return "\n".join(line.text for line in self.lines)
        return "\n\n".join(self._paragraphs())

    def column(self, width: float) -> Box:
        """Return the box, cut to its first column unless the block is a heading."""
        box = self.box
        if self.is_heading:
            return box
        return replace(box, right=min(box.right, box.left + width))

    def _is_as_large_as(self, line: PrintedLine) -> bool:
        larger = max(self.size, line.size)
        return larger < HEADING * min(self.size, line.size)

    def _is_right_above(self, line: PrintedLine) -> bool:
        last = self.lines[-1].box
        size = max(self.size, line.size)
        if last.middle - line.box.middle <= 0.5 * size:
            return False
        white = last.bottom - line.box.top
        return -0.5 * size < white < LEADING * size

    def _has_room_for(self, line: PrintedLine) -> bool:
        size = max(self.size, line.size)
        left = self.box.left - 2.6 * size
        if not left < line.box.left < self.box.right:
            return False
        right = self.box.right + 1.5 * size
        return line.box.right < right or self._is_indented_over(line)

    def _is_indented_over(self, line: PrintedLine) -> bool:
        """Tell whether the only line so far is indented: the next one may be longer on both
        sides.
        """
        first = self.lines[0].box
        return len(self.lines) == 1 and line.box.left < first.left

    def _paragraphs(self) -> Iterator[str]:
        """Yield the paragraphs: a new one is indented, or the line before it falls short."""
        edges = [line.box.left for line in self.lines]
        left = min(edges)
        first = self.lines[0]
        paragraph = first.text
        for before, line in pairwise(self.lines):
            if self._falls_short(before) or _is_indented(line, left):
                yield paragraph
                paragraph = line.text
            else:
                paragraph += _space(before, line)
                paragraph += line.text
        yield paragraph

    def _falls_short(self, line: PrintedLine) -> bool:
        right = self.box.right - SHORT * line.size
        return line.box.right < right


def body_size(lines: list[PrintedLine]) -> float:
    """Return the size in which most of the page is set."""
    sizes = []
    for line in lines:
        sizes += [line.size] * len(line.text)
    return median(sizes)


def blocks_of(lines: list[PrintedLine]) -> list[TextBlock]:
    """Return the blocks, each line put to the block right above it."""
    message = _("more than %(limit)d pieces of text on one page")
    blocks: list[TextBlock] = []
    from_top = sorted(lines, key=lambda line: -line.box.top)
    for line in from_top:
        above = _block_above(line, blocks)
        if above:
            above.add(line)
            continue
        block = TextBlock([line], line.box, line.size)
        blocks.append(block)
        check_limit(len(blocks), MOST_BLOCKS, message)
    return blocks


def rows_of(blocks: list[TextBlock], body: float) -> list[TextBlock]:
    """Return the blocks with those of one line that are drawn one behind the other in one row put
    together: the parts of a page's head, the names in a table; not headlines beside each other,
    larger than the ``body`` type.
    """
    rows: list[TextBlock] = []
    as_drawn = sorted(blocks, key=_first_drawn)
    for block in as_drawn:
        row = rows[-1] if rows else None
        if row and _is_one_row(row, block, body):
            row.go_on(block)
        else:
            rows.append(block)
    for row in rows:
        row.close_up()
    return rows


def _first_drawn(block: TextBlock) -> int:
    return block.drawn[0]


def _is_one_row(row: TextBlock, block: TextBlock, body: float) -> bool:
    if not row.goes_on_in(block):
        return False
    return not _are_two(row, block, body)


def _are_two(row: TextBlock, block: TextBlock, body: float) -> bool:
    """Tell whether two pieces of a row are headlines of two columns."""
    if row.size < HEADING * body:
        return False
    if block.box.left - row.box.right < BETWEEN * row.size:
        return False
    shorter = min(row.lines[0].text, block.lines[0].text, key=len)
    return len(shorter) >= SHORTEST_HEADLINE


def _block_above(
    line: PrintedLine, blocks: list[TextBlock]
) -> TextBlock | None:
    def nearness(block: TextBlock) -> tuple[float, float]:
        return block.box.beside(line.box), block.lines[-1].box.bottom

    above = (block for block in blocks if block.takes(line))
    return max(above, key=nearness, default=None)


def _is_indented(line: PrintedLine, left: float) -> bool:
    return line.box.left > left + INDENT * line.size


def _space(before: PrintedLine, after: PrintedLine) -> str:
    """Return what parts two lines of a paragraph: a space between Latin words."""
    is_latin = before.ends_in_latin() and after.begins_in_latin()
    if is_latin:
        return " "
    return ""
