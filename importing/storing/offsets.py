"""From page offsets to the offsets of an article's parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from articles.models.selector import Part
from reader import ReadPage
from reader.results import ReadArticle, Span


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
    def text_key(self) -> tuple[int, str, int | None]:
        return self.article, self.part, self.photo


class Offsets:
    """The parts of a page's articles, to be asked where a run of page text stands in them."""

    def __init__(self, read: ReadPage) -> None:
        pieces = (
            piece
            for index, article in enumerate(read.articles)
            for piece in _pieces(index, article)
        )
        self._pieces = sorted(pieces, key=lambda piece: piece.page_start)
        self._starts = [piece.page_start for piece in self._pieces]
        self._articles = [article.span for article in read.articles]

    def find(self, span: Span) -> Place | None:
        """Return where the page words stand in one part; None when they stand in no one part.

        An empty span is a point between two characters; at the end of a piece it still belongs to
        it.
        """
        start, end = span
        if start == end:
            first = self._piece(start, is_point=True)
            last = first
        else:
            first = self._piece(start, is_point=False)
            last = self._piece(end - 1, is_point=False)
        if first is None or last is None or first.text_key != last.text_key:
            return None
        return Place(
            article=first.article,
            part=first.part,
            photo=first.photo,
            start=first.start + start - first.page_start,
            end=last.start + end - last.page_start,
        )

    def article_at(self, span: Span) -> int | None:
        """Return the index of the article that the span lies in or touches."""
        for index, (start, end) in enumerate(self._articles):
            if start <= span[0] and span[1] <= end:
                return index
        return None

    def on_page(self, place: Place) -> Span:
        """Return the page offsets of words of one part.

        Across a cut they reach over what stands between.
        """
        start = self._offset(place, place.start)
        end = self._offset(place, place.end)
        return start, max(start, end)

    def _offset(self, place: Place, offset: int) -> int:
        """Return the page offset of the character at ``offset`` of a part."""
        key = (place.article, place.part, place.photo)
        pieces = [piece for piece in self._pieces if piece.text_key == key]
        before = [piece for piece in pieces if piece.start <= offset]
        if not before:
            start, _end = self._articles[place.article]
            return start
        piece = max(before, key=attrgetter("start"))
        return min(piece.page_start + offset - piece.start, piece.page_end)

    def _piece(self, offset: int, *, is_point: bool) -> _Piece | None:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        piece = self._pieces[index]
        return piece if offset < piece.page_end + is_point else None


def _pieces(index: int, article: ReadArticle) -> Iterator[_Piece]:
    for part in (Part.KICKER, Part.HEADLINE, Part.SUBTITLE):
        at = 0
        for start, end in article.heading_sources.get(part.value, ()):
            yield _Piece(start, end, index, part.value, None, at)
            at += end - start + 1
    at = 0
    for paragraph in article.paragraphs:
        for start, end in paragraph.sources:
            yield _Piece(start, end, index, Part.BODY.value, None, at)
            at += end - start
        at += 1
    for number, photo in enumerate(article.photos):
        yield _Piece(*photo.caption_span, index, Part.CAPTION.value, number, 0)
