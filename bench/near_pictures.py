"""Measure how far a picture's fingerprint moves when the picture is stored in another way.

    python -m bench.near_pictures [PICTURE …]

The pictures are those given, else the drawings of the demonstration and eighty of random light and
dark, always the same ones. Printed is for each way the share of pictures that stay near
(``articles.fingerprints.NEAR``) and the most bits that moved, and in how many bits the two
pictures that are most alike differ: below the threshold, different pictures are taken for one."""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from PIL import Image, ImageEnhance

from articles.fingerprints import NEAR, bits_apart, fingerprint_of
from desk.demo.drawing import draw

SCENES = ("podium", "hall", "theatre", "seats")
RANDOM_PICTURES = 80
SIZE = (1200, 800)
Way = Callable[[Image.Image], Image.Image]


def _smaller(picture: Image.Image) -> Image.Image:
    return picture.resize((picture.width // 3, picture.height // 3))


def _brighter(picture: Image.Image) -> Image.Image:
    return ImageEnhance.Brightness(picture).enhance(1.25)


def _without_margin(picture: Image.Image, share: int) -> Image.Image:
    """Return a picture without a part of its width and height at each edge."""
    left = picture.width // share
    top = picture.height // share
    edges = (left, top, picture.width - left, picture.height - top)
    return picture.crop(edges)


WAYS: dict[str, Way] = {
    "a third of the size": _smaller,
    "brighter": _brighter,
    "grey": lambda picture: picture.convert("L"),
    "cut by a fiftieth": lambda picture: _without_margin(picture, 50),
    "cut by a twentieth": lambda picture: _without_margin(picture, 20),
}


def pictures(files: Sequence[str]) -> Iterator[Image.Image]:
    """Yield the pictures to be measured."""
    if files:
        for file in files:
            yield Image.open(io.BytesIO(Path(file).read_bytes()))
        return
    for scene in SCENES:
        yield Image.open(io.BytesIO(draw(scene)))
    dice = random.Random(1)
    for _number in range(RANDOM_PICTURES):
        light = Image.frombytes("RGB", (12, 8), dice.randbytes(12 * 8 * 3))
        yield light.resize(SIZE, Image.Resampling.BICUBIC)


def _stored(picture: Image.Image, quality: int) -> str:
    """Return the fingerprint of a picture as a JPEG file of this quality."""
    file = io.BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=quality)
    file.seek(0)
    return fingerprint_of(file)


def measure(files: Sequence[str]) -> Iterator[str]:
    """Yield a line for each way, and one for the pictures most alike."""
    measured = list(pictures(files))
    stored = [_stored(picture, 90) for picture in measured]
    again = [_stored(picture, 40) for picture in measured]
    yield _line("stored at 40", stored, again)
    for name, way in WAYS.items():
        changed = [_stored(way(picture), 90) for picture in measured]
        yield _line(name, stored, changed)
    pairs = combinations(stored, 2)
    alike = min((bits_apart(*pair) for pair in pairs), default=0)
    yield f"different pictures: {alike} bits at least"


def _line(name: str, stored: Sequence[str], changed: Sequence[str]) -> str:
    moved = [bits_apart(*pair) for pair in zip(stored, changed, strict=True)]
    near = sum(bits <= NEAR for bits in moved) / len(moved)
    return f"{name}: {near:.2f} stay near, {max(moved)} bits at most"


if __name__ == "__main__":
    print("\n".join(measure(sys.argv[1:])))
