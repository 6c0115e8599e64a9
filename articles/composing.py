"""The texts of an article as its blocks make them up: the one place that says how."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import Article, Block
from articles.models.selector import Part

# What readers see where words of the copy are missing; it is never filled.
GAP = "\u3014\u6b64\u5904\u6765\u7a3f\u7f3a\u6587\u3015"
# Between two blocks of one text.
BETWEEN = {
    Part.KICKER: " ",
    Part.HEADLINE: " ",
    Part.SUBTITLE: " ",
    Part.BODY: "\n",
    Part.CAPTION: "\n",
}


def shown_words(block: Block) -> str:
    """Return what a block puts into the text of its article."""
    if block.kind == Block.Kind.GAP:
        return GAP
    return block.text


def texts_of_blocks(blocks: Iterable[Block]) -> dict[str, str]:
    """Return the texts of an article, by part, that its blocks in order make up."""
    return _texts(blocks, is_read=False)


def read_texts_of_blocks(blocks: Iterable[Block]) -> dict[str, str]:
    """Return the texts as read, by part, of the blocks that now make an article up."""
    return _texts(blocks, is_read=True)


def _texts(blocks: Iterable[Block], *, is_read: bool) -> dict[str, str]:
    words: dict[str, list[str]] = {name: [] for name in Article.TEXT_FIELDS}
    for block in blocks:
        said = block.read if is_read else shown_words(block)
        if said and block.part in words:
            words[block.part].append(said)
    return {
        part: BETWEEN[Part(part)].join(said) for part, said in words.items()
    }


def caption_of(blocks: Iterable[Block]) -> str:
    """Return the caption that the blocks of one photo make up."""
    captions = [block for block in blocks if block.part == Part.CAPTION]
    said = [block.text for block in captions if block.text]
    between = BETWEEN[Part.CAPTION]
    return between.join(said)


def delivered_words(block: Block, delivered: str) -> str:
    """Return what the page's text as delivered holds at the spans of a block; the lines of a
    heading are parted by a space.
    """
    between = " " if is_heading(block) else ""
    return between.join(
        delivered[start:end] for start, end in block.delivered()
    )


def is_heading(block: Block) -> bool:
    return block.kind in HEADINGS


HEADINGS = frozenset(
    {Block.Kind.KICKER, Block.Kind.HEADLINE, Block.Kind.SUBTITLE}
)
