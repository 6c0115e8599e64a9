"""Put the blocks of a page in order, so that each character that is no space lies in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from reader.layout.segments import Kind, Segment
from reader.results import Block, BlockKind


def printed_blocks(
    text: str, segments: Iterable[Segment], articles: Iterable[Block]
) -> tuple[Block, ...]:
    """Return the blocks of articles and of furniture in printed order; marks that no line holds
    (zero-width characters) become furniture.
    """
    blocks = list(articles)
    for segment in segments:
        if segment.kind is Kind.FURNITURE:
            furniture = _furniture(*segment.span)
            blocks.append(furniture)
    blocks.sort(key=attrgetter("start"))
    whole = _filled(text, blocks)
    return tuple(whole)


def coverage_of(text: str, blocks: Iterable[Block]) -> float:
    """Return the share of non-space characters that lie in exactly one block."""
    held = 0
    end = 0
    for block in blocks:
        printed = text[block.start : block.end]
        twice = max(0, end - block.start)
        held += _count(printed) - twice
        end = block.end
    return held / _count(text)


def _filled(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks, and what stands between them and is no space."""
    at = 0
    for block in blocks:
        yield from _left_between(text, at, block.start)
        yield block
        at = block.end
    yield from _left_between(text, at, len(text))


def _left_between(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the words between two places as furniture, if there are any."""
    between = text[start:end]
    words = between.strip()
    if words:
        first = start + between.index(words[0])
        last = first + len(words)
        yield _furniture(first, last)


def _furniture(start: int, end: int) -> Block:
    kind = BlockKind.FURNITURE
    return Block(kind, start, end)


def _count(text: str) -> int:
    """Return how many characters are no space."""
    words = text.split()
    return sum(map(len, words))
