"""Characters that leave no mark on paper, between those that are read: a page is read without them,
and every place in what was read is told as it stands in the text with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import chain, starmap
from typing import Any

from django.utils.translation import gettext as _

from editorial.models import Rule, Severity
from reader import ReadPage
from reader.results import Paragraph, ReadArticle, ReadFinding, ReadPhoto, Span

HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
# Zero-width spaces and joiners, marks of direction, soft hyphens, byte order marks.
ZERO_WIDTH = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# Which form of a character is drawn: printed, and no other character.
FORMS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
# What programs set between characters to fill a line; not the space of a name of two characters.
THIN = f"(?<=[{HAN}])[\u2006\u2008-\u200a\u202f]+(?=[{HAN}])"
UNSEEN = re.compile(f"[{ZERO_WIDTH}{FORMS}]+|{THIN}")
# Inside a word.
DOUBTED = re.compile(f"(?<=[{HAN}])[{ZERO_WIDTH}]+(?=[{HAN}])|{THIN}")
# More of them are a habit of the whole page, and one doubt.
SINGLE = 5
# The fields of a reading that are a place, and those that are several.
PLACE = frozenset(
    {"span", "caption_span", "evidence", "place_span", "time_span"}
)
PLACES = "sources"
PLACES_BY_RANK = "heading_sources"
BOUNDS = frozenset({"start", "end"})


@dataclass(frozen=True, slots=True)
class SeenText:
    """A page's text as it is printed and without what is not seen; ``places`` are where each
    character of ``seen`` stands in ``printed``, empty when nothing was left out.
    """

    printed: str
    seen: str
    places: tuple[int, ...] = ()

    def as_printed(self, page: ReadPage) -> ReadPage:
        """Return the reading of what is seen with its places in what is printed, and the doubts
        about what was passed over.
        """
        if not self.places:
            return page
        placed: ReadPage = self._placed(page)
        findings = (*placed.findings, *doubts_about(self.printed))
        return replace(placed, findings=findings)

    def _placed(self, value: Any) -> Any:
        """Return a part of a reading as it stands in print."""
        if isinstance(value, tuple):
            return tuple(map(self._placed, value))
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed = dict(self._fields(value))
        if changed.keys() >= BOUNDS:
            start, end = self._span((changed["start"], changed["end"]))
            changed |= {"start": start, "end": end}
        changed |= self._worded(value)
        return replace(value, **changed)

    def _fields(self, value: Any) -> Iterator[tuple[str, Any]]:
        names = [field.name for field in fields(value) if field.init]
        for name in names:
            held = getattr(value, name)
            yield name, self._field(name, held)

    def _field(self, name: str, held: Any) -> Any:
        if name in PLACE:
            return None if held is None else self._span(held)
        if name == PLACES:
            return self._spans(held)
        if name == PLACES_BY_RANK:
            return {rank: self._spans(each) for rank, each in held.items()}
        return self._placed(held)

    def _worded(self, value: object) -> dict[str, str]:
        """Return the words that a part of a reading repeats from its places, as they are printed
        there.
        """
        if isinstance(value, Paragraph):
            words = self._printed("", value.sources)
            return {"text": words}
        if isinstance(value, ReadPhoto):
            return self._caption(value)
        if isinstance(value, ReadArticle):
            return self._headings(value)
        return {}

    def _caption(self, photo: ReadPhoto) -> dict[str, str]:
        """Return the caption as it is printed, nothing of one joined from lines."""
        spans = (photo.caption_span,)
        if photo.caption != self._seen("", spans):
            return {}
        words = self._printed("", spans)
        return {"caption": words}

    def _headings(self, article: ReadArticle) -> dict[str, str]:
        """Return the headings as they are printed, their lines parted by spaces."""
        headings: dict[str, str] = {}
        for rank, spans in article.heading_sources.items():
            words = self._seen(" ", spans)
            if getattr(article, rank) == words:
                headings[rank] = self._printed(" ", spans)
        return headings

    def _seen(self, mark: str, spans: Iterable[Span]) -> str:
        return words_between(self.seen, mark, spans)

    def _printed(self, mark: str, spans: Iterable[Span]) -> str:
        places = self._spans(spans)
        return words_between(self.printed, mark, places)

    def _spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(map(self._span, spans))

    def _span(self, span: Span) -> Span:
        start, end = span
        if start < end:
            return self.places[start], self.places[end - 1] + 1
        # Behind the last character a place is the end of the text.
        place = (
            self.places[start]
            if start < len(self.places)
            else len(self.printed)
        )
        return place, place


def seen_text(printed: str) -> SeenText:
    """Return a page's text with what of it is seen."""
    left_out = _unseen_places(printed)
    if not left_out:
        return SeenText(printed, printed)
    everywhere = range(len(printed))
    places = [at for at in everywhere if at not in left_out]
    seen = "".join(map(printed.__getitem__, places))
    return SeenText(printed, seen, tuple(places))


def _unseen_places(printed: str) -> set[int]:
    matches = UNSEEN.finditer(printed)
    spans = map(re.Match.span, matches)
    places = starmap(range, spans)
    return set(chain.from_iterable(places))


def words_between(text: str, mark: str, spans: Iterable[Span]) -> str:
    """Return the words at places of a text, with a mark between them."""
    words = [text[start:end] for start, end in spans]
    return mark.join(words)


def doubts_about(printed: str) -> list[ReadFinding]:
    """Return the doubts about what stands unseen inside words, each with the characters beside it
    as they are without it; many are one.
    """
    found = list(DOUBTED.finditer(printed))
    if len(found) <= SINGLE:
        return [_doubt_at(printed, match) for match in found]
    start = found[0].start()
    end = found[-1].end()
    return [_doubt(start, end)]


def _doubt_at(printed: str, match: re.Match[str]) -> ReadFinding:
    start = match.start() - 1
    end = match.end() + 1
    before = printed[start]
    behind = printed[end - 1]
    return _doubt(start, end, before + behind)


def _doubt(start: int, end: int, offered: str | None = None) -> ReadFinding:
    return ReadFinding(
        Rule.MOJIBAKE,
        Severity.NOTICE,
        start,
        end,
        _("Characters that are not seen stand inside words."),
        offered,
    )
