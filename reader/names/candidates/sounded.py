"""Foreign names without a dot: runs of words that write foreign sounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Final

from reader.names.candidates.foreign_sounds import SOUNDED, SOUNDS
from reader.names.weighing.candidate import (
    Candidate,
    Found,
    outweighed,
    weighed,
)
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.places_and_things import FOREIGN_PLACES
from reader.patterns.printed_names import NOT_GIVEN
from reader.patterns.words_beside_names import GOES_ON

# Behind these a foreign word is a place.   + 在达喀尔   - 由门德斯
PLACE_BEFORE: Final = frozenset("在到从赴抵往至于")


def sounded(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield runs of words that write foreign sounds and are no known place.

    Title and verb weigh as with others. ``found`` are the candidates with a Chinese surname; a run
    that looks better as a foreign name replaces one.
    """
    for run in SOUNDED.finditer(words.text):
        start, until = run.span()
        end = end_of_sounds(words, start, until)
        for first, last, form in _stretches(words, start, end):
            if outweighed(found, (first, last), form):
                continue
            name = words.text[first:last]
            if _may_be_person(name):
                yield _weighed_as_foreign(words, first, last, form)


def _may_be_person(name: str) -> bool:
    """Tell whether a run is no known place and no sound twice."""
    if name in FOREIGN_PLACES:
        return False
    if len(name) > 2:
        return True
    return name[0] != name[1]


def _weighed_as_foreign(
    words: Words, start: int, end: int, form: float
) -> Candidate:
    """Weigh a run and its neighbours; behind a preposition of place it is rather a place."""
    name = weighed(words, start, end, form)
    if _is_behind_preposition(words, start):
        return name._replace(before=WEIGHTS.place_before)
    return name


def _is_behind_preposition(words: Words, start: int) -> bool:
    """Tell whether a preposition of place stands in front of ``start``."""
    if start == 0:
        return False
    return words.character_before(start) in PLACE_BEFORE


def writes_sounds(words: Words, start: int) -> bool:
    """Tell whether the word at ``start`` writes foreign sounds and is no everyday word.

    It may be new, a person's or a lone character.
    """
    if _is_everyday(words, start):
        return False
    word = words.word_from(start)
    return SOUNDS.issuperset(word)


def _is_everyday(words: Words, start: int) -> bool:
    """Tell whether a word of several characters is in the dictionary, and not as a person."""
    if words.is_person(start):
        return False
    if words.ends(start + 1):
        return False
    return is_word(words.word_from(start))


def end_of_sounds(words: Words, start: int, end: int) -> int:
    """Return where a run of sounds ends, without a word of grammar at its end.

    The segmenter may have taken one into its last new word.
    """
    while end - start > 3:
        last = end - 1
        if words.text[last] not in GOES_ON or words.is_known(last):
            return end
        end = last
    return end


def _stretches(
    words: Words, start: int, end: int
) -> Iterator[tuple[int, int, float]]:
    """Yield the stretches of words that could be a foreign name, with points for form.

    They lie between ``start`` and ``end``: all of it, the runs of new words, each everyday noun.
    """
    if _is_whole(words, start, end):
        yield start, end, WEIGHTS.sounds_whole
    starts = _word_starts(words, start, end)
    is_everyday = partial(_is_everyday, words)
    for everyday, run in groupby(starts, is_everyday):
        if everyday:
            yield from _nouns(words, run)
        else:
            unknown = list(run)
            yield from _new_words(words, unknown)


def _is_whole(words: Words, start: int, end: int) -> bool:
    """Tell whether a run of three sounds or more may be a name however it was cut."""
    if end - start < 3 or not words.begins(start):
        return False
    last = end - 1
    if words.text[last] in NOT_GIVEN:
        return False
    return words.ends(end) or not words.is_known(last)


def _word_starts(words: Words, start: int, end: int) -> Iterator[int]:
    """Yield where each word begins that lies between two offsets."""
    if not words.begins(start):
        start = words.end[start]
    while start < end:
        next_word = words.end[start]
        if next_word > end:
            return
        yield start
        start = next_word


def _nouns(
    words: Words, starts: Iterable[int]
) -> Iterator[tuple[int, int, float]]:
    """Yield the nouns among everyday words, each alone."""
    for start in starts:
        if words.kind(start) == "n":
            yield start, words.end[start], WEIGHTS.known_word


def _new_words(
    words: Words, starts: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Yield a run of new words together, unless it is of lone characters alone."""
    lone = map(words.is_lone, starts)
    if all(lone):
        return
    first = starts[0]
    last = starts[-1]
    end = words.end[last]
    form = _form_points(words, first, end)
    yield first, end, form


def _form_points(words: Words, start: int, end: int) -> float:
    """Weigh a run of sounds: one new word of several characters is the surest."""
    size = end - start
    if size < 3:
        return WEIGHTS.sounds
    points = WEIGHTS.sounds + WEIGHTS.sounds_long
    if words.is_one_word(start, end):
        points += WEIGHTS.sounds_one_word
    if size > 3:
        points += WEIGHTS.sounds_longer
    return points
