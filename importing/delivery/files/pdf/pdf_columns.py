"""Lines on a page to text in reading order: blocks to columns, headings over them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from importing.delivery.files.content import Near
from importing.delivery.files.pdf.pdf_blocks import (
    HEADING,
    HEADLINE,
    TextBlock,
    blocks_of,
    body_size,
    rows_of,
)
from importing.delivery.files.pdf.pdf_boxes import Box
from importing.delivery.files.pdf.pdf_drawing import drawn_order
from importing.delivery.files.pdf.pdf_letters import PrintedLine
from importing.delivery.files.pdf.pdf_order import in_reading_order
from importing.delivery.files.pdf.pdf_parting import (
    Partings,
    bands_over,
    over_columns,
    over_level_columns,
)

# More of the page than this in lines that run downwards: it is read from the right to the left.
MOSTLY_DOWNWARDS = 0.5


PrintedPlace = tuple[Box, Near]


@dataclass(frozen=True, slots=True)
class ColumnText:
    """The text of a page in reading order; ``places`` are its blocks, on the page and in the text,
    ``lines`` likewise its lines.

    ``differs`` is the place in the text from which on columns and the order of drawing say
    otherwise, None where they agree."""

    text: str
    places: tuple[PrintedPlace, ...]
    lines: tuple[PrintedPlace, ...]
    differs: int | None = None


def page_text(lines: list[PrintedLine], partings: Partings) -> ColumnText:
    """Return the text of a page, its columns as its white bands and headings part them, or as it
    is drawn where that can be read.

    A blank line stands between blocks and paragraphs, two before the headline of another article;
    the lines of a heading stay lines, those of a paragraph are one."""
    blocks, order, drawn = _ordered(lines, partings)
    text = ""
    before: TextBlock | None = None
    places: list[PrintedPlace] = []
    printed: list[PrintedPlace] = []
    differs = None
    for place, number in enumerate(order):
        block = blocks[number]
        text += _space_before(block, before) if before else ""
        before = block
        if differs is None and drawn[place] != number:
            differs = len(text)
        start = len(text)
        text += block.text()
        places.append((_on_page(block, block.box), Near(0, start, len(text))))
        printed += _lines_of(block, text, start)
    return ColumnText(text, tuple(places), tuple(printed), differs)


def _lines_of(
    block: TextBlock, text: str, start: int
) -> Iterator[PrintedPlace]:
    """Yield where each line of a block stands that is written from ``start`` on."""
    for line in block.lines:
        start = text.index(line.text, start)
        end = start + len(line.text)
        box = _on_page(block, line.box)
        yield box, Near(0, start, end)
        start = end


def _space_before(block: TextBlock, before: TextBlock) -> str:
    """Return what parts two blocks: more before the headline of another article."""
    if block.is_headline and not before.is_heading:
        return "\n\n\n"
    return "\n\n"


def _on_page(block: TextBlock, box: Box) -> Box:
    """Return a box of a block as it stands on the page."""
    if block.is_downwards:
        return box.turned_back()
    return box


def _ordered(
    lines: list[PrintedLine], partings: Partings
) -> tuple[list[TextBlock], list[int], list[int]]:
    """Return the blocks of a page, their numbers as they are read, and as the other order would
    have them.
    """
    body = body_size(lines)
    blocks = _blocks(lines, body)
    for block in blocks:
        block.is_heading = block.size > HEADING * body
        block.is_headline = block.size > HEADLINE * body
    if _is_read_downwards(lines):
        boxes = [_turned_box(block) for block in blocks]
        parted = Partings()
    else:
        boxes = _boxes(blocks)
        parted = partings
    headings = {n for n, block in enumerate(blocks) if block.is_heading}
    reached = over_columns(boxes, headings, parted)
    across = [*parted.across, *bands_over(boxes, headings)]
    by_columns = in_reading_order(reached, headings, across)
    as_drawn = drawn_order(blocks, boxes)
    if as_drawn is not None:
        return blocks, as_drawn, by_columns
    order = sorted(by_columns, key=lambda n: blocks[n].drawn[0])
    return blocks, by_columns, order


def _blocks(lines: list[PrintedLine], body: float) -> list[TextBlock]:
    """Return the blocks, those of lines that run downwards on the page turned to the left."""
    across = [line for line in lines if not line.is_downwards]
    turned = [line.turned() for line in lines if line.is_downwards]
    downwards = blocks_of(turned)
    for block in downwards:
        block.is_downwards = True
    return [*rows_of(blocks_of(across), body), *downwards]


def _is_read_downwards(lines: list[PrintedLine]) -> bool:
    total = sum(len(line.text) for line in lines)
    downwards = sum(len(line.text) for line in lines if line.is_downwards)
    return downwards > MOSTLY_DOWNWARDS * total


def _turned_box(block: TextBlock) -> Box:
    if block.is_downwards:
        return block.box
    return block.box.turned()


def _boxes(blocks: list[TextBlock]) -> list[Box]:
    """Return where the blocks stand for the order: each in its first column, a heading that runs
    downwards over the columns beside it.
    """
    width = _column_width(blocks)
    columns = [
        block.column(width)
        for block in blocks
        if not block.is_heading and not block.is_downwards
    ]
    boxes = []
    for block in blocks:
        if not block.is_downwards:
            boxes.append(block.column(width))
        elif block.is_heading:
            boxes.append(
                over_level_columns(_on_page(block, block.box), columns)
            )
        else:
            boxes.append(_on_page(block, block.box))
    return boxes


def _column_width(blocks: list[TextBlock]) -> float:
    """Return how wide the usual column is; without one no box is too wide."""
    widths = [
        block.box.width
        for block in blocks
        if len(block.lines) > 2 and not block.is_heading
    ]
    return median(widths) if widths else float("inf")
