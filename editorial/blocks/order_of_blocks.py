"""The order of the blocks of an article: those of one text are a sequence of their own, and numbers
leave room, so that a block that comes in or moves changes no other's.
"""

from __future__ import annotations

from collections.abc import Sequence

from articles.models import Block

ROOM = 1 << 20
UNPLACED = -1
RANKS = (
    Block.Kind.KICKER,
    Block.Kind.HEADLINE,
    Block.Kind.SUBTITLE,
    Block.Kind.BYLINE,
    Block.Kind.DATELINE,
)


def give_places(blocks: Sequence[Block]) -> None:
    """Give the blocks of one article, which stand in order, numbers that rise; those that rise
    already stay. Unsaved.
    """
    at = 0
    while at < len(blocks):
        last = blocks[at - 1].place if at else 0
        if blocks[at].place > last:
            at += 1
            continue
        at = _fill(blocks, at, last)


def _fill(blocks: Sequence[Block], first: int, last: int) -> int:
    """Give numbers above ``last`` to the blocks from ``first`` on up to the one that may keep its
    own; return where that stands. Where there is no room, all behind give way.
    """
    behind = first + 1
    while behind < len(blocks) and blocks[behind].place <= last:
        behind += 1
    count = behind - first
    is_end = behind == len(blocks)
    limit = last + ROOM * (count + 1) if is_end else blocks[behind].place
    gap = (limit - last) // (count + 1)
    if gap == 0:
        _number(blocks[first:], last)
        return len(blocks)
    for number, block in enumerate(blocks[first:behind], start=1):
        block.place = last + gap * number
    return behind


def _number(blocks: Sequence[Block], last: int) -> None:
    for block in blocks:
        last += ROOM
        block.place = last


def in_sequence(blocks: list[Block], sequence: Sequence[Block]) -> None:
    """Let the blocks of a sequence stand in its order among all blocks of an article, in place;
    those that stand so already stay, the others come in behind the one before them.
    """
    before: Block | None = None
    for number, block in enumerate(sequence):
        stands = _stands_behind(blocks, block, before)
        if not stands:
            _take_off(blocks, block)
            following = sequence[number:]
            at = _place_behind(blocks, before, following)
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
    for rank, kind in enumerate(RANKS):
        if block.kind == kind:
            return rank
    return len(RANKS)
