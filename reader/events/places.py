"""Find where an event takes place: in the sentence that states it, else near by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.names.words import Words, cut
from reader.patterns import events as patterns
from reader.patterns import times
from reader.results import Span

# The words of a place are followed so far, and the next sentence is looked at when it ends so near.
_LONGEST, _NEXT = 30, 80


def place_of(text: str, start: int, end: int) -> Span | None:
    """Return the offsets of the printed place in ``text[start:end]``, None when the sentence states
    none.
    """
    return next(_places(text, start, end), None)


def place_near(text: str, start: int, moment: Span, end: int) -> Span | None:
    """Return the place of the event a moment states: behind the moment, before it, in the sentence
    that follows.
    """
    return (
        place_of(text, moment[1], end)
        or place_of(text, start, moment[0])
        or _next_place(text, end)
    )


def _next_place(text: str, start: int) -> Span | None:
    """Return where the sentence that starts here says the people went, unless it has a time of its
    own.
    """
    stop = patterns.STOP.search(text, start, start + _NEXT)
    end = stop.start() if stop else start
    return None if times.TOKEN.search(text, start, end) else place_of(text, start, end)


def _places(text: str, start: int, end: int) -> Iterator[Span]:
    for match in patterns.HELD_AT.finditer(text, start, end):
        if patterns.NO_PLACE.search(match["place"]) is None:
            yield _trimmed(match)
    yield from _led_to(patterns.AT, text, start, end)
    for match in patterns.STARTS_FROM.finditer(text, start, end):
        if patterns.PLACE_END.search(match["place"]):
            yield _trimmed(match)
    for match in patterns.BEGINS_AT.finditer(text, start, end):
        if len(match["place"]) > 1:
            yield match.span("place")
    for match in patterns.ARRIVED.finditer(text, start, end):
        yield match.span("place")
    for match in patterns.WENT_TO.finditer(text, start, end):
        if patterns.PLACE_END.search(match["place"]):
            yield _trimmed(match)
    yield from _led_to(patterns.TOWARDS, text, start, end)


def _trimmed(match: re.Match[str]) -> Span:
    place = patterns.SOLEMNLY.split(match["place"], maxsplit=1)[0]
    lead = len(place) - len(place.lstrip())
    return match.start("place") + lead, match.start("place") + len(place.rstrip())


def _led_to(lead: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the places that follow 在, 赴 and their like, as far as their words are no verb yet."""
    for match in lead.finditer(text, start, end):
        first = match.end()
        words = cut(text)
        stop = _runs_to(words, text, first, min(end, first + _LONGEST))
        last = patterns.LAST_PLACE_END.match(text, first, stop)
        named = words.tags.get(first) == "ns" and words.end[first] == stop
        place = text[first:stop] if named else last.group() if last else ""
        if place and patterns.NO_PLACE.search(place) is None:
            yield first, first + len(place)


def _runs_to(words: Words, text: str, start: int, end: int) -> int:
    """Return where the first word stands that is no part of a place's name."""
    at = start
    while at < end:
        finish = words.end[at]
        word = text[at:finish]
        stops = words.tags.get(at, "n")[
            0
        ] in patterns.NO_PLACE_TAGS or patterns.NO_PLACE_WORD.match(word)
        if (
            stops
            and not patterns.PLACE_END.search(word)
            and patterns.FACILITY.match(text, finish) is None
        ):
            return at
        at = finish
    return min(at, end)
