"""The order in which a file draws its text: most programs write a story from its first line to its
last.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from importing.delivery.files.pdf.pdf_blocks import TextBlock
from importing.delivery.files.pdf.pdf_boxes import Box

LEVEL = 0.5


def drawn_order(
    blocks: Sequence[TextBlock], boxes: Sequence[Box]
) -> list[int] | None:
    """Return the numbers of the blocks as they are drawn, None when nobody would read them so:
    upwards in a column, from the right to the left, or two blocks line by line.
    """
    order = sorted(range(len(blocks)), key=lambda n: blocks[n].drawn[0])
    drawn = [line for number in order for line in blocks[number].drawn]
    if any(later < earlier for earlier, later in pairwise(drawn)):
        return None
    for place, number in enumerate(order):
        for later in order[place + 1 :]:
            if _comes_before(boxes[later], boxes[number]):
                return None
    return order


def _comes_before(one: Box, other: Box) -> bool:
    """Tell whether a block is read before another wherever they stand on the page."""
    if one.beside(other) > 0:
        return one.middle > other.middle
    return one.right <= other.left and one.level(other) > LEVEL
