"""Put the blocks of a page in order, so that each character that is no space lies in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reader.layout.segments import Kind, Segment
from reader.results import Block, BlockKind


def blocks_of(
    text: str, segments: Iterable[Segment], articles: Iterable[Block]
) -> tuple[Block, ...]:
    """Return the blocks of articles and of furniture in printed order; marks that no line holds
    (zero-width characters) become furniture.
    """
    furniture = (one for one in segments if one.kind is Kind.FURNITURE)
    own = [_furniture(*one.span) for one in furniture]
    ordered = sorted([*articles, *own], key=_start)
    return tuple(_filled(text, ordered))


def coverage_of(text: str, blocks: Iterable[Block]) -> float:
    """Return the share of non-space characters that lie in exactly one block."""
    blocks = list(blocks)
    held = sum(_count(text[block.start : block.end]) for block in blocks)
    twice = sum(max(0, one.end - two.start) for one, two in pairwise(blocks))
    return (held - twice) / _count(text)


def _filled(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks, and what stands between them and is no space."""
    at = 0
    for block in [*blocks, _furniture(len(text), len(text))]:
        between = text[at : block.start]
        left = between.strip()
        if left:
            start = at + between.index(left[0])
            yield _furniture(start, start + len(left))
        if block.end > block.start:
            yield block
        at = block.end


def _furniture(start: int, end: int) -> Block:
    return Block(BlockKind.FURNITURE, start, end)


def _start(block: Block) -> int:
    return block.start


def _count(text: str) -> int:
    """Return how many characters are no space."""
    return len("".join(text.split()))
