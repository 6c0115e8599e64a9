"""The words of a search marked in an article that it led to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from articles.pieces import Marking, Piece, cut
from articles.typesetting import HEADINGS, SetPhoto, Setting
from search.folding import LINE_BREAK, words_of
from search.highlighting import ranges_of
from search.query import LONGEST_QUERY


def query_in(asked: QueryDict) -> str:
    """Return the words of a search as an address has them; empty for more than the search takes."""
    query = asked.get("q", "").strip()
    return query if len(query) <= LONGEST_QUERY else ""


def with_words_marked(setting: Setting, query: str) -> Setting:
    """Return a setting with the words of a query marked wherever the search would find them, the
    first mark with the anchor; the setting itself where nothing is to be marked. Where it leads to
    the page of its other half, the words are marked there too.
    """
    words = words_of(query)
    if not words:
        return setting
    asked = urlencode({"q": query})
    marker = _Marker(words, asked)
    headings: dict[str, Any] = {
        name: marker.marked(getattr(setting, name)) for name in HEADINGS
    }
    # As the page has them: the first photo stands before the text.
    lead = list(map(marker.marked_photo, setting.photos[:1]))
    paragraphs = list(map(marker.marked, setting.paragraphs))
    others = list(map(marker.marked_photo, setting.photos[1:]))
    return replace(
        setting,
        **headings,
        paragraphs=paragraphs,
        photos=[*lead, *others],
    )


def has_marks(setting: Setting) -> bool:
    """Tell whether words are marked anywhere in a setting."""
    captions = (photo.caption for photo in setting.photos)
    headings = (setting.kicker, setting.headline, setting.subtitle)
    texts: Iterable[list[Piece]] = (*headings, *setting.paragraphs, *captions)
    return any(piece.sought for text in texts for piece in text)


class _Marker:
    """Marks words in one text after the other, and remembers whether one has the anchor."""

    def __init__(self, words: Sequence[str], asked: str) -> None:
        self.words = words
        self.asked = asked
        self.has_anchor = False

    def marked_photo(self, photo: SetPhoto) -> SetPhoto:
        return replace(photo, caption=self.marked(photo.caption))

    def marked(self, pieces: list[Piece]) -> list[Piece]:
        """Return the pieces of a text cut where the words begin and end."""
        text = "".join(map(_searched, pieces))
        places = ranges_of(text, self.words)
        markings = [Marking(start, end) for start, end in places]
        return list(self._cut(pieces, markings))

    def _cut(
        self, pieces: list[Piece], markings: list[Marking]
    ) -> Iterator[Piece]:
        at = 0
        for piece in map(self._led_on, pieces):
            parts = cut(piece.text, markings, at)
            # A name leads to its person as a whole or not at all.
            person = piece.person if len(parts) == 1 else None
            for part in parts:
                yield replace(
                    piece,
                    text=part.text,
                    person=person,
                    sought=part.sought,
                    anchor=part.sought and self._is_first(),
                )
            at += len(piece.text)

    def _led_on(self, piece: Piece) -> Piece:
        """Return a piece that takes the query along where it leads to another page."""
        if not piece.jump:
            return piece
        address = f"{piece.jump}?{self.asked}"
        return replace(piece, jump=address)

    def _is_first(self) -> bool:
        """Tell whether no mark was before this one."""
        is_first = not self.has_anchor
        self.has_anchor = True
        return is_first


def _searched(piece: Piece) -> str:
    """Return the words of a piece in which is searched: none of the label of another page, across
    which no words are found.
    """
    if piece.jump:
        return LINE_BREAK * len(piece.text)
    return piece.text
