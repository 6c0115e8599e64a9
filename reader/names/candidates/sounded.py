"""Foreign names without a dot: runs of words that write foreign sounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.names.weighing.candidate import Candidate, Found, weighed
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.foreign_sounds import SOUNDED, SOUNDS
from reader.patterns.places_and_things import FOREIGN_PLACES
from reader.patterns.words_beside_names import GOES_ON

# Behind these a foreign word is a place.   + 在达喀尔   - 由门德斯
PLACE_BEFORE: Final = frozenset("在到从赴抵往至于")


def sounded(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield runs of words that write foreign sounds and are no known place.

    Title and verb weigh as with others. ``found`` are the candidates with a Chinese surname; a run
    that looks better as a foreign name replaces one.
    """
    for run in SOUNDED.finditer(words.text):
        until = end_of_sounds(words, *run.span())
        for first, last, form in _stretches(words, run.start(), until):
            other = found.get((first, last))
            if other is not None and other.form >= form:
                continue
            if _may_be_person(words.text[first:last]):
                yield _weighed_as_foreign(words, first, last, form)


def _may_be_person(name: str) -> bool:
    """Tell whether a run is no known place and does not begin with a sound twice."""
    return name not in FOREIGN_PLACES and name[0] != name[1]


def _weighed_as_foreign(
    words: Words, start: int, end: int, form: float
) -> Candidate:
    """Weigh a run and its neighbours; behind a preposition of place it is rather a place."""
    name = weighed(words, start, end, form)
    if start and words.text[start - 1] in PLACE_BEFORE:
        return name._replace(before=WEIGHTS.place_before)
    return name


def writes_sounds(words: Words, start: int) -> bool:
    """Tell whether the word at ``start`` writes foreign sounds and is no everyday word.

    It may be new, a person's or a lone character.
    """
    word = words.word_from(start)
    if len(word) > 1 and _everyday(words, start, word):
        return False
    return SOUNDS.issuperset(word)


def _everyday(words: Words, start: int, word: str) -> bool:
    """Tell whether a word is in the dictionary, and not as a person."""
    return not words.person(start) and is_word(word)


def end_of_sounds(words: Words, start: int, end: int) -> int:
    """Return where a run of sounds ends, without a word of grammar at its end.

    The segmenter may have taken one into its last new word.
    """
    while end - start > 3 and words.text[end - 1] in GOES_ON:
        if words.known(end - 1):
            return end
        end -= 1
    return end


def _stretches(
    words: Words, start: int, end: int
) -> Iterator[tuple[int, int, float]]:
    """Yield the stretches of words that could be a foreign name, with points for form.

    They lie between ``start`` and ``end``.
    """
    if words.begin[start] != start:
        start = words.end[start]
    first = start
    strange = False
    while start < end and words.end[start] <= end:
        word = words.word_from(start)
        until = words.end[start]
        everyday = len(word) > 1 and _everyday(words, start, word)
        if everyday:
            if strange:
                yield first, start, _form(words, first, start)
            if words.tag(start).startswith("n"):
                yield start, until, WEIGHTS.known_word
            first = until
            strange = False
        elif len(word) > 1:
            strange = True
        start = until
    if strange:
        yield first, start, _form(words, first, start)


def _form(words: Words, start: int, end: int) -> float:
    """Weigh a run of sounds: one new word of several characters is the surest."""
    size = end - start
    points = WEIGHTS.sounds
    if size > 2:
        points += WEIGHTS.sounds_long
        if words.end[start] == end:
            points += WEIGHTS.sounds_one_word
    if size > 3:
        points += WEIGHTS.sounds_longer
    return points
