"""Characters that leave no mark on paper, between those that are read: a page is read without them,
and every place in what was read is told as it stands in the text with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from editorial.models import Rule, Severity
from reader import ReadPage
from reader.results import (
    Paragraph,
    ReadArticle,
    ReadFinding,
    ReadPhoto,
    Span,
)

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
        findings = (*placed.findings, *doubts_of(self.printed))
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
        for field in fields(value):
            if field.init:
                held = getattr(value, field.name)
                yield field.name, self._field(field.name, held)

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
            return {"text": self._printed("", value.sources)}
        held: dict[str, tuple[str, str, tuple[Span, ...]]]
        if isinstance(value, ReadPhoto):
            held = {"caption": (value.caption, "", (value.caption_span,))}
        elif isinstance(value, ReadArticle):
            held = {
                rank: (getattr(value, rank), " ", spans)
                for rank, spans in value.heading_sources.items()
            }
        else:
            return {}
        return {
            name: self._printed(mark, spans)
            for name, (words, mark, spans) in held.items()
            if words == mark.join(self.seen[start:end] for start, end in spans)
        }

    def _printed(self, mark: str, spans: Iterable[Span]) -> str:
        places = self._spans(spans)
        return mark.join(self.printed[start:end] for start, end in places)

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
    if UNSEEN.search(printed) is None:
        return SeenText(printed, printed)
    left_out: set[int] = set()
    for match in UNSEEN.finditer(printed):
        left_out.update(range(*match.span()))
    places = [at for at in range(len(printed)) if at not in left_out]
    seen = "".join(printed[at] for at in places)
    return SeenText(printed, seen, tuple(places))


def doubts_of(printed: str) -> list[ReadFinding]:
    """Return the doubts about what stands unseen inside words, each with the characters beside it
    as they are without it; many are one.
    """
    found = list(DOUBTED.finditer(printed))
    if len(found) > SINGLE:
        return [_doubt(found[0].start(), found[-1].end())]
    return [_doubt_at(printed, match) for match in found]


def _doubt_at(printed: str, match: re.Match[str]) -> ReadFinding:
    start = match.start() - 1
    end = match.end() + 1
    return _doubt(start, end, printed[start] + printed[end - 1])


def _doubt(start: int, end: int, offered: str | None = None) -> ReadFinding:
    return ReadFinding(
        Rule.MOJIBAKE,
        Severity.NOTICE,
        start,
        end,
        _("Characters that are not seen stand inside words."),
        offered,
    )
