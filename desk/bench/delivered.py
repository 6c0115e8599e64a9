"""A page as delivered, its pieces led to the articles that were read from them, on the picture of
the page too where its file tells where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from articles.geometry import Rectangle, rectangles_of
from articles.models import Block, Page
from desk.admin.page import printed_runs
from desk.bench.article_blocks import anchor_of_block, places_shown

# By the kinds of blocks, how a piece is tinted.
TINTS = {
    "kicker": "head",
    "headline": "head",
    "subtitle": "head",
    "byline": "by",
    "credit": "by",
    "caption": "cap",
    "jump_line": "jump",
    "furniture": "jump",
}


@dataclass(frozen=True, slots=True)
class DeliveredPiece:
    """A piece of the delivered text: its kind, the place of its article on the page, where the
    articles show it, and where it stands on the picture of the page.
    """

    label: str | Promise
    tint: str
    text: str
    position: int | None
    block: str
    rectangles: list[Rectangle]


@dataclass(slots=True)
class PlacedPiece:
    """A piece of the delivered text that the picture of the page shows, and all ``blocks`` that
    stand in its place: where a file tells the places of whole articles only, they are several.
    """

    piece: DeliveredPiece
    blocks: list[str]

    def hides(self, other: PlacedPiece) -> bool:
        """Tell whether nothing is seen of another one when this one is drawn over it."""
        own = self.piece.rectangles
        return all(
            any(each.holds(place) for each in own)
            for place in other.piece.rectangles
        )


def placed_pieces(pieces: Iterable[DeliveredPiece]) -> list[PlacedPiece]:
    """Return what the picture of the page leads from, in the order of drawing: of the pieces in one
    place the first; a byline after the paragraph whose first line it begins.
    """
    drawn: list[PlacedPiece] = []
    for placed in _each_place(pieces):
        hidden: list[PlacedPiece] = []
        while drawn and placed.hides(drawn[-1]):
            last = drawn.pop()
            hidden.insert(0, last)
        drawn.append(placed)
        drawn += hidden
    return drawn


def _each_place(pieces: Iterable[DeliveredPiece]) -> list[PlacedPiece]:
    placed: dict[tuple[Rectangle, ...], PlacedPiece] = {}
    for piece in pieces:
        block = piece.block
        place = tuple(piece.rectangles)
        if not block:
            continue
        if not place:
            continue
        new = PlacedPiece(piece, [])
        first = placed.setdefault(place, new)
        if block not in first.blocks:
            first.blocks.append(block)
    pieces_placed = placed.values()
    return list(pieces_placed)


def delivered_pieces(
    page: Page, blocks: Iterable[Block]
) -> list[DeliveredPiece]:
    """Return the runs of a page in the order of its text; what is blank is left out."""
    kept = list(blocks)
    places = places_shown(kept)
    lines = _lines_of(page)
    found = []
    for start, end, block in printed_runs(kept):
        text = page.text[start:end].strip()
        if text:
            rectangles = rectangles_of([(start, end)], lines)
            found.append(_piece(block, text, places, rectangles))
    return found


def _lines_of(page: Page) -> list[list[int]]:
    """Return where the lines of a page stand on its picture; none where there is no picture."""
    geometry = getattr(page, "geometry", None)
    if geometry is None or not page.picture:
        return []
    return geometry.lines


def _piece(
    block: Block,
    text: str,
    places: Mapping[int, str],
    rectangles: list[Rectangle],
) -> DeliveredPiece:
    article = block.article
    return DeliveredPiece(
        label=block.get_kind_display(),
        tint=TINTS.get(block.kind, "body"),
        text=text,
        position=article.position if article else None,
        block=anchor_of_block(block, places),
        rectangles=rectangles,
    )
