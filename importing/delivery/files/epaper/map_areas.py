"""The map on an e-paper's page picture: which place of it leads to which article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from importing.delivery.files.markup_tree import attribute

NUMBER = re.compile(r"\d+(?:\.\d+)?")
# 350 and 350px, not 100%.
PIXELS = re.compile(r"(\d{1,5}(?:\.\d+)?)(?:px)?")


@dataclass(frozen=True, slots=True)
class Area:
    """A place on the picture that leads to a link: its left, top, right and bottom edge in the
    pixels of the picture as it is shown.
    """

    link: str
    edges: tuple[float, float, float, float]


def areas_of(root: LexborNode) -> Iterator[Area]:
    """Yield the rectangles and polygons of the map, these with the rectangle around them."""
    for element in root.css("area"):
        link = attribute(element, "href")
        coordinates = NUMBER.findall(attribute(element, "coords"))
        numbers = [float(number) for number in coordinates]
        across = numbers[::2]
        down = numbers[1::2]
        if link and len(across) == len(down) > 1:
            edges = (min(across), min(down), max(across), max(down))
            yield Area(link, edges)


def size_shown(picture: LexborNode) -> tuple[float, float] | None:
    """Return width and height of a picture as its element gives them in pixels, None where it gives
    not both.
    """
    width = _pixels(picture, "width")
    height = _pixels(picture, "height")
    if width is None or height is None:
        return None
    return width, height


def _pixels(picture: LexborNode, name: str) -> float | None:
    stated = attribute(picture, name)
    found = PIXELS.fullmatch(stated)
    if found is None:
        return None
    return float(found[1])
