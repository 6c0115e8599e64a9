"""Where the text of a delivered page stands on the page, as far as its file says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.geometry import WHOLE


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle that holds the text ``start``..``end`` of a page; its edges are ten-thousandths
    of the page's width and height, from the left and from the top.
    """

    start: int
    end: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a width and a height in its file's own units, whose places are told from the upper
    left corner.
    """

    width: float
    height: float

    def region(
        self, start: int, end: int, edges: Sequence[float]
    ) -> Region | None:
        """Return where a text stands whose ``edges`` are left, top, right and bottom; None when
        nothing of it is on the page.
        """
        if self.width <= 0 or self.height <= 0:
            return None
        left, top, right, bottom = edges
        region = Region(
            start,
            end,
            _share(left, self.width),
            _share(top, self.height),
            _share(right, self.width),
            _share(bottom, self.height),
        )
        if region.left >= region.right or region.top >= region.bottom:
            return None
        return region


def _share(place: float, whole: float) -> int:
    share = round(place / whole * WHOLE)
    if share < 0:
        return 0
    return min(share, WHOLE)
