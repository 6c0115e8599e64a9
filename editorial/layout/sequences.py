"""The order of the blocks of an article, of which those of one text are a sequence of their own."""

from __future__ import annotations

from collections.abc import Sequence

from articles.models import Block

RANKS = (
    Block.Kind.KICKER,
    Block.Kind.HEADLINE,
    Block.Kind.SUBTITLE,
    Block.Kind.BYLINE,
    Block.Kind.DATELINE,
)


def in_sequence(blocks: list[Block], sequence: Sequence[Block]) -> None:
    """Let the blocks of a sequence stand in its order among all blocks of an article, in place;
    those that stand so already stay, the others come in behind the one before them.
    """
    before: Block | None = None
    for number, block in enumerate(sequence):
        if not _stands_behind(blocks, block, before):
            _take_off(blocks, block)
            at = _place_behind(blocks, before, sequence[number:])
            blocks.insert(at, block)
        before = block


def index_in(blocks: Sequence[Block], block: Block) -> int:
    """Return where this very block stands, -1 for nowhere."""
    for number, other in enumerate(blocks):
        if other is block:
            return number
    return -1


def _stands_behind(
    blocks: Sequence[Block], block: Block, before: Block | None
) -> bool:
    at = index_in(blocks, block)
    if at < 0:
        return False
    return before is None or at > index_in(blocks, before)


def _take_off(blocks: list[Block], block: Block) -> None:
    at = index_in(blocks, block)
    if at >= 0:
        del blocks[at]


def _place_behind(
    blocks: Sequence[Block], before: Block | None, sequence: Sequence[Block]
) -> int:
    """Return where the first of a sequence comes in: behind the one before it, before the next one
    that stands, or where its kind belongs.
    """
    if before is not None:
        return index_in(blocks, before) + 1
    for following in sequence[1:]:
        at = index_in(blocks, following)
        if at >= 0:
            return at
    return _usual_place(blocks, sequence[0])


def _usual_place(blocks: Sequence[Block], block: Block) -> int:
    """Return where a block of this kind belongs: headings above, all else below."""
    rank = _rank(block)
    for number, other in enumerate(blocks):
        if _rank(other) > rank:
            return number
    return len(blocks)


def _rank(block: Block) -> int:
    kinds = [str(kind) for kind in RANKS]
    return kinds.index(block.kind) if block.kind in kinds else len(kinds)
