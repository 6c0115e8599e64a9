"""Places on a PDF page."""

from __future__ import annotations

from dataclasses import dataclass


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

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    def beside(self, other: Box) -> float:
        """Return how much of the narrower of the two stands above or below the other, from 0 to
        1.
        """
        narrower = min(self.width, other.width)
        left = max(self.left, other.left)
        right = min(self.right, other.right)
        return _share(right - left, narrower)

    def level(self, other: Box) -> float:
        """Return how much of the lower of the two stands left or right of the other, from 0 to
        1.
        """
        lower = min(self.height, other.height)
        bottom = max(self.bottom, other.bottom)
        top = min(self.top, other.top)
        return _share(top - bottom, lower)

    def surrounds(self, other: Box) -> bool:
        """Tell whether the middle of the other stands in this one."""
        if not self.left <= other.centre <= self.right:
            return False
        return self.bottom <= other.middle <= self.top

    def around(self, other: Box) -> Box:
        """Return the box around both."""
        left = min(self.left, other.left)
        bottom = min(self.bottom, other.bottom)
        right = max(self.right, other.right)
        top = max(self.top, other.top)
        return Box(left, bottom, right, top)

    def turned(self, quarters: int = 1) -> Box:
        """Return the box on the page turned to the left by so many quarters, to the right where
        they are less than none.

        By one: what was read downwards is read to the right, what followed to the left follows
        below."""
        box = self
        for _quarter in range(quarters % 4):
            box = Box(-box.top, box.left, -box.bottom, box.right)
        return box

    def turned_back(self) -> Box:
        """Return the box on the page as it was before it was turned by a quarter."""
        return self.turned(-1)


def _share(part: float, whole: float) -> float:
    if whole <= 0:
        return 0.0
    counted = max(part, 0.0)
    return counted / whole
