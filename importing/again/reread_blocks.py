"""The blocks of a page read again: those that hold the same printed words stay the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter

from articles.models import Article, Block
from articles.models.selector import Part, TextRange
from editorial.anchoring import successor
from editorial.blocks.following_words import lead_to_words, store_blocks
from importing.storing.blocks import ReadBlocks
from importing.storing.page_load import PageLoad
from records.bulk import delete
from records.diff import Run, runs

# What a block takes over from the reading that it is of.
AS_READ = (
    "article",
    "photo",
    "place",
    "read_kind",
    "text",
    "read",
    "spans",
    "removed",
)


def merge_blocks(load: PageLoad, old_text: str, *, is_laid_out: bool) -> None:
    """Pair the blocks as read now with the stored ones by what they hold of the page, lead them to
    the words of the merged articles, and store them. ``is_laid_out``: what a person made of a block
    stands.
    """
    found = ReadBlocks(load.page, load.read)
    for index, article in enumerate(load.articles):
        found.give_article(index, article, load.photos[index])
    stored = _Stored(load, old_text, is_laid_out=is_laid_out)
    now = list(stored.paired(chain(found.furniture, *found.of_article)))
    kept = [*now, *stored.free]
    for article in load.page.articles.in_order():
        _lead(article, kept)
    gone = {block.pk for block in stored.free if stored.is_gone(block)}
    store_blocks(block for block in kept if block.pk not in gone)
    delete(Block.objects.filter(pk__in=gone))


class _Stored:
    """The stored blocks of a page, and where their words stand in its text as delivered now."""

    def __init__(
        self, load: PageLoad, old_text: str, *, is_laid_out: bool
    ) -> None:
        self.is_laid_out = is_laid_out
        self.free = list(load.page.blocks.order_by("pk"))
        self.stood = {one.pk for one in self.free if not one.removed}
        if old_text == load.read.text:
            return
        edits = runs(old_text, load.read.text)
        for block in self.free:
            block.spans = list(moved_spans(block, edits))

    def paired(self, fresh: Iterable[Block]) -> Iterator[Block]:
        """Yield for each block as read the stored one that holds most of its words, or itself."""
        for block in fresh:
            stored = self._most_of(block)
            if stored is None:
                yield block
                continue
            self.free.remove(stored)
            yield self._taken(stored, block)

    def is_gone(self, block: Block) -> bool:
        """Tell whether a block that stood before has neither words nor marks any more."""
        if block.pk not in self.stood:
            return False
        if block.held:
            return False
        return block.removed

    def _most_of(self, fresh: Block) -> Block | None:
        best = max(self.free, key=lambda one: _shared(one, fresh), default=None)
        if best is None or not _shared(best, fresh):
            return None
        return best

    def _taken(self, stored: Block, fresh: Block) -> Block:
        for name in AS_READ:
            setattr(stored, name, getattr(fresh, name))
        if not self.is_laid_out:
            stored.kind = fresh.kind
        return stored


def _lead(article: Article, blocks: list[Block]) -> None:
    """Lead the blocks of an article to its texts and captions as merged; new ones come in."""
    own = [block for block in blocks if block.article_id == article.pk]
    own.sort(key=attrgetter("place"))
    for part in Article.TEXT_FIELDS:
        lead_to_words(own, article, part, None, getattr(article, part))
    for photo in article.photos.all():
        lead_to_words(own, article, Part.CAPTION, photo, photo.caption)
    blocks += [
        block for block in own if block.pk is None and block not in blocks
    ]


def moved_spans(block: Block, edits: list[Run]) -> Iterator[list[int]]:
    """Yield where the spans of a block stand in the text as delivered now, as far as they do."""
    for page, start, end in block.spans:
        first, last = successor(edits, start, end)
        if first < last:
            yield [page, first, last]


def _shared(one: Block, other: Block) -> int:
    """Return how many characters of the page two blocks both hold."""
    shared = 0
    for span in one.delivered():
        for with_span in other.delivered():
            shared += _overlap(span, with_span)
    return shared


def _overlap(one: TextRange, other: TextRange) -> int:
    start, end = one
    other_start, other_end = other
    first = max(start, other_start)
    last = min(end, other_end)
    return max(0, last - first)
