"""A page as delivered, its pieces led to the articles that were read from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from django.utils.functional import Promise

from articles.models import Article, Page
from desk.admin.page import BLOCK_KINDS
from desk.bench.article_blocks import anchor_of
from editorial.casework.acts import PageWords

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


def delivered_pieces(page: Page, words: PageWords) -> list[DeliveredPiece]:
    """Return the blocks of a page in the order of its text; what is blank is left out."""
    articles = {each.position: each for each in words.articles.values()}
    ordered = sorted(page.blocks, key=itemgetter(1))
    found = []
    for kind, start, end, position in ordered:
        text = page.text[start:end].strip()
        if text:
            article = articles.get(position)
            block = _block(article, kind, start)
            tint = TINTS.get(kind, "body")
            label = BLOCK_KINDS.get(kind, kind)
            found.append(DeliveredPiece(label, tint, text, position, block))
    return found


def _block(article: Article | None, kind: str, start: int) -> str:
    """Return the anchor of the block that shows a piece: of a paragraph the very one while as many
    stand there as were read, else the article.
    """
    if article is None:
        return ""
    if kind in Article.TEXT_FIELDS:
        return anchor_of(article.pk, f"{kind}:0")
    if kind == "paragraph":
        for number in _paragraph_at(article, start):
            return anchor_of(article.pk, f"body:{number}")
    return f"article-{article.pk}"


def _paragraph_at(article: Article, start: int) -> Iterator[int]:
    sources = article.paragraph_sources
    if len(sources) != len(article.paragraphs):
        return
    for number, spans in enumerate(sources):
        for first, last in spans:
            if first <= start < last:
                yield number
