"""What parts a page: how far a heading reaches over the columns, and lines that are drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from functools import reduce

import pypdfium2 as pdfium

from importing.delivery.files.pdf.pdf_boxes import Box

# A drawn line is thinner and longer than this, in points.
THIN = 4.0
LONG = 60.0
# A heading's columns begin this close under it, in heights of its type.
CLOSE = 3.0
# What stands beside a heading takes up at least this much of its height.
BESIDE = 0.3


@dataclass(slots=True)
class Partings:
    """What is drawn on a page that words stand around: lines across, lines down, pictures."""

    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)

    @property
    def beside(self) -> list[Box]:
        """What a heading does not reach over."""
        return [*self.down, *self.pictures]


def partings_on(page: pdfium.PdfPage, quarters: int = 0) -> Partings:
    """Return the lines and the pictures on a page whose text is turned to the left by so many
    quarters, as they stand when it is turned back.
    """
    raw = pdfium.raw
    partings = Partings()
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    for drawn in page.get_objects(kinds):
        box = Box(*drawn.get_bounds()).turned(-quarters)
        if drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
            partings.pictures.append(box)
        elif box.height < THIN and box.width > LONG:
            partings.across.append(box)
        elif box.width < THIN and box.height > LONG:
            partings.down.append(box)
    return partings


def over_columns(
    boxes: list[Box], headings: Collection[int], partings: Partings
) -> list[Box]:
    """Return the boxes, those of headings as wide as the columns that they stand over.

    A heading that is set to the left, or narrow in the middle, parts all columns under it for as
    far as nothing stands beside it."""
    reached = list(boxes)
    for number in headings:
        others = [box for each, box in enumerate(boxes) if each != number]
        beside = [*others, *partings.beside]
        columns = (
            box for each, box in enumerate(boxes) if each not in headings
        )
        reached[number] = _reaching(boxes[number], beside, columns)
    return reached


def _reaching(
    heading: Box, beside: Iterable[Box], columns: Iterable[Box]
) -> Box:
    left, right = _free(heading, beside)
    reached = heading
    for column in columns:
        is_free = left <= column.left and column.right <= right
        if is_free and _begins_under(heading, column):
            reached = replace(
                reached,
                left=min(reached.left, column.left),
                right=max(reached.right, column.right),
            )
    return reached


def _free(heading: Box, beside: Iterable[Box]) -> tuple[float, float]:
    """Return from where to where nothing stands beside a heading."""
    left = float("-inf")
    right = float("inf")
    centre = heading.centre
    for box in _level_with(heading, beside):
        if box.left >= centre:
            right = min(right, box.left)
        elif box.right <= centre:
            left = max(left, box.right)
    return left, right


def _level_with(heading: Box, beside: Iterable[Box]) -> Iterator[Box]:
    for box in beside:
        bottom = max(box.bottom, heading.bottom)
        top = min(box.top, heading.top)
        if top - bottom > BESIDE * heading.height:
            yield box


def _begins_under(heading: Box, column: Box) -> bool:
    below = heading.bottom - column.top
    return -BESIDE * heading.height <= below <= CLOSE * heading.height


def over_level_columns(heading: Box, columns: Iterable[Box]) -> Box:
    """Return a heading that runs downwards as if it stood above the columns that it stands beside:
    it is read before them, on whichever side of them it is.
    """
    level = [box for box in columns if _is_level(heading, box)]
    left = min([heading.left, *(box.left for box in level)])
    right = max([heading.right, *(box.right for box in level)])
    top = max([heading.top, *(box.top for box in level)])
    return Box(left, top, right, top + heading.width)


def _is_level(heading: Box, column: Box) -> bool:
    slack = heading.width
    highest = heading.top + slack
    lowest = heading.bottom - slack
    if column.top > highest:
        return False
    return column.bottom >= lowest


def bands_over(boxes: list[Box], headings: Set[int]) -> Iterator[Box]:
    """Yield the white bands that go all across a page above a row of headings, under which all
    columns begin anew.
    """
    for height in {boxes[number].top for number in headings}:
        if not _is_white(boxes, height):
            continue
        firsts = _firsts_below(boxes, height)
        if len(firsts) > 1 and headings >= firsts:
            yield _band(boxes, height)


def _is_white(boxes: list[Box], height: float) -> bool:
    crossed = (box.bottom < height < box.top for box in boxes)
    return not any(crossed)


def _band(boxes: list[Box], height: float) -> Box:
    page = reduce(Box.around, boxes)
    left = page.left
    right = page.right
    return Box(left, height, right, height)


def _firsts_below(boxes: list[Box], height: float) -> set[int]:
    """Return the boxes below a height over which no other of them stands."""
    below = [n for n, box in enumerate(boxes) if box.top <= height]
    held = [boxes[number] for number in below]
    return {n for n in below if not _is_under_any(boxes[n], held)}


def _is_under_any(box: Box, others: Iterable[Box]) -> bool:
    """Tell whether one of the other boxes stands over a box."""
    for other in others:
        if other.middle > box.middle and other.beside(box) > 0:
            return True
    return False
