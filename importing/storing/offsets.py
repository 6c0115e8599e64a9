"""From page offsets to the offsets of an article's parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from articles.models.selector import Part
from reader import ReadPage
from reader.results import ReadArticle, ReadPhoto, Span

# Each line of a heading is joined to the next one by a space, each paragraph by a newline.
JOIN = 1
# Article and photo as indexes, and the part: what has a text of its own.
TextIndex = tuple[int, str, int | None]


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one part: ``article`` and ``photo`` are indexes as read, ``start``/``end`` count in
    the part's text.
    """

    article: int
    part: str
    photo: int | None
    start: int
    end: int

    @property
    def text_index(self) -> TextIndex:
        return self.article, self.part, self.photo


@dataclass(frozen=True, slots=True)
class _Piece:
    """Page characters ``page_start``..``page_end`` that stand from ``start`` on in one part."""

    page_start: int
    page_end: int
    article: int
    part: str
    photo: int | None
    start: int

    @property
    def text_index(self) -> TextIndex:
        return self.article, self.part, self.photo

    def shares_part_with(self, other: _Piece) -> bool:
        return self.text_index == other.text_index

    def in_part(self, page_offset: int) -> int:
        """Return where a character of the page stands in the part."""
        return self.start + page_offset - self.page_start

    def on_page(self, offset: int) -> int:
        """Return where a character of the part stands on the page, the piece's end at most."""
        return min(self.page_start + offset - self.start, self.page_end)


class Offsets:
    """The parts of a page's articles, to be asked where a run of page text stands in them."""

    def __init__(self, read: ReadPage) -> None:
        pieces: list[_Piece] = []
        for index, article in enumerate(read.articles):
            pieces += _pieces(index, article)
        self._pieces = sorted(pieces, key=attrgetter("page_start"))
        self._starts = [piece.page_start for piece in self._pieces]
        self._articles = [article.span for article in read.articles]

    def find(self, span: Span) -> Place | None:
        """Return where the page words stand in one part; None when they stand in no one part.

        An empty span is a point between two characters; at the end of a piece it still belongs to
        it.
        """
        start, end = span
        first, last = self._ends(span)
        if first is None or last is None:
            return None
        if not first.shares_part_with(last):
            return None
        return Place(*first.text_index, first.in_part(start), last.in_part(end))

    def article_at(self, span: Span) -> int | None:
        """Return the index of the article that the span lies in or touches."""
        for index, article in enumerate(self._articles):
            if is_within(span, article):
                return index
        return None

    def on_page(self, place: Place) -> Span:
        """Return the page offsets of words of one part.

        Across a cut they reach over what stands between.
        """
        start = self._offset(place, place.start)
        return start, max(start, self._offset(place, place.end))

    def _offset(self, place: Place, offset: int) -> int:
        """Return the page offset of the character at ``offset`` of a part."""
        before = [
            piece for piece in self._pieces_of(place) if piece.start <= offset
        ]
        if before:
            return max(before, key=attrgetter("start")).on_page(offset)
        article_start, _end = self._articles[place.article]
        return article_start

    def _pieces_of(self, place: Place) -> Iterator[_Piece]:
        for piece in self._pieces:
            if piece.text_index == place.text_index:
                yield piece

    def _ends(self, span: Span) -> tuple[_Piece | None, _Piece | None]:
        """Return the pieces of the first and the last character of a span."""
        start, end = span
        is_empty = start == end
        if is_empty:
            around = self._piece(start, reach=1)
            return around, around
        first = self._piece(start)
        last = self._piece(end - 1)
        return first, last

    def _piece(self, offset: int, *, reach: int = 0) -> _Piece | None:
        """Return the piece of a character, or one that ended ``reach`` characters before it."""
        number = bisect_right(self._starts, offset)
        if not number:
            return None
        piece = self._pieces[number - 1]
        if offset >= piece.page_end + reach:
            return None
        return piece


def is_within(inner: Span, outer: Span) -> bool:
    """Tell whether all of a span lies in another one; it may be as long."""
    start, end = inner
    outer_start, outer_end = outer
    return outer_start <= start and end <= outer_end


def _pieces(index: int, article: ReadArticle) -> Iterator[_Piece]:
    for part in (Part.KICKER, Part.HEADLINE, Part.SUBTITLE):
        lines = article.heading_sources.get(part.value, ())
        yield from _heading_pieces(index, part.value, lines)
    yield from _body_pieces(index, article)
    yield from _caption_pieces(index, article.photos)


def _heading_pieces(
    index: int, part: str, lines: Iterable[Span]
) -> Iterator[_Piece]:
    at = 0
    for start, end in lines:
        yield _Piece(
            start,
            end,
            index,
            part,
            None,
            at,
        )
        at += end - start + JOIN


def _body_pieces(index: int, article: ReadArticle) -> Iterator[_Piece]:
    at = 0
    for paragraph in article.paragraphs:
        for start, end in paragraph.sources:
            yield _Piece(
                start,
                end,
                index,
                Part.BODY.value,
                None,
                at,
            )
            at += end - start
        at += JOIN


def _caption_pieces(
    index: int, photos: Iterable[ReadPhoto]
) -> Iterator[_Piece]:
    for number, photo in enumerate(photos):
        start, end = photo.caption_span
        yield _Piece(
            start,
            end,
            index,
            Part.CAPTION.value,
            number,
            0,
        )
