"""The blocks of a page as read: each character that is no space belongs to exactly one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple

from articles.models import Article, Block, Page, PageGeometry, Photo
from editorial.blocks.order_of_blocks import ROOM, in_sequence
from importing.delivery.files.regions import Region
from reader import ReadPage
from reader.results import Block as ReadBlock
from reader.results import ReadArticle, ReadPhoto, Span
from reader.vocabulary import BlockKind

# Of these kinds all words stand in a text; those that do not were read twice and left out.
IN_TEXTS = frozenset(
    {
        BlockKind.KICKER,
        BlockKind.HEADLINE,
        BlockKind.SUBTITLE,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
    }
)


def keep_geometry(
    page: Page, regions: Iterable[Region], *, is_new: bool
) -> None:
    """Store where the lines of a page stand on it, in place of what was known."""
    if not is_new:
        known = PageGeometry.objects.filter(page=page)
        known.delete()
    lines = [astuple(region) for region in regions]
    if lines:
        PageGeometry.objects.create(page=page, lines=lines)


class ReadBlocks:
    """The blocks of a page as read, unsaved and without articles: ``of_article`` by the index as
    read, in order; ``furniture`` is of none.
    """

    def __init__(self, page: Page, read: ReadPage) -> None:
        self.page = page
        self.read = read
        self.text = read.text
        count = len(read.articles)
        printed: list[list[ReadBlock]] = [[] for _number in range(count)]
        loose: list[ReadBlock] = []
        for block in read.blocks:
            own = loose if block.article is None else printed[block.article]
            own.append(block)
        self.of_article = [
            self._of_article(article, own)
            for article, own in zip(read.articles, printed, strict=True)
        ]
        self.furniture = [
            self._as_printed(one, self._span(one)) for one in loose
        ]
        number_from_one(self.furniture)

    def _of_article(
        self, read: ReadArticle, printed: Iterable[ReadBlock]
    ) -> list[Block]:
        headings = list(self._headings(read))
        paragraphs = [
            self._new(BlockKind.PARAGRAPH, one.text, one.sources)
            for one in read.paragraphs
        ]
        captions = [
            self._new(BlockKind.CAPTION, one.caption, [one.caption_span])
            for one in read.photos
        ]
        texts = [*headings, *paragraphs, *captions]
        blocks = [*texts, *self._left_over(printed, texts)]
        blocks.sort(key=first_offset)
        in_sequence(blocks, paragraphs)
        number_from_one(blocks)
        return blocks

    def _headings(self, read: ReadArticle) -> Iterator[Block]:
        for rank, spans in read.heading_sources.items():
            yield self._new(BlockKind(rank), getattr(read, rank), spans)

    def _left_over(
        self, printed: Iterable[ReadBlock], texts: Iterable[Block]
    ) -> Iterator[Block]:
        """Yield what was printed beside the texts."""
        taken = sorted(span for block in texts for span in block.delivered())
        for one in printed:
            for span in without_spans(self._span(one), taken):
                words = self.text[slice(*span)]
                if words.strip():
                    yield self._as_printed(one, span)

    def _as_printed(self, block: ReadBlock, span: Span) -> Block:
        start, end = span
        words = self.text[start:end]
        new = self._new(block.kind, words, [span])
        new.removed = block.kind in IN_TEXTS
        return new

    def _new(self, kind: BlockKind, words: str, spans: Iterable[Span]) -> Block:
        page = self.page.pk
        return Block(
            page=self.page,
            kind=str(kind),
            read_kind=str(kind),
            text=words,
            read=words,
            spans=[[page, start, end] for start, end in spans],
        )

    def give_article(
        self, index: int, article: Article, photos: Iterable[Photo]
    ) -> None:
        """Let the blocks of an article as read be those of a stored one and its photos."""
        read = self.read.articles[index].photos
        known = list(zip(photos, read, strict=True))
        for block in self.of_article[index]:
            block.article = article
            if block.kind in (Block.Kind.CAPTION, Block.Kind.CREDIT):
                block.photo = _photo_at(first_offset(block), known)

    @staticmethod
    def _span(block: ReadBlock) -> Span:
        return block.start, block.end


def number_from_one(blocks: Iterable[Block]) -> None:
    """Give blocks, which stand in order, their first places."""
    place = 0
    for block in blocks:
        place += ROOM
        block.place = place


def first_offset(block: Block) -> int:
    """Return where on its page a block begins, 0 for one that is not printed."""
    starts = []
    for start, _end in block.delivered():
        starts.append(start)
    return min(starts, default=0)


def _photo_at(
    offset: int, photos: Iterable[tuple[Photo, ReadPhoto]]
) -> Photo | None:
    """Return the photo whose caption and credit a place of the page is in."""
    for photo, read in photos:
        start, end = read.span
        if start <= offset < end:
            return photo
    return None


def without_spans(span: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """Yield what is left of a span beside those taken, which are in order."""
    at, end = span
    for first, last in taken:
        if last <= at or first >= end:
            continue
        if first > at:
            yield at, first
        at = max(at, last)
    if at < end:
        yield at, end
