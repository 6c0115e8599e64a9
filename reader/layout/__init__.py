"""See the layout of a page: blocks, articles, pictures, jump lines, and what about them is in
doubt.
"""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass

from reader.layout.assembling import Assembled, assemble
from reader.layout.captions.caption_lines import see_signed_pictures
from reader.layout.cutting import cut
from reader.layout.doubts import doubts_of
from reader.layout.drafts import gather
from reader.layout.headings.sections import part_sections
from reader.layout.lines import logical_lines
from reader.layout.page_head.head_lines import (
    heads_of,
    index_of,
    repeated_heads,
)
from reader.layout.page_head.heads import settle
from reader.layout.paragraphs.interleaved import bring_home
from reader.layout.paragraphs.repeats import repeated_runs
from reader.layout.segments import Kind, Segment
from reader.layout.structure import see_structure
from reader.results import (
    Block,
    BlockKind,
    PageContext,
    PageError,
    ReadArticle,
    ReadFinding,
)

__all__ = ["Layout", "lay_out"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The articles and blocks of a page, what its head says, and the layout findings."""

    newspaper: str | None
    date: dt.date | None
    page: str | None
    coverage: float
    blocks: tuple[Block, ...]
    articles: tuple[ReadArticle, ...]
    findings: tuple[ReadFinding, ...]


def lay_out(text: str, context: PageContext) -> Layout:
    """Return the layout of a page's text.

    Raises ``PageError`` for a page without text and for a page head that contradicts the context.
    """
    lines = logical_lines(text)
    if not lines:
        raise PageError("the page holds no text")
    heads = heads_of(lines)
    known = settle(heads.values(), context)
    heads |= repeated_heads(lines, known)
    beside = heads.keys() | index_of(lines)
    segments = [
        segment
        for at, line in enumerate(lines)
        for segment in cut(line, at in beside)
    ]
    see_structure(segments)
    drafts = gather(segments)
    see_signed_pictures(drafts)
    bring_home(drafts)
    part_sections(drafts)
    read = [
        assemble(draft, index, known.date) for index, draft in enumerate(drafts)
    ]
    blocks = _blocks(text, segments, read)
    return Layout(
        newspaper=known.newspaper,
        date=known.date,
        page=known.page,
        coverage=_coverage(text, blocks),
        blocks=blocks,
        articles=tuple(one.article for one in read),
        findings=_findings(text, read),
    )


def _blocks(
    text: str, segments: list[Segment], read: list[Assembled]
) -> tuple[Block, ...]:
    """Return all blocks in printed order; marks that no line holds (zero-width characters) become
    furniture.
    """
    blocks = [block for one in read for block in one.blocks]
    blocks += [
        Block(BlockKind.FURNITURE, *one.span)
        for one in segments
        if one.kind is Kind.FURNITURE
    ]
    blocks.sort(key=lambda block: block.start)
    whole: list[Block] = []
    at = 0
    for block in [*blocks, Block(BlockKind.FURNITURE, len(text), len(text))]:
        between = text[at : block.start]
        if left := between.strip():
            start = at + between.index(left[0])
            whole.append(Block(BlockKind.FURNITURE, start, start + len(left)))
        if block.end > block.start:
            whole.append(block)
        at = block.end
    return tuple(whole)


def _coverage(text: str, blocks: tuple[Block, ...]) -> float:
    """Return the share of non-space characters that lie in exactly one block."""
    total = len("".join(text.split()))
    held = sum(
        len("".join(text[block.start : block.end].split())) for block in blocks
    )
    twice = sum(
        max(0, one.end - two.start) for one, two in itertools.pairwise(blocks)
    )
    return (held - twice) / total


def _findings(text: str, read: list[Assembled]) -> tuple[ReadFinding, ...]:
    findings = [finding for one in read for finding in doubts_of(text, one)]
    findings += repeated_runs(
        [paragraph for one in read for paragraph in one.article.paragraphs]
    )
    return tuple(
        sorted(
            findings,
            key=lambda finding: (finding.start, finding.end, finding.rule),
        )
    )
