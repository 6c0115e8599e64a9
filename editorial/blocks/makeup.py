"""The make-up of a page: its blocks under a lock, changed together, with all that follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.composing import (
    caption_of,
    read_texts_of_blocks,
    texts_of_blocks,
)
from articles.models import Article, Block, Page, Photo
from articles.models.selector import Part
from editorial.blocks.arrangement import Arrangement
from editorial.blocks.carrying.carrying_marks import CarriedMarks
from editorial.blocks.following_words import store_blocks
from editorial.blocks.hanging_rows import keys_hanging_on
from editorial.blocks.order_of_blocks import give_places
from editorial.models import Correction
from editorial.publishing.reopening import void_signatures
from editorial.steps.stored_rows import RowKey
from records.grouping import grouped

AS_COMPOSED = [
    *Article.TEXT_FIELDS,
    *(f"read_{name}" for name in Article.TEXT_FIELDS),
    "start",
    "end",
    "version",
    "status",
    "modified_at",
]
# The texts of an article as corrected and as read; a caption and the article of its photo.
Composed = tuple[dict[str, str], dict[str, str]]
CaptionOfPhoto = tuple[str, int | None]


@dataclass(slots=True)
class Makeup:
    """The articles of a page by their keys, those joined to others too, and its blocks; ``order``
    are the blocks of each article in their order, None for those of no article.
    """

    page: Page
    articles: dict[int, Article] = field(default_factory=dict)
    photos: dict[int, Photo] = field(default_factory=dict)
    order: dict[int | None, list[Block]] = field(default_factory=dict)
    before: Arrangement = field(default_factory=Arrangement)
    made: list[Block | Photo] = field(default_factory=list)
    lost: list[Photo] = field(default_factory=list)
    _restated: dict[int, set[str]] = field(default_factory=dict)
    _articles_before: dict[int, int | None] = field(default_factory=dict)
    _composed: dict[int, Composed] = field(default_factory=dict)
    _captions: dict[int, CaptionOfPhoto] = field(default_factory=dict)

    @classmethod
    def locked(cls, page: Page) -> Makeup:
        """Return the make-up of a page, kept from others until the transaction ends."""
        found = cls(page)
        articles = Article.every.filter(page=page).order_by("pk")
        for article in articles.select_for_update(of=["self"]):
            article.page = page
            found.articles[article.pk] = article
        found.load_blocks()
        found.before = found.arrangement()
        found._articles_before = {
            block.pk: block.article_id for block in found.blocks()
        }
        for key in found.articles:
            found._composed[key] = _composed(found.order[key])
        found._captions = found._captions_now()
        return found

    def load_again(self) -> None:
        """Fetch what was put back of articles, blocks and photos meanwhile."""
        for article in self.articles.values():
            article.refresh_from_db()
            article.page = self.page
        self.load_blocks()

    def load_blocks(self) -> None:
        """Fetch blocks and photos as they are stored."""
        photos = Photo.objects.filter(article__in=self.articles)
        self.photos = {photo.pk: photo for photo in photos}
        self.order = {key: [] for key in (None, *self.articles)}
        for block in self.page.blocks.in_order():
            self.order[block.article_id].append(block)

    def blocks(self) -> Iterator[Block]:
        """Yield all blocks, those of each article in their order."""
        for own in self.order.values():
            yield from own

    def of(self, article: Article) -> list[Block]:
        """Return the blocks of an article, in order; they may be put in another one."""
        key = article.pk
        return self.order.setdefault(key, [])

    def block(self, key: int) -> Block:
        """Return the block of this key; raise ``ValidationError`` for none of the page."""
        for block in self.blocks():
            if block.pk == key:
                return block
        raise ValidationError(_("There is no such block."))

    def article_of(self, block: Block) -> Article:
        """Return the article of a block; raise ``ValidationError`` for furniture of none."""
        article = self.articles.get(block.article_id or 0)
        if article is None:
            raise ValidationError(_("This block is of no article."))
        return article

    def standing(self) -> list[Article]:
        """Return the articles that have words of their own, in reading order."""
        found = [
            one for one in self.articles.values() if one.joined_to_id is None
        ]
        return sorted(found, key=attrgetter("position"))

    def arrangement(self) -> Arrangement:
        return Arrangement.of(self.blocks())

    def keys(self) -> Iterator[RowKey]:
        """Yield what may be changed with the make-up, as steps call it."""
        for block in self.blocks():
            yield "block", block.pk
        for article in self.articles:
            yield "article", article
        yield from keys_hanging_on(self.articles)

    def _moved(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, int]]:
        """Yield the blocks that are of another article now, each with the one before."""
        for block in blocks:
            was = self._articles_before.get(block.pk)
            if was is None:
                continue
            if was != block.article_id:
                yield block, was

    def gain_photo(self, photo: Photo) -> None:
        """Take in a new photo, which is stored."""
        photo.save()
        self.photos[photo.pk] = photo
        self.made.append(photo)

    def lose_photo(self, photo: Photo) -> None:
        """Let a photo go when the make-up is settled."""
        self.lost.append(photo)

    def restate(self, article: Article, names: Iterable[str]) -> None:
        """Let these fields of an article be written, texts apart."""
        key = article.pk
        known = self._restated.setdefault(key, set())
        known.update(names)

    def give_bylines(self, article: Article, to: Article) -> None:
        """Let who signed an article sign another one, behind those who do already."""
        last = to.bylines.count()
        for byline in article.bylines.all():
            last += 1
            byline.article = to
            byline.position = last
            byline.save()

    def settle(self, *, is_undo: bool = False) -> None:
        """Store the blocks as they stand, write the texts that they make up, and let the marks go
        with their words; whatever was signed of changed words is signed again. ``is_undo``: what
        is doubted of no words has been put back by itself, and an article may be empty.

        Raise ``ValidationError`` where a text cannot be made up so."""
        for key, own in self.order.items():
            for block in own:
                block.article_id = key
            give_places(own)
        blocks = list(self.blocks())
        store_blocks(blocks)
        for article in self.articles.values():
            self._write(article, may_empty=is_undo)
        self._compose_photos()
        marks = CarriedMarks(self.articles, self.photos)
        marks.load()
        by_key = {block.pk: block for block in blocks}
        kept = {block.pk: list(block.held) for block in blocks}
        if not is_undo:
            marks.lead_unplaced(self._moved(blocks))
        marks.carry(self.before, self.arrangement(), by_key)
        store_blocks(one for one in blocks if one.held != kept[one.pk])
        for photo in self.lost:
            Correction.objects.filter(photo=photo).update(photo=None)
            photo.delete()

    def _write(self, article: Article, *, may_empty: bool) -> None:
        """Write the texts of an article and what else is said of it, where it is another."""
        names = self._restated.get(article.pk, set())
        if self._composes(article, may_empty=may_empty):
            names |= set(AS_COMPOSED)
        if not names:
            return
        article.save(update_fields=names)

    def _composes(self, article: Article, *, may_empty: bool) -> bool:
        """Let an article have the texts that its blocks make up; tell whether they are others."""
        own = self.of(article)
        now = _composed(own)
        was = self._composed.get(article.pk)
        if now == was:
            return False
        texts, read = now
        _refuse_too_long(texts)
        if not may_empty:
            _refuse_to_empty(article, texts)
        article.take_texts(texts)
        article.take_texts(
            {f"read_{part}": words for part, words in read.items()}
        )
        _take_span(article, own)
        article.version += 1
        void_signatures(article)
        return True

    def _captions_now(self) -> dict[int, CaptionOfPhoto]:
        """Return the caption of each photo, and the article that it is of, as blocks say."""
        captions = grouped(
            (block.photo_id, block)
            for block in self.blocks()
            if block.part == Part.CAPTION and block.photo_id
        )
        return {
            key: (caption_of(own), own[0].article_id)
            for key, own in captions.items()
        }

    def _compose_photos(self) -> None:
        """Let photos have the captions, and be of the articles, that their blocks say."""
        captions = self._captions_now()
        for key, photo in self.photos.items():
            was = self._captions.get(key, ("", photo.article_id))
            caption, article = captions.get(key, ("", None))
            if (caption, article or photo.article_id) == was:
                continue
            photo.caption = caption
            photo.article = self.articles[article or photo.article_id]
            photo.save(update_fields=["caption", "article"])


def _composed(blocks: list[Block]) -> Composed:
    return texts_of_blocks(blocks), read_texts_of_blocks(blocks)


def _refuse_too_long(texts: dict[str, str]) -> None:
    message = _("These words are too many for a heading (%(limit)d).")
    for part, text in texts.items():
        field = Article._meta.get_field(part)
        limit = getattr(field, "max_length", None)
        if limit is not None and len(text) > limit:
            raise ValidationError(message % {"limit": limit})


def _refuse_to_empty(article: Article, texts: dict[str, str]) -> None:
    if article.joined_to_id is not None:
        return
    had_words = article.headline or article.body
    if had_words and not (texts["headline"] or texts["body"]):
        message = _("An article cannot do without both headline and body.")
        raise ValidationError(message)


def _take_span(article: Article, blocks: Iterable[Block]) -> None:
    """Let an article reach from its first printed word to its last."""
    spans = [span for block in blocks for span in block.delivered()]
    if spans:
        article.start = min(start for start, _end in spans)
        article.end = max(end for _start, end in spans)
