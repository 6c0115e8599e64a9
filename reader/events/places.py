"""Find where an event takes place in the sentence that states it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.patterns import events as patterns
from reader.records import Span


def place_of(text: str, start: int, end: int) -> Span | None:
    """Return the offsets of the printed place in ``text[start:end]``, None when the sentence states none."""
    return next(_places(text, start, end), None)


def _places(text: str, start: int, end: int) -> Iterator[Span]:
    for match in patterns.HELD_AT.finditer(text, start, end):
        if patterns.NO_PLACE.search(match["place"]) is None:
            yield _trimmed(match)
    for match in patterns.AT_VENUE.finditer(text, start, end):
        yield _trimmed(match)
    for match in patterns.STARTS_FROM.finditer(text, start, end):
        if patterns.PLACE_END.search(match["place"]):
            yield _trimmed(match)
    begins = patterns.BEGINS_AT.match(text, start, end)
    if begins:
        yield _trimmed(begins)
    for match in patterns.ARRIVED.finditer(text, start, end):
        yield match.span("place")
    for match in patterns.WENT_TO.finditer(text, start, end):
        if patterns.PLACE_END.search(match["place"]):
            yield _trimmed(match)


def _trimmed(match: re.Match[str]) -> Span:
    place = match["place"]
    lead = len(place) - len(place.lstrip())
    return match.start("place") + lead, match.start("place") + len(place.rstrip())
