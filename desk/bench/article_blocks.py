"""The articles of a page as the workbench shows them: block by block, doubts and names marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from django.utils.functional import Promise

from articles.composing import GAP
from articles.models import Article, Block, Photo
from articles.models.selector import Part
from desk.bench.marked_text import Bit, PageMarks, marks_on_page
from editorial.casework.acts import PageWords
from editorial.casework.block_words import BlockPlace
from editorial.casework.cases import Case

HEADINGS = (Part.KICKER, Part.HEADLINE, Part.SUBTITLE)


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block with its words as stored, and cut for display; the byline is edited elsewhere."""

    article: int
    place: str
    label: str | Promise
    kind: str
    words: str
    bits: list[Bit]
    row: Block | None = None
    photo: Photo | None = None

    @property
    def anchor(self) -> str:
        """Its name in the page: of letters, digits and dashes."""
        if self.place or self.row is None:
            return anchor_of(self.article, self.place)
        return f"block-{self.row.pk}"

    @property
    def is_gap(self) -> bool:
        """Tell whether it stands for words that the copy lacks."""
        if self.kind != "body":
            return False
        return self.words == GAP

    @property
    def is_left_out(self) -> bool:
        return self.kind == "out"

    @property
    def is_edited(self) -> bool:
        return bool(self.place)

    @property
    def address(self) -> str:
        """What ``?edit=`` calls it."""
        return f"{self.article}:{self.place}"


@dataclass(frozen=True, slots=True)
class ShownArticle:
    article: Article
    blocks: list[ShownBlock]
    open_cases: int


def _with_places(rows: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Yield the blocks that texts show, each with its place."""
    kept = list(rows)
    places = places_shown(kept)
    for row in kept:
        if row.pk in places:
            yield row, places[row.pk]


def _with_rows(
    blocks: Iterable[ShownBlock], rows: Mapping[tuple[int | None, str], Block]
) -> Iterator[ShownBlock]:
    """Yield blocks as shown, each with the one that is stored."""
    for block in blocks:
        place = (block.article, block.place)
        yield replace(block, row=rows.get(place, block.row))


def beside_texts(
    rows: Iterable[Block], article: int | None
) -> Iterator[ShownBlock]:
    """Yield what was printed of an article, or of none, and stands in no text."""
    for row in rows:
        is_merged = row.removed and not row.spans
        if row.article_id != article or row.part or is_merged:
            continue
        is_out = row.removed or row.kind == Block.Kind.FURNITURE
        yield ShownBlock(
            article or 0,
            "",
            row.get_kind_display(),
            "out" if is_out else "by",
            row.text,
            [Bit(row.text)],
            row,
        )


def places_shown(blocks: Iterable[Block]) -> dict[int, str]:
    """Return where the articles show blocks, by their keys."""
    in_order = sorted(blocks, key=attrgetter("place", "pk"))
    paragraphs: Counter[int] = Counter()
    found = {}
    for block in in_order:
        if block.part == Part.BODY and block.article_id:
            number = paragraphs[block.article_id]
            paragraphs[block.article_id] += 1
            found[block.pk] = str(BlockPlace(Part.BODY, number))
        elif block.part == Part.CAPTION and block.photo_id:
            found[block.pk] = str(BlockPlace(Part.CAPTION, block.photo_id))
        elif block.part:
            found[block.pk] = str(BlockPlace(block.part))
    return found


def anchor_of_block(block: Block, places: Mapping[int, str]) -> str:
    """Return the anchor of a block where the page shows it."""
    place = places.get(block.pk)
    if place is None or block.article_id is None:
        return f"block-{block.pk}"
    return anchor_of(block.article_id, place)


def anchor_of(article: int, place: str) -> str:
    return f"b{article}-{place.replace(':', '-')}"


def shown_articles(
    words: PageWords, cases: Sequence[Case], rows: Sequence[Block]
) -> list[ShownArticle]:
    """Return the articles of a page in reading order with all that is marked in them; ``rows`` are
    the blocks of the page.
    """
    places = _with_places(rows)
    shown = {(row.article_id, place): row for row, place in places}
    marks = marks_on_page(words, cases)
    waiting = [case.lead.article_id for case in cases if case.is_open]
    return [
        ShownArticle(
            article,
            list(_with_rows(_blocks(article, words, marks, rows), shown)),
            waiting.count(article.pk),
        )
        for article in words.articles.values()
    ]


def _blocks(
    article: Article, words: PageWords, marks: PageMarks, rows: Sequence[Block]
) -> Iterator[ShownBlock]:
    """Yield the blocks of an article; what was printed above its body stands there."""
    beside = list(beside_texts(rows, article.pk))
    body = [
        row.place
        for row in rows
        if row.article_id == article.pk and row.part == Part.BODY
    ]
    above = [each for each in beside if _stands_above(each, body)]
    yield from _headings(article, marks)
    yield from above
    yield from _byline(article, beside)
    yield from _paragraphs(article, marks)
    for photo in words.photos.get(article.pk, ()):
        yield _caption(photo, marks)
    yield from (each for each in beside if each not in above)


def _stands_above(block: ShownBlock, body: list[int]) -> bool:
    """Tell whether a block stands before all paragraphs, whose places are given."""
    if block.row is None or not body:
        return False
    first = min(body)
    return block.row.place < first


def _headings(article: Article, marks: PageMarks) -> Iterator[ShownBlock]:
    key = article.pk
    for part in HEADINGS:
        text = getattr(article, part)
        if text:
            bits = marks.bits((key, part, 0), text)
            place = str(BlockPlace(part))
            yield ShownBlock(key, place, part.label, f"head {part}", text, bits)


def _byline(
    article: Article, beside: Iterable[ShownBlock]
) -> Iterator[ShownBlock]:
    """Yield the byline on record, unless the printed one stands beside and names the same."""
    bylines = article.bylines.all()
    words = "".join(each.words for each in beside if not each.is_left_out)
    # Names may be padded in print.
    printed = "".join(words.split())
    if all(each.name in printed for each in bylines):
        return
    said = [f"{each.get_role_display()} {each.name}" for each in bylines]
    if said:
        text = "  ".join(said)
        label = Block.Kind.BYLINE.label
        yield ShownBlock(
            article.pk,
            "",
            label,
            "by",
            text,
            [Bit(text)],
        )


def _paragraphs(article: Article, marks: PageMarks) -> Iterator[ShownBlock]:
    key = article.pk
    label = Block.Kind.PARAGRAPH.label
    offset = 0
    for number, text in enumerate(article.paragraphs):
        bits = marks.bits((key, Part.BODY, 0), text, offset)
        place = str(BlockPlace(Part.BODY, number))
        yield ShownBlock(
            key,
            place,
            label,
            "body",
            text,
            bits,
        )
        offset += len(text) + 1


def _caption(photo: Photo, marks: PageMarks) -> ShownBlock:
    key = photo.article_id
    text = photo.caption
    bits = marks.bits((key, Part.CAPTION, photo.pk), text)
    place = str(BlockPlace(Part.CAPTION, photo.pk))
    return ShownBlock(
        key,
        place,
        Block.Kind.CAPTION.label,
        "cap",
        text,
        bits,
        photo=photo,
    )
