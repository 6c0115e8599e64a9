"""The blocks of an article led to a text that somebody typed, or that a page was read to hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    else:
        setattr(article, part, texts_of_blocks(sequence)[part])


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
    sequence = Retexted(own, lines, kind, former).carry_out()
    for block in sequence:
        _belong(block, article, photo)
    in_sequence(blocks, sequence)
    give_places(blocks)
    return sequence


def _is_of(block: Block, part: str, photo: Photo | None) -> bool:
    if block.part != part or not shown_words(block):
        return False
    return photo is None or block.photo_id == photo.pk


def _lines(blocks: Sequence[Block], part: str, text: str) -> list[str]:
    """Return what each block holds of a text: of a body each line; of the others what stands of
    them, and one block for what was changed.
    """
    if not text:
        return []
    if part == Part.BODY:
        return text.split("\n")
    between = BETWEEN[Part(part)]
    whole = between.join(block.text for block in blocks)
    if whole == text:
        return [block.text for block in blocks]
    return _with_ends_kept(blocks, text, between)


def _with_ends_kept(
    blocks: Sequence[Block], text: str, between: str
) -> list[str]:
    """Return the words of the blocks at the beginning that stand, the rest as one."""
    kept: list[str] = []
    for block in blocks:
        if not text.startswith(block.text + between):
            break
        kept.append(block.text)
        text = text[len(block.text + between) :]
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
    insert([block for block in kept if block.pk is None])
    stored = Block.objects.in_bulk([block.pk for block in kept])
    changed = [block for block in kept if _differs(block, stored[block.pk])]
    Block.objects.bulk_update(changed, WRITTEN)


def _differs(block: Block, stored: Block) -> bool:
    names = [Block._meta.get_field(name).attname for name in WRITTEN]
    return any(getattr(block, name) != getattr(stored, name) for name in names)
