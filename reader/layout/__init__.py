"""See the layout of a page: blocks, articles, pictures, jump lines, and what about them is in
doubt.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reader.layout.assembling import Assembled, assemble
from reader.layout.captions.signed_pictures import see_signed_pictures
from reader.layout.cutting import cut_line
from reader.layout.doubts import doubts_of
from reader.layout.drafts import RoughArticle, gather_drafts
from reader.layout.headings.sections import take_off_section_heads
from reader.layout.lines import Line
from reader.layout.page_blocks import coverage_of, printed_blocks
from reader.layout.page_head.head_editions import doubtful_editions
from reader.layout.page_head.head_lines import heads_of, repeated_heads
from reader.layout.page_head.heads import Head
from reader.layout.page_head.index_lines import index_of
from reader.layout.page_head.known_page import settle_page
from reader.layout.page_lines.printed_lines import logical_lines
from reader.layout.paragraphs.fields_of_notices import see_fields
from reader.layout.paragraphs.interleaved import rejoin_parted
from reader.layout.paragraphs.repeats import repeated_runs
from reader.layout.segments import Segment
from reader.layout.structure import see_structure
from reader.results import (
    Block,
    PageContext,
    PageError,
    Paragraph,
    ReadArticle,
    ReadFinding,
    in_printed_order,
)

__all__ = ["Layout", "lay_out"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The articles and blocks of a page, what its head says, and the layout findings."""

    newspaper: str | None
    date: dt.date | None
    page: str | None
    edition: str | None
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
    known = settle_page(heads.values(), context)
    doubts = list(doubtful_editions(lines, heads, known))
    heads |= repeated_heads(lines, known)
    segments = _segments(lines, heads)
    see_fields(segments)
    see_structure(segments)
    read = _articles(segments, known)
    blocks = _blocks(text, segments, read)
    return Layout(
        newspaper=known.newspaper,
        date=known.date,
        page=known.page,
        edition=known.edition,
        coverage=coverage_of(text, blocks),
        blocks=blocks,
        articles=tuple(one.article for one in read),
        findings=(*doubts, *_findings(text, read)),
    )


def _articles(segments: list[Segment], known: Head) -> list[Assembled]:
    """Return the articles in reading order."""
    read: list[Assembled] = []
    for draft in _drafts(segments):
        article = assemble(draft, len(read), known.date)
        read.append(article)
    return read


def _blocks(
    text: str, segments: list[Segment], read: list[Assembled]
) -> tuple[Block, ...]:
    """Return the blocks of articles and of furniture."""
    blocks: list[Block] = []
    for one in read:
        blocks += one.blocks
    return printed_blocks(text, segments, blocks)


def _segments(lines: list[Line], heads: dict[int, Head]) -> list[Segment]:
    """Return the lines cut into segments, those of the page head and of the index whole."""
    segments: list[Segment] = []
    whole = index_of(lines)
    whole |= heads.keys()
    for at, line in enumerate(lines):
        segments += cut_line(line, at in whole)
    return segments


def _drafts(segments: list[Segment]) -> list[RoughArticle]:
    """Return the articles that the segments make, each with what belongs to it."""
    drafts = gather_drafts(segments)
    see_signed_pictures(drafts)
    rejoin_parted(drafts)
    take_off_section_heads(drafts)
    return drafts


def _findings(text: str, read: list[Assembled]) -> tuple[ReadFinding, ...]:
    """Return all doubts in printed order."""
    findings: list[ReadFinding] = []
    paragraphs: list[Paragraph] = []
    for one in read:
        findings += doubts_of(text, one)
        paragraphs += one.article.paragraphs
    findings += repeated_runs(paragraphs)
    return tuple(in_printed_order(findings))
