"""A page as delivered, its pieces led to the articles that were read from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from django.utils.functional import Promise

from articles.models import Block, Page
from articles.models.selector import Part
from desk.admin.page import blocks_with_articles, printed_runs
from desk.bench.article_blocks import anchor_of
from editorial.casework.block_words import BlockPlace

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
    """A piece of the delivered text: its kind, the place of its article on the page, and where the
    articles show it.
    """

    label: str | Promise
    tint: str
    text: str
    position: int | None
    block: str


def delivered_pieces(page: Page) -> list[DeliveredPiece]:
    """Return the runs of a page in the order of its text; what is blank is left out."""
    blocks = blocks_with_articles(page)
    places = _places(blocks)
    found = []
    for start, end, block in printed_runs(blocks):
        text = page.text[start:end].strip()
        if text:
            found.append(_piece(block, text, places))
    return found


def _piece(
    block: Block, text: str, places: Mapping[int, str]
) -> DeliveredPiece:
    article = block.article
    return DeliveredPiece(
        label=block.get_kind_display(),
        tint=TINTS.get(block.kind, "body"),
        text=text,
        position=article.position if article else None,
        block=_anchor(block, places),
    )


def _anchor(block: Block, places: Mapping[int, str]) -> str:
    """Return the anchor of the block where the articles show it, else of its article."""
    if block.article_id is None:
        return ""
    place = places.get(block.pk)
    if place is None:
        return f"article-{block.article_id}"
    return anchor_of(block.article_id, place)


def _places(blocks: Iterable[Block]) -> dict[int, str]:
    """Return where the articles show blocks, by their keys."""
    in_order = sorted(blocks, key=attrgetter("place", "pk"))
    paragraphs: Counter[int] = Counter()
    found = {}
    for block in in_order:
        if block.part == Part.BODY and block.article_id:
            number = paragraphs[block.article_id]
            paragraphs[block.article_id] += 1
            found[block.pk] = str(BlockPlace(Part.BODY, number))
        elif block.part == Part.CAPTION and block.photo_id:
            found[block.pk] = str(BlockPlace(Part.CAPTION, block.photo_id))
        elif block.part:
            found[block.pk] = str(BlockPlace(block.part))
    return found
