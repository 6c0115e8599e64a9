"""Lines on a page to text in reading order: lines to blocks, blocks to columns, headings over
them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from django.utils.translation import gettext as _

from importing.delivery.files.content import Near
from importing.delivery.files.pdf_letters import Box, PrintedLine
from importing.refusal import ImportRefused

# Type this much larger than the body is a heading; it parts what is above from what is below.
HEADING = 1.25
# Shares of the type size: the white between two lines of a block, an indent, what a last line falls
# short by.
LEADING = 0.95
INDENT = 1.2
SHORT = 2.2
# More pieces than any newspaper page has would take too long to order.
MOST_BLOCKS = 600


@dataclass(slots=True)
class TextBlock:
    """Lines that stand under each other in one column and one size."""

    lines: list[PrintedLine]
    box: Box
    size: float
    is_heading: bool = False
    paragraphs: list[str] = field(default_factory=list)

    def takes(self, line: PrintedLine) -> bool:
        """Tell whether a line goes on this block."""
        last = self.lines[-1]
        size = max(self.size, line.size)
        white = last.box.bottom - line.box.top
        is_alike = max(self.size, line.size) < HEADING * min(
            self.size, line.size
        )
        is_below = (
            -0.5 * size < white < LEADING * size
            and last.box.middle - line.box.middle > 0.5 * size
        )
        fits = line.box.right < self.box.right + 1.5 * size or (
            len(self.lines) == 1 and line.box.left < last.box.left
        )
        return (
            is_alike
            and is_below
            and fits
            and self.box.left - 2.6 * size < line.box.left < self.box.right
        )


def page_text(lines: list[PrintedLine]) -> tuple[str, list[tuple[Box, Near]]]:
    """Return the text of a page in reading order, and where each block of it stands, on the page
    and in the text.

    A blank line stands between blocks and paragraphs; the lines of a heading stay lines, those of a
    paragraph are one."""
    blocks = blocks_of(lines)
    body = body_size(lines)
    for block in blocks:
        block.is_heading = block.size > HEADING * body
        if block.is_heading:
            block.paragraphs = ["\n".join(line.text for line in block.lines)]
        else:
            block.paragraphs = paragraphs_of(block)
    text = ""
    places = []
    for block in in_reading_order(blocks):
        text += "\n\n" if text else ""
        written = "\n\n".join(block.paragraphs)
        places.append((block.box, Near(0, len(text), len(text) + len(written))))
        text += written
    return text, places


def body_size(lines: list[PrintedLine]) -> float:
    """Return the size in which most of the page is set."""
    return median(
        size for line in lines for size in [line.size] * len(line.text)
    )


def blocks_of(lines: list[PrintedLine]) -> list[TextBlock]:
    """Return the blocks, each line put to the block right above it."""
    blocks: list[TextBlock] = []
    for line in sorted(lines, key=lambda line: -line.box.top):
        above = [block for block in blocks if block.takes(line)]
        if above:
            block = max(
                above,
                key=lambda block: (
                    block.box.beside(line.box),
                    block.lines[-1].box.bottom,
                ),
            )
            block.lines.append(line)
            block.box = block.box.around(line.box)
        else:
            blocks.append(TextBlock([line], line.box, line.size))
        if len(blocks) > MOST_BLOCKS:
            raise ImportRefused(
                _("more than %(limit)d pieces of text on one page")
                % {"limit": MOST_BLOCKS}
            )
    return blocks


def paragraphs_of(block: TextBlock) -> list[str]:
    """Return the paragraphs of a block: a new one is indented, or the line before it falls
    short.
    """
    paragraphs: list[str] = []
    before: PrintedLine | None = None
    left = min(line.box.left for line in block.lines)
    for line in block.lines:
        is_indented = line.box.left > left + INDENT * line.size
        if (
            before is None
            or is_indented
            or before.box.right < block.box.right - SHORT * before.size
        ):
            paragraphs.append(line.text)
        else:
            space = (
                " " if before.ends_in_latin() and line.begins_in_latin() else ""
            )
            paragraphs[-1] += space + line.text
        before = line
    return paragraphs


def in_reading_order(blocks: list[TextBlock]) -> list[TextBlock]:
    """Return the blocks as they are read: down a column, then the next column, unless a heading
    stands between.

    After T. Breuel, "High performance document layout analysis" (2003): a block comes before what
    stands under it, and before what stands to its right, if no block across both parts them. Only
    headings part here: a caption in the middle of two columns does not end them.
    """
    columns = _columns_of(blocks)
    top_left = sorted(
        range(len(blocks)), key=lambda n: (-columns[n].top, columns[n].left)
    )
    parts = [n for n in top_left if blocks[n].is_heading]
    before: dict[int, list[int]] = {}
    for number in top_left:
        earlier = [
            other
            for other in top_left
            if other != number and _precedes(other, number, columns, parts)
        ]
        before[number] = earlier
    return [blocks[number] for number in _sorted(top_left, before)]


def _columns_of(blocks: list[TextBlock]) -> list[Box]:
    """Return the boxes, those wider than a column cut to their first column unless they are
    headings.
    """
    widths = [
        block.box.right - block.box.left
        for block in blocks
        if len(block.lines) > 2 and not block.is_heading
    ]
    width = median(widths) if widths else float("inf")
    boxes = []
    for block in blocks:
        box = block.box
        right = (
            box.right if block.is_heading else min(box.right, box.left + width)
        )
        boxes.append(Box(box.left, box.bottom, right, box.top))
    return boxes


def _precedes(one: int, other: int, boxes: list[Box], parts: list[int]) -> bool:
    first = boxes[one]
    second = boxes[other]
    if first.beside(second) > 0:
        return first.middle > second.middle
    if first.left > second.left:
        return False
    low, high = sorted((first, second), key=lambda box: box.middle)
    return not any(
        high.middle > boxes[part].middle > low.middle
        and boxes[part].beside(first) > 0
        and boxes[part].beside(second) > 0
        for part in parts
        if part not in (one, other)
    )


def _sorted(numbers: list[int], before: dict[int, list[int]]) -> list[int]:
    """Put each after all that come before it; where they go round in a circle, the one further up
    comes first.
    """
    done: dict[int, bool] = {}
    order: list[int] = []
    for root in numbers:
        waiting = [root]
        while waiting:
            number = waiting[-1]
            missing = (
                []
                if number in done
                else [other for other in before[number] if other not in done]
            )
            done.setdefault(number, False)
            waiting += reversed(missing)
            if not missing:
                waiting.pop()
                if not done[number]:
                    done[number] = True
                    order.append(number)
    return order
