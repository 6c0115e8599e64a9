"""Find where an event takes place: in the sentence that states it, else near by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.events.place_patterns import (
    ARRIVED,
    AT,
    BEGINS_AT,
    CROSSING,
    CUT_OFF,
    FACILITY,
    HALL,
    HELD_AT,
    HOUSE,
    IN_BRACKETS,
    IN_HOUSE,
    ITS_PEOPLE,
    LABELLED,
    LAST_COLUMN,
    NO_PLACE,
    NO_PLACE_TAGS,
    NO_PLACE_WORD,
    RUN_ON_LABEL,
    SOLEMNLY,
    STARTS_FROM,
    TOWARDS,
    WENT_TO,
)
from reader.events.sighting.said_words import is_said, up_to_speech
from reader.events.sighting.sentence_bounds import prints_time, up_to
from reader.events.sighting.timed_sentences import Sighting
from reader.names.words import Words, cut_words
from reader.passages import Passage, Stretch
from reader.patterns.places_and_things import LAST_PLACE_END, PLACE_END
from reader.patterns.sentences import STOP
from reader.results import Span

# The words of a place are followed so far, and the next sentence is looked at when it ends so near.
_LONGEST = 30
_NEXT = 80


def place_of(told: Stretch) -> Stretch | None:
    """Return the printed place in a stretch, None when none is stated but in what is quoted."""
    for start, end in _places(told):
        if not is_said(told.passage.text, start):
            return Stretch(told.passage, start, end)
    return None


def labelled_places(passage: Passage) -> Iterator[Stretch]:
    """Yield the places that a notice gives behind a label."""
    whole = passage.whole()
    for match in whole.find(LABELLED):
        yield Stretch(passage, *_trimmed(match))
    for start, end in _ending_as_place(RUN_ON_LABEL, whole):
        yield Stretch(passage, start, end)


def place_near(seen: Sighting) -> Stretch | None:
    """Return the place of the event a moment states.

    It stands behind the moment, before it, or in the sentence that follows.
    """
    moment = seen.moment
    behind = Stretch(seen.passage, moment.end, seen.end)
    before = Stretch(seen.passage, seen.start, moment.start)
    return (
        _hall(behind)
        or _bracketed(seen, behind)
        or place_of(behind)
        or place_of(before)
        or _house(before, behind)
        or _next_place(seen.passage, seen.end)
    )


def _hall(behind: Stretch) -> Stretch | None:
    """Return the hall that stands alone right behind a time, as in a notice."""
    passage = behind.passage
    hall = HALL.match(passage.text, behind.start, behind.end)
    return hall and Stretch(passage, *hall.span("place"))


def _house(before: Stretch, behind: Stretch) -> Stretch | None:
    """Return the house in front of a time, behind which something takes place in it."""
    text = behind.passage.text
    done = IN_HOUSE.match(text, behind.start, behind.end)
    if done is None:
        return None
    for house in before.find(HOUSE):
        start, end = house.span("place")
        return Stretch(before.passage, start, end)
    return None


def _bracketed(seen: Sighting, behind: Stretch) -> Stretch | None:
    """Return the place in brackets, or in the last column, that ends a line of a schedule."""
    if not seen.scheduled:
        return None
    for form in (IN_BRACKETS, LAST_COLUMN):
        for start, end in _ending_as_place(form, behind):
            return Stretch(behind.passage, start, end)
    return None


def _next_place(passage: Passage, start: int) -> Stretch | None:
    """Return where the next sentence says the people went, unless it has a time of its own."""
    text = passage.text
    stop = STOP.search(text, start, start + _NEXT)
    if stop is None:
        return None
    end = stop.start()
    if prints_time(text, start, end):
        return None
    unspoken = up_to_speech(text, start, end)
    return place_of(Stretch(passage, start, unspoken))


def _places(told: Stretch) -> Iterator[Span]:
    """Yield the places of a stretch, those of the surest form first."""
    for match in told.find(CROSSING):
        yield match.span("place")
    yield from _held_at(told)
    yield from _led_to(AT, told)
    yield from _ending_as_place(STARTS_FROM, told)
    yield from _opening(told)
    for match in told.find(ARRIVED):
        yield match.span("place")
    yield from _ending_as_place(WENT_TO, told)
    yield from _ending_as_place(CUT_OFF, told)
    yield from _led_to(TOWARDS, told)


def _held_at(told: Stretch) -> Iterator[Span]:
    for match in told.find(HELD_AT):
        place = match["place"]
        if NO_PLACE.search(place) is None:
            yield _trimmed(match)


def _opening(told: Stretch) -> Iterator[Span]:
    """Yield the places that begin a clause: 社区, 桥 alone are none."""
    for match in told.find(BEGINS_AT):
        place = match["place"]
        if len(place) > 1:
            yield match.span("place")


def _ending_as_place(form: re.Pattern[str], told: Stretch) -> Iterator[Span]:
    for match in told.find(form):
        place = match["place"]
        if PLACE_END.search(place):
            yield _trimmed(match)


def _trimmed(match: re.Match[str]) -> Span:
    """Return where the place of a match stands, without spaces and the way it was opened."""
    place = up_to(SOLEMNLY, match["place"])
    start = match.start("place")
    end = start + len(place.rstrip())
    padding = len(place) - len(place.lstrip())
    return start + padding, end


def _led_to(lead: re.Pattern[str], told: Stretch) -> Iterator[Span]:
    """Yield the places that follow 在, 赴 and their like, as far as their words are no verb yet."""
    for match in told.find(lead):
        start = match.end()
        limit = min(told.end, start + _LONGEST)
        place = _place_at(match.string, start, limit)
        end = start + len(place)
        if ITS_PEOPLE.match(match.string, end):
            continue
        if place and NO_PLACE.search(place) is None:
            yield start, end


def _place_at(text: str, start: int, end: int) -> str:
    words = cut_words(text)
    stop = _end_of_place(words, text, start, end)
    if _is_named_place(words, start, stop):
        return text[start:stop]
    last = LAST_PLACE_END.match(text, start, stop)
    if not last:
        return ""
    return last.group()


def _is_named_place(words: Words, start: int, stop: int) -> bool:
    """Tell whether one word alone stands there, and is a place's name."""
    if words.end[start] != stop:
        return False
    tag = words.tags.get(start)
    return tag == "ns"


def _end_of_place(words: Words, text: str, start: int, end: int) -> int:
    """Return where the first word stands that is no part of a place's name."""
    for at, finish in _each_word(words, start, end):
        tag = words.tags.get(at, "n")
        word = text[at:finish]
        if not _is_no_place(tag, word):
            continue
        if FACILITY.match(text, finish) is None:
            return at
    return end


def _each_word(words: Words, start: int, end: int) -> Iterator[Span]:
    at = start
    while at < end:
        finish = words.end[at]
        yield at, finish
        at = finish


def _is_no_place(tag: str, word: str) -> bool:
    if tag[0] not in NO_PLACE_TAGS and NO_PLACE_WORD.match(word) is None:
        return False
    return PLACE_END.search(word) is None
