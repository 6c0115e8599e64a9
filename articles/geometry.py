"""Where words stand on the picture of their page: few rectangles made of many lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

# A line of a page: start and end in its text, then left, top, right and bottom edge in
# ten-thousandths of the page's width and height.
LineEdges = Sequence[int]
# A page is so wide, and so high.
WHOLE = 10_000
# Lines of one column: as high as each other but for this much, no farther apart than this many
# heights of a line, together no wider than this many times the wider one.
AS_HIGH = 1.5
APART = 1.2
AS_WIDE = 1.15


class Rectangle(NamedTuple):
    """A place on a page, in ten-thousandths of its width and height."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def around(self, other: Rectangle) -> Rectangle:
        """Return the rectangle around both."""
        return Rectangle(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def holds(self, other: Rectangle) -> bool:
        """Tell whether another one lies in this one."""
        both = self.around(other)
        return both == self


def rectangles_of(
    spans: Iterable[tuple[int, int]], lines: Sequence[LineEdges]
) -> list[Rectangle]:
    """Return where these pieces of a page's text stand, in their order; nothing where the page's
    file does not tell. ``lines`` are in the order of the text.
    """
    found: list[Rectangle] = []
    height = 0
    for line in _lines_in(spans, lines):
        column = found[-1] if found else None
        if column and _goes_on(column, height, line):
            found[-1] = column.around(line)
        elif line not in found:
            found.append(line)
        height = line.height
    return found


def _lines_in(
    spans: Iterable[tuple[int, int]], lines: Sequence[LineEdges]
) -> Iterator[Rectangle]:
    """Yield the lines that hold some of these pieces."""
    ends = [line[1] for line in lines]
    for start, end in spans:
        first = bisect_right(ends, start)
        reached = lines[first:]
        for line in reached:
            begins, _ends, *edges = line
            if begins >= end:
                break
            yield Rectangle(*edges)


def _goes_on(column: Rectangle, height: int, line: Rectangle) -> bool:
    """Tell whether a line stands under a column whose last line is so high."""
    lower = min(height, line.height)
    higher = max(height, line.height)
    if higher > AS_HIGH * lower:
        return False
    white = line.top - column.bottom
    farthest = APART * lower
    if not -lower < white < farthest:
        return False
    together = column.around(line)
    widest = AS_WIDE * max(column.width, line.width)
    return together.width <= widest
