"""The order in which the blocks of a page are read.

After T. Breuel, "High performance document layout analysis" (2003): a block comes before what
stands under it, and before what stands to its right, if no block across both parts them. Only
headings and drawn lines part here: a caption in the middle of two columns does not end them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from importing.delivery.files.pdf.pdf_boxes import Box


def in_reading_order(
    boxes: list[Box], headings: Collection[int], lines: Iterable[Box] = ()
) -> list[int]:
    """Return the numbers of the boxes as they are read: down a column, then the next column, unless
    one of the headings, or a line that is drawn across, stands between.
    """
    numbers = sorted(
        range(len(boxes)), key=lambda n: (-boxes[n].top, boxes[n].left)
    )
    parts = [boxes[number] for number in numbers if number in headings]
    page = _Page(boxes, [*parts, *lines])
    before = {number: page.before(number, numbers) for number in numbers}
    return _sorted(numbers, before)


@dataclass(slots=True)
class _Page:
    """The boxes of a page, and what parts what is above from what is below."""

    boxes: list[Box]
    parts: list[Box]

    def before(self, number: int, others: list[int]) -> list[int]:
        """Return which of the others come before a box."""
        return [
            other
            for other in others
            if other != number and self._precedes(other, number)
        ]

    def _precedes(self, one: int, other: int) -> bool:
        first = self.boxes[one]
        second = self.boxes[other]
        if first.beside(second) > 0 or self._are_parted(first, second):
            return first.middle > second.middle
        return first.left <= second.left

    def _are_parted(self, first: Box, second: Box) -> bool:
        return any(
            _is_across(part, first, second)
            for part in self.parts
            if part not in (first, second)
        )


def _is_across(box: Box, one: Box, other: Box) -> bool:
    """Tell whether a box stands between two others and reaches over both."""
    low, high = sorted((one.middle, other.middle))
    if not low < box.middle < high:
        return False
    return box.beside(one) > 0 and box.beside(other) > 0


def _sorted(numbers: list[int], before: dict[int, list[int]]) -> list[int]:
    """Put each after all that come before it; where they go round in a circle, the one further up
    comes first.
    """
    opened: set[int] = set()
    order: dict[int, None] = {}
    for root in numbers:
        waiting = [root]
        while waiting:
            number = waiting[-1]
            missing = []
            if number not in opened:
                opened.add(number)
                missing = [
                    each for each in before[number] if each not in opened
                ]
            waiting += reversed(missing)
            if not missing:
                order.setdefault(waiting.pop())
    return list(order)
