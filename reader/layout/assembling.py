"""Turn drafts into articles and blocks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reader.layout.bylines.datelines import dated_opening
from reader.layout.captions.photos import photos_of
from reader.layout.drafts import RoughArticle
from reader.layout.headings.ranks import rank
from reader.layout.headings.two_lines import Ranked, RankedLines
from reader.layout.paragraphs.joining import paragraphs_of
from reader.layout.segments import Kind, Segment
from reader.results import (
    Block,
    BlockKind,
    Dateline,
    ReadArticle,
    ReadByline,
    ReadFinding,
    Role,
    Span,
)
from reader.vocabulary import HEADING_KINDS

KINDS = {
    Kind.TEXT: BlockKind.PARAGRAPH,
    Kind.ALONE: BlockKind.PARAGRAPH,
    Kind.OPENING: BlockKind.BYLINE,
    Kind.BYLINE: BlockKind.BYLINE,
    Kind.CLOSING: BlockKind.BYLINE,
    Kind.CAPTION: BlockKind.CAPTION,
    Kind.CREDIT: BlockKind.CREDIT,
    Kind.JUMP_ON: BlockKind.JUMP_LINE,
    Kind.JUMP_FROM: BlockKind.JUMP_LINE,
    Kind.QUOTE: BlockKind.FURNITURE,
    Kind.FURNITURE: BlockKind.FURNITURE,
}


@dataclass(frozen=True, slots=True)
class Assembled:
    """An article with its draft, its blocks and what was joined or dropped in it."""

    article: ReadArticle
    draft: RoughArticle
    blocks: tuple[Block, ...]
    findings: tuple[ReadFinding, ...]


def assemble(
    draft: RoughArticle, index: int, issue: dt.date | None
) -> Assembled:
    """Return the article of a draft; ``index`` is its place on the page, ``issue`` the day of the
    issue.
    """
    ranked = rank(draft.headings())
    paragraphs, findings = paragraphs_of(draft)
    article = ReadArticle(
        span=_span(draft.segments),
        kicker=_words(ranked.kicker),
        headline=_words(ranked.headline),
        subtitle=_words(ranked.subtitle),
        byline=_byline(draft.segments),
        dateline=_dateline(draft.segments, issue),
        paragraphs=tuple(paragraphs),
        photos=tuple(photos_of(draft)),
        continues_on=_label(draft, Kind.JUMP_ON),
        continued_from=_label(draft, Kind.JUMP_FROM),
        heading_sources=_sources(ranked),
        heading_alternatives=_alternatives(ranked.other),
    )
    blocks = _blocks(draft, ranked, index)
    return Assembled(article, draft, blocks, tuple(findings))


def _span(segments: list[Segment]) -> Span:
    start, _ = segments[0].span
    _, end = segments[-1].span
    return start, end


def _byline(segments: list[Segment]) -> tuple[ReadByline, ...]:
    """Return who signed, each person in one role once (short items under one label are signed one
    by one).
    """
    signed: dict[tuple[str, Role], ReadByline] = {}
    for segment in _signed_segments(segments):
        for one in segment.byline:
            key = one.name, one.role
            signed.setdefault(key, one)
    found = signed.values()
    return tuple(found)


def _signed_segments(segments: list[Segment]) -> list[Segment]:
    """Return what is signed; the line of an e-paper counts where nothing else is."""
    own: list[Segment] = []
    from_web: list[Segment] = []
    for segment in segments:
        kept = from_web if segment.from_web else own
        if segment.byline:
            kept.append(segment)
    return own or from_web


def _words(lines: RankedLines) -> str:
    return " ".join(line.text for line in lines)


def _by_rank(ranked: Ranked) -> dict[BlockKind, RankedLines]:
    ranks = zip(HEADING_KINDS, ranked.lines(), strict=True)
    return dict(ranks)


def _sources(ranked: Ranked) -> dict[str, tuple[Span, ...]]:
    """Return the places of the lines of each rank that is printed."""
    sources: dict[str, tuple[Span, ...]] = {}
    for kind, lines in _by_rank(ranked).items():
        spans = _spans(lines)
        if spans:
            sources[kind.value] = spans
    return sources


def _spans(lines: RankedLines) -> tuple[Span, ...]:
    spans: list[Span] = []
    for line in lines:
        spans += line.spans
    return tuple(spans)


def _alternatives(other: Ranked | None) -> tuple[tuple[str, str, str], ...]:
    """Return the other reading of open ranks as kicker, headline, subtitle."""
    if other is None:
        return ()
    kicker, headline, subtitle = map(_words, other.lines())
    ranks = (kicker, headline, subtitle)
    return (ranks,)


def _label(draft: RoughArticle, kind: Kind) -> str | None:
    """Return the page that a jump line of this kind names."""
    for jump in draft.of(kind):
        return jump.label
    return None


def _dateline(segments: list[Segment], issue: dt.date | None) -> Dateline:
    for segment in segments:
        if segment.dateline.source:
            return dated_opening(segment, issue)
    return Dateline()


def _blocks(
    draft: RoughArticle, ranked: Ranked, index: int
) -> tuple[Block, ...]:
    """Return each segment as a block; heading lines are of the kind of their rank."""
    ranks = _rank_of_each(ranked)
    blocks: list[Block] = []
    for segment in draft.segments:
        kind = _block_kind(segment, ranks)
        start, end = segment.span
        blocks.append(Block(kind, start, end, index))
    return tuple(blocks)


def _rank_of_each(ranked: Ranked) -> dict[int, BlockKind]:
    """Return the rank of each heading line, by its identity."""
    ranks: dict[int, BlockKind] = {}
    for kind, lines in _by_rank(ranked).items():
        for line in lines:
            ranks[id(line)] = kind
    return ranks


def _block_kind(segment: Segment, ranks: dict[int, BlockKind]) -> BlockKind:
    rank = ranks.get(id(segment))
    if rank is not None:
        return rank
    return KINDS[segment.kind]
