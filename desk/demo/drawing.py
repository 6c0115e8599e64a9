"""Pictures for the sample pages, drawn with Pillow and labelled 示意图 so that nobody takes them for
photographs.

The label is drawn stroke by stroke: a newcomer's machine need not have a Chinese font.
"""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

SIZE = (1200, 800)
Shape = tuple[str, tuple[int, ...], str]
Point = tuple[int, int]
Stroke = list[Point]

# The strokes of each character on a grid of so many by so many, each a line through its points.
GRID = 24
GLYPHS: dict[str, list[Stroke]] = {
    "示": [
        [(5, 4), (19, 4)],
        [(2, 10), (22, 10)],
        [(12, 10), (12, 22), (9, 20)],
        [(7, 14), (3, 20)],
        [(17, 14), (21, 20)],
    ],
    "意": [
        [(12, 1), (12, 3)],
        [(4, 4), (20, 4)],
        [(8, 5), (9, 7)],
        [(16, 5), (15, 7)],
        [(2, 8), (22, 8)],
        [(6, 10), (18, 10), (18, 16), (6, 16), (6, 10)],
        [(6, 13), (18, 13)],
        [(4, 18), (3, 22)],
        [(8, 18), (8, 22), (16, 22), (17, 20)],
        [(12, 17), (13, 19)],
        [(19, 18), (21, 21)],
    ],
    "图": [
        [(3, 2), (21, 2), (21, 22), (3, 22), (3, 2)],
        [(10, 4), (6, 10)],
        [(9, 6), (16, 6), (6, 14)],
        [(9, 8), (18, 13)],
        [(11, 13), (14, 15)],
        [(9, 17), (14, 19)],
    ],
}
RED = "#a61b1b"
DARK = "#3b0d0d"
GOLD = "#e3b94b"
WOOD = "#8a5a33"
PALE = "#f3ead7"


NIGHT = "#24324a"
LIGHT = "#6b4a2a"

# What stands still in the scenes: shape, corners, colour.
SPEAKER: list[Shape] = [
    ("ellipse", (555, 300, 645, 390), PALE),
    ("rectangle", (520, 390, 680, 560), NIGHT),
]
LECTERN: list[Shape] = [
    ("rectangle", (480, 500, 720, 800), WOOD),
    ("ellipse", (565, 580, 635, 650), GOLD),
]
STAGE: list[Shape] = [
    ("rectangle", (150, 90, 1050, 330), RED),
    ("rectangle", (150, 300, 1050, 350), WOOD),
    ("ellipse", (560, 130, 640, 210), GOLD),
]
LIT_STAGE: list[Shape] = [
    ("polygon", (600, 0, 330, 700, 870, 700), LIGHT),
    ("rectangle", (0, 700, 1200, 800), WOOD),
]
CURTAINS: list[Shape] = [
    ("rectangle", (0, 0, 240, 800), RED),
    ("rectangle", (960, 0, 1200, 800), RED),
]
SINGERS: list[Shape] = [
    ("polygon", (525, 460, 465, 700, 585, 700), GOLD),
    ("polygon", (675, 460, 615, 700, 735, 700), RED),
    ("ellipse", (490, 400, 560, 470), PALE),
    ("ellipse", (640, 400, 710, 470), PALE),
]


def podium() -> list[Shape]:
    """Draw a speaker at a lectern in front of ten flags."""
    lefts = range(90, 1140, 105)
    flags = [flag(left) for left in lefts]
    return [
        *flags,
        *SPEAKER,
        *LECTERN,
    ]


def flag(left: int) -> Shape:
    """Draw a hanging flag with its left side there."""
    right = left + 60
    return "rectangle", (left, 160, right, 520), RED


def hall() -> list[Shape]:
    """Draw a stage seen over the rows of a full hall."""
    return [
        *STAGE,
        *rows(400),
    ]


def seats() -> list[Shape]:
    """Draw the rows of delegates alone."""
    return rows(160)


def theatre() -> list[Shape]:
    """Draw an open curtain and two singers in the light."""
    return [
        *LIT_STAGE,
        *CURTAINS,
        *SINGERS,
    ]


def rows(top: int) -> list[Shape]:
    """Draw rows of heads and shoulders from this height down, nearer ones larger."""
    shapes: list[Shape] = []
    for row, y in enumerate(range(top, 780, 90)):
        size = 34 + 6 * row
        shift = 20 * (row % 2)
        for x in range(40 - shift, 1200, size * 2):
            shapes += delegate(x, y, size)
    return shapes


def delegate(x: int, y: int, size: int) -> list[Shape]:
    """Draw shoulders, and on them a head of this size with its corner there."""
    left = x - size // 3
    right = x + size * 4 // 3
    neck = y + size
    waist = neck + size
    shoulders = (left, neck, right, waist)
    ear = x + size
    head = (x, y, ear, neck)
    return [
        ("rectangle", shoulders, NIGHT),
        ("ellipse", head, PALE),
    ]


SCENES = {"podium": podium, "hall": hall, "seats": seats, "theatre": theatre}


def draw(scene: str) -> bytes:
    """Return a JPEG of the scene, one of ``SCENES``, with its label in the lower right corner."""
    picture = Image.new("RGB", SIZE, DARK)
    canvas = ImageDraw.Draw(picture)
    shapes = SCENES[scene]()
    for shape in shapes:
        put(canvas, shape)
    write_label(canvas, left=870, top=690)
    return as_jpeg(picture)


def put(canvas: ImageDraw.ImageDraw, shape: Shape) -> None:
    """Draw one shape, filled with its colour."""
    kind, corners, colour = shape
    fill_in = getattr(canvas, kind)
    fill_in(corners, fill=colour)


def as_jpeg(picture: Image.Image) -> bytes:
    """Return a picture as a small JPEG file."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=80)
    return file.getvalue()


def write_label(
    canvas: ImageDraw.ImageDraw, *, left: int, top: int, size: int = 72
) -> None:
    """Write 示意图 in dark strokes on a light plate."""
    advance = size + 12
    right = left + len(GLYPHS) * advance
    plate = (left - 20, top - 15, right + 8, top + size + 15)
    canvas.rectangle(plate, fill="white")
    for strokes in GLYPHS.values():
        for stroke in strokes:
            points = scaled(stroke, (left, top), size)
            write_stroke(canvas, points)
        left += advance


def write_stroke(canvas: ImageDraw.ImageDraw, points: Stroke) -> None:
    """Draw one stroke as a brush would, round at its bends."""
    canvas.line(
        points,
        fill=DARK,
        width=5,
        joint="curve",
    )


def scaled(stroke: Stroke, corner: Point, size: int) -> Stroke:
    """Put a stroke of the grid in a square of this size, with its upper left corner there."""
    left, top = corner
    points = []
    for x, y in stroke:
        across = x * size // GRID
        down = y * size // GRID
        points.append((left + across, top + down))
    return points
