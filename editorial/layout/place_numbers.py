"""The numbers that put blocks in order: with room between, so that a block that comes in or moves
changes no other's.
"""

from __future__ import annotations

from collections.abc import Sequence

from articles.models import Block

ROOM = 1 << 20
UNPLACED = -1


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
    for number, block in enumerate(blocks, start=1):
        block.place = last + ROOM * number
