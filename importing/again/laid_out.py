"""A page read again after people have laid it out: what is read now, arranged as they left it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any

from django.db.models import Q

from articles.composing import delivered_words, is_heading
from articles.models import Article, Block, Page
from articles.models.selector import Part
from editorial.models import Step
from importing.again.reread_blocks import moved_spans
from importing.storing.blocks import first_offset, without_spans
from reader.results import Block as ReadBlock
from reader.results import Paragraph, ReadArticle, ReadPage, ReadPhoto, Span
from reader.vocabulary import BlockKind
from records.diff import runs

# Kinds that only a person gives, as the reader would call them.
READ_AS: Mapping[str, BlockKind] = {
    Block.Kind.DATELINE: BlockKind.BYLINE,
    Block.Kind.CROSSHEAD: BlockKind.PARAGRAPH,
}


def is_laid_out(page: Page) -> bool:
    """Tell whether a person has laid out blocks of a stored page, and that stands."""
    taken = Step.objects.filter(page=page, kind=Step.Kind.LAYOUT)
    standing = Q(undone_by=None)
    redone = Q(undone_by__undone_by__isnull=False)
    found = taken.filter(standing | redone)
    return found.exists()


def arranged(page: Page, read: ReadPage) -> tuple[ReadPage, list[int]]:
    """Return what is read now of a stored page with its blocks in the articles, the order and the
    kinds that people gave them, and the key of each article; what was not read before stands where
    it is printed.
    """
    return _Arranging(page, read).carry_out()


class _Arranging:
    """The stored blocks of a page at their places in its text as delivered now."""

    def __init__(self, page: Page, read: ReadPage) -> None:
        self.page = page
        self.read = read
        self.articles = list(page.articles.in_order())
        stored = list(page.blocks.in_order())
        if page.text != read.text:
            edits = runs(page.text, read.text)
            for block in stored:
                block.spans = list(moved_spans(block, edits))
        self.blocks = [block for block in stored if block.spans]
        self.blocks += list(self._unknown())

    def carry_out(self) -> tuple[ReadPage, list[int]]:
        owned = [self._of(article) for article in self.articles]
        made = [
            self._article(article, own)
            for article, own in zip(self.articles, owned, strict=True)
        ]
        kept = [number for number, own in enumerate(owned) if own]
        articles = tuple(made[number] for number in kept)
        numbers = {self.articles[old].pk: new for new, old in enumerate(kept)}
        blocks = sorted(self._printed(numbers), key=attrgetter("start", "end"))
        read = replace(self.read, blocks=tuple(blocks), articles=articles)
        return read, list(numbers)

    def _of(self, article: Article) -> list[Block]:
        key = article.pk
        own = [one for one in self.blocks if one.article_id == key]
        in_order = attrgetter("place")
        own.sort(key=in_order)
        return own

    def _unknown(self) -> Iterator[Block]:
        """Yield what is read now and no block holds, behind the block printed before it."""
        taken = sorted(
            span for block in self.blocks for span in block.delivered()
        )
        known = sorted(self.blocks, key=first_offset)
        for one in self.read.blocks:
            for start, end in without_spans((one.start, one.end), taken):
                if not self.read.text[start:end].strip():
                    continue
                block = Block(page=self.page, kind=str(one.kind))
                block.spans = [[self.page.pk, start, end]]
                self._put_behind(block, start, known)
                yield block

    def _put_behind(
        self, block: Block, start: int, known: Iterable[Block]
    ) -> None:
        block.place = 0
        if block.kind == Block.Kind.FURNITURE:
            return
        for other in known:
            if first_offset(other) > start:
                break
            if other.article_id is not None:
                block.article_id = other.article_id
                block.place = other.place + 1
        if block.article_id is None and self.articles:
            block.article_id = self.articles[0].pk

    def _article(self, stored: Article, own: list[Block]) -> ReadArticle:
        """Return an article as read, made up of these blocks."""
        spans = [span for block in own for span in block.delivered()]
        likest = self._likest(spans, stored)
        headings = self._headings(own)
        texts = {rank: self._line(found) for rank, found in headings.items()}
        return replace(
            likest or ReadArticle(span=(0, len(self.read.text))),
            span=_reach(spans) or (0, len(self.read.text)),
            kicker=texts.get(Part.KICKER, ""),
            headline=texts.get(Part.HEADLINE, ""),
            subtitle=texts.get(Part.SUBTITLE, ""),
            heading_sources=headings,
            heading_alternatives=(),
            paragraphs=tuple(self._paragraphs(own)),
            photos=tuple(self._photos(own)),
            byline=self._told("byline", stored),
            mentions=self._told("mentions", stored),
            events=self._told("events", stored),
        )

    def _headings(self, own: Iterable[Block]) -> dict[str, tuple[Span, ...]]:
        found: dict[str, tuple[Span, ...]] = {}
        for block in own:
            part = block.part
            if part and is_heading(block):
                before = found.get(part, ())
                found[part] = (*before, *block.delivered())
        return found

    def _line(self, spans: Iterable[Span]) -> str:
        return " ".join(self.read.text[start:end] for start, end in spans)

    def _paragraphs(self, own: Iterable[Block]) -> Iterator[Paragraph]:
        for block in own:
            if block.part != Part.BODY:
                continue
            spans = tuple(block.delivered())
            words = delivered_words(block, self.read.text)
            yield Paragraph(words, spans)

    def _photos(self, own: Iterable[Block]) -> Iterator[ReadPhoto]:
        """Yield the photos whose captions are of an article."""
        known = {
            photo.caption_span: photo
            for article in self.read.articles
            for photo in article.photos
        }
        for block in own:
            is_caption = block.kind == Block.Kind.CAPTION
            if not is_caption or block.removed:
                continue
            for span in block.delivered():
                words = self.read.text[slice(*span)]
                plain = ReadPhoto(
                    words,
                    (),
                    "",
                    span,
                    span,
                )
                yield known.get(span, plain)

    def _likest(
        self, spans: Iterable[Span], stored: Article
    ) -> ReadArticle | None:
        """Return the article as read that holds the most of these runs, of those whose words are
        mostly of this one.
        """
        kept = list(spans)
        shares = [
            (_held(article, kept), -number, article)
            for number, article in enumerate(self.read.articles)
            if self._home(article) == stored.pk
        ]
        best = max(shares, key=lambda share: share[:2], default=None)
        if best is None or not best[0]:
            return None
        return best[2]

    def _told(self, name: str, stored: Article) -> tuple[Any, ...]:
        """Return what the articles as read tell whose words are mostly of this one."""
        told: list[Any] = []
        for article in self.read.articles:
            if self._home(article) == stored.pk:
                told += getattr(article, name)
        return tuple(told)

    def _home(self, article: ReadArticle) -> int | None:
        """Return the stored article that has the most of the words of one as read."""
        shares = {
            one.pk: _held(article, _spans(self._of(one)))
            for one in self.articles
        }
        return max(shares, key=lambda key: shares[key], default=None)

    def _printed(self, numbers: dict[int, int]) -> Iterator[ReadBlock]:
        for block in self.blocks:
            kind = READ_AS.get(block.kind) or BlockKind(block.kind)
            article = numbers.get(block.article_id or 0)
            is_loose = kind == BlockKind.FURNITURE or article is None
            for start, end in block.delivered():
                if is_loose:
                    yield ReadBlock(BlockKind.FURNITURE, start, end)
                else:
                    yield ReadBlock(kind, start, end, article)


def _spans(blocks: Iterable[Block]) -> list[Span]:
    found: list[Span] = []
    for block in blocks:
        found += block.delivered()
    return found


def _reach(spans: list[Span]) -> Span | None:
    if not spans:
        return None
    starts, ends = zip(*spans, strict=True)
    return min(starts), max(ends)


def _held(article: ReadArticle, spans: Iterable[Span]) -> int:
    """Return how many characters of these runs an article as read holds."""
    first, last = article.span
    held = 0
    for start, end in spans:
        begins = max(start, first)
        ends = min(end, last)
        held += max(0, ends - begins)
    return held
