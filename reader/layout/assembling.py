"""Turn drafts into articles and blocks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from reader.layout.bylines.dateline_patterns import DATE_IN_LINE
from reader.layout.bylines.signed_lines import date_before
from reader.layout.captions.photos import photos_of
from reader.layout.drafts import Draft
from reader.layout.headings.ranks import Ranked, rank
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
    draft: Draft
    blocks: tuple[Block, ...]
    findings: tuple[ReadFinding, ...]


def assemble(draft: Draft, index: int, issue: dt.date | None) -> Assembled:
    """Return the article of a draft; ``index`` is its place on the page, ``issue`` the day of the
    issue.
    """
    ranked = rank(draft.of(Kind.HEADING))
    paragraphs, findings = paragraphs_of(draft)
    spans = [segment.span for segment in draft.segments]
    article = ReadArticle(
        span=(spans[0][0], spans[-1][1]),
        kicker=_words(ranked.kicker),
        headline=_words(ranked.headline),
        subtitle=_words(ranked.subtitle),
        byline=_byline(draft),
        dateline=_dateline(draft, issue),
        paragraphs=tuple(paragraphs),
        photos=tuple(photos_of(draft)),
        continues_on=_label(draft, Kind.JUMP_ON),
        continued_from=_label(draft, Kind.JUMP_FROM),
        heading_sources=_sources(ranked),
        heading_alternatives=_alternatives(ranked.other),
    )
    return Assembled(
        article, draft, _blocks(draft, ranked, index), tuple(findings)
    )


def _byline(draft: Draft) -> tuple[ReadByline, ...]:
    """Return who signed, each person in one role once (short items under one label are signed one
    by one).
    """
    signed: dict[tuple[str, Role], ReadByline] = {}
    own = [segment for segment in draft.segments if not segment.from_web]
    for segment in (
        own if any(segment.byline for segment in own) else draft.segments
    ):
        for one in segment.byline:
            signed.setdefault((one.name, one.role), one)
    return tuple(signed.values())


def _words(lines: tuple[Segment, ...]) -> str:
    return " ".join(line.text for line in lines)


def _sources(ranked: Ranked) -> dict[str, tuple[Span, ...]]:
    ranks = {
        "kicker": ranked.kicker,
        "headline": ranked.headline,
        "subtitle": ranked.subtitle,
    }
    return {
        name: tuple(span for line in lines for span in line.spans)
        for name, lines in ranks.items()
        if lines
    }


def _alternatives(other: Ranked | None) -> tuple[tuple[str, str, str], ...]:
    """Return the other reading of open ranks as kicker, headline, subtitle."""
    return (
        (
            (
                _words(other.kicker),
                _words(other.headline),
                _words(other.subtitle),
            ),
        )
        if other
        else ()
    )


def _label(draft: Draft, kind: Kind) -> str | None:
    return next((segment.label for segment in draft.of(kind)), None)


def _dateline(draft: Draft, issue: dt.date | None) -> Dateline:
    opening = next(
        (segment for segment in draft.segments if segment.dateline.source), None
    )
    if opening is None:
        return Dateline()
    words = DATE_IN_LINE.search(opening.folded)
    date = date_before(words[0], issue) if words and issue else None
    return replace(opening.dateline, date=date)


def _blocks(draft: Draft, ranked: Ranked, index: int) -> tuple[Block, ...]:
    ranks = {id(line): BlockKind.KICKER for line in ranked.kicker}
    ranks |= {id(line): BlockKind.HEADLINE for line in ranked.headline}
    ranks |= {id(line): BlockKind.SUBTITLE for line in ranked.subtitle}
    return tuple(
        Block(
            ranks.get(id(segment)) or KINDS[segment.kind],
            *segment.span,
            article=index,
        )
        for segment in draft.segments
    )
