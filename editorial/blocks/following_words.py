"""The blocks of an article led to a text that somebody typed, or that a page was read to hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from articles.composing import BETWEEN, caption_of, shown_words, texts_of_blocks
from articles.models import Article, Block, Photo
from articles.models.selector import Part
from editorial.blocks.order_of_blocks import UNPLACED, give_places, in_sequence
from editorial.blocks.retexting import Retexted
from records.bulk import insert

KIND_OF_PART: dict[str, str] = {
    Part.BODY: Block.Kind.PARAGRAPH,
    Part.CAPTION: Block.Kind.CAPTION,
}
WRITTEN = [
    "page",
    "article",
    "photo",
    "place",
    "kind",
    "read_kind",
    "text",
    "read",
    "spans",
    "removed",
    "held",
]


def follow_words(
    article: Article, part: str, photo: Photo | None, text: str
) -> None:
    """Lead the blocks of one text of an article to these words and store them; the text is then
    what they make up, unsaved.
    """
    blocks = list(article.blocks.in_order())
    sequence = lead_to_words(blocks, article, part, photo, text)
    store_blocks(blocks)
    if photo is not None:
        photo.caption = caption_of(sequence)
        return
    texts = texts_of_blocks(sequence)
    setattr(article, part, texts[part])


def without_empty_lines(part: str, text: str) -> str:
    """Return a text as blocks can make it up: a body has no paragraph without words."""
    if part != Part.BODY:
        return text
    return "\n".join(filter(None, text.split("\n")))


def lead_to_words(
    blocks: list[Block],
    article: Article,
    part: str,
    photo: Photo | None,
    text: str,
) -> list[Block]:
    """Lead those of the blocks of an article, which stand in order, that make up a text to other
    words; new ones come in, none is saved. Return those of the text.
    """
    own = [block for block in blocks if _is_of(block, part, photo)]
    former = [block for block in blocks if block.removed]
    kind = KIND_OF_PART.get(part, part)
    lines = _lines(own, part, text)
    retexted = Retexted(own, lines, kind, former)
    sequence = retexted.carry_out()
    for block in sequence:
        _belong(block, article, photo)
    in_sequence(blocks, sequence)
    give_places(blocks)
    return sequence


def _is_of(block: Block, part: str, photo: Photo | None) -> bool:
    if block.part != part:
        return False
    if not shown_words(block):
        return False
    if photo is None:
        return True
    return block.photo_id == photo.pk


def _lines(blocks: Sequence[Block], part: str, text: str) -> list[str]:
    """Return what each block holds of a text: of a body each line; of the others what stands of
    them, and one block for what was changed.
    """
    if not text:
        return []
    if part == Part.BODY:
        return text.split("\n")
    between = BETWEEN[Part(part)]
    stored = [block.text for block in blocks]
    whole = between.join(stored)
    if whole == text:
        return stored
    return _with_ends_kept(stored, text, between)


def _with_ends_kept(
    stored: Sequence[str], text: str, between: str
) -> list[str]:
    """Return the words of blocks at the beginning that stand, the rest as one."""
    kept: list[str] = []
    for words in stored:
        beginning = words + between
        if not text.startswith(beginning):
            break
        kept.append(words)
        text = text.removeprefix(beginning)
    return [*kept, text]


def _belong(block: Block, article: Article, photo: Photo | None) -> None:
    """Let a new block be one of an article, still without a place."""
    if block.pk is not None:
        return
    block.article = article
    block.page_id = article.page_id
    block.photo = photo
    if block.place is None:
        block.place = UNPLACED


def store_blocks(blocks: Iterable[Block]) -> None:
    """Store blocks: those that are new, and those that differ from what is stored."""
    kept = list(blocks)
    new = [block for block in kept if block.pk is None]
    insert(new)
    keys = [block.pk for block in kept]
    stored = Block.objects.in_bulk(keys)
    changed = []
    for block in kept:
        was = stored[block.pk]
        if _differs(block, was):
            changed.append(block)
    Block.objects.bulk_update(changed, WRITTEN)


def _differs(block: Block, stored: Block) -> bool:
    for name in WRITTEN:
        field: Any = Block._meta.get_field(name)
        held = field.value_from_object(block)
        if held != field.value_from_object(stored):
            return True
    return False
