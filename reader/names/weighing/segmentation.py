"""What the segmenter's cuts say of a run.

A new word of its own speaks for a name, a dictionary word against it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.names.weighing.one_word import one_word_points
from reader.names.weighing.segmentation_patterns import (
    NEVER_BEFORE_LAST,
    NEVER_LAST,
    SAYS,
)
from reader.names.weighing.surname_apart import apart_points
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.patterns.printed_names import GIVEN
from reader.patterns.words_beside_names import (
    AFTER,
    APPOINTED,
    FIRST_OF_APPOINTED,
    NEVER_LEFT_OVER,
)

# The longest Chinese name with a surname of one character.
LONGEST: Final = 3
# Of so many characters it is remembered whether they may end a name.
KEPT_CHARACTERS: Final = 10_000


def cut_points(
    words: Words, start: int, end: int, surname: int, before: float
) -> float:
    """Weigh how the segmenter cut a run.

    ``surname`` is the length of its surname, ``before`` weighs the words in front.
    """
    points = 0.0
    if words.end[end - 1] != end:
        points = _cut_points_by_size(words, start, end, surname)
    if words.begin[start] != start:
        points += WEIGHTS.begins_inside
    first = words.end[start]
    if first >= end:
        points += one_word_points(words, start, end, before)
        points += _left_over_points(words, start, end)
    elif first == start + surname:
        points += apart_points(words, start, end, before)
    elif surname == 2:
        points += _compound_apart_points(words, start, end)
    else:
        points += _word_and_more_points(words, start, end, before)
    return points


def _cut_points_by_size(
    words: Words, start: int, end: int, surname: int
) -> float:
    """Weigh the word that is cut at ``end``, less behind a long name with a compound surname."""
    points = _cut_behind_points(words, start, end)
    size = end - start
    if surname == 2 and size > 3:
        points *= WEIGHTS.cut_of_compound
    return points


def _compound_apart_points(words: Words, start: int, end: int) -> float:
    """Weigh a surname of two characters which the segmenter cut elsewhere than behind it."""
    points = WEIGHTS.compound_apart
    if _has_lone_third(words, start, end):
        points += WEIGHTS.compound_lone_last
    return points


def _has_lone_third(words: Words, start: int, end: int) -> bool:
    """Tell whether a run of four is cut in three or more, the last of them one character."""
    if end - start < 4:
        return False
    second = words.end[start]
    if words.end[second] >= end:
        return False
    return words.begins(end - 1)


def _word_and_more_points(
    words: Words, start: int, end: int, before: float
) -> float:
    """Weigh a run whose first word holds more than the surname and ends before the run does."""
    if not words.is_known(start):
        return WEIGHTS.new_word_and_more
    if before >= WEIGHTS.from_person and _has_lone_last(words, end):
        return 0.0
    if words.is_person(start):
        return WEIGHTS.person_word_and_more
    return WEIGHTS.known_word_and_more


def _has_lone_last(words: Words, end: int) -> bool:
    """Tell whether the last character is a word of its own, and one of the name.

    It is none with which the sentence goes on.
    """
    last = end - 1
    if not words.is_lone(last):
        return False
    if words.kind_before(last) in NEVER_BEFORE_LAST:
        return False
    return words.kind(last) not in NEVER_LAST


def _cut_behind_points(words: Words, start: int, end: int) -> float:
    """Weigh a word that is cut at ``end``.

    Little in a word the segmenter made up, or where the rest is a word that follows names.
    """
    text = words.text
    if text[end] in FIRST_OF_APPOINTED and APPOINTED.match(text, end):
        return 0.0
    if words.is_known(end - 1):
        return _cut_known_points(words, start, end)
    if _follows_names(words, end):
        return 0.0
    return _cut_new_points(words, start, end)


def _cut_known_points(words: Words, start: int, end: int) -> float:
    """Weigh a word of the dictionary that is cut at ``end``."""
    rest = words.word_from(end)
    if rest not in AFTER:
        return WEIGHTS.cuts_known
    size = end - start
    last = end - 1
    if size > 2 and words.begins(last):
        return WEIGHTS.cuts_follower
    return _cut_new_points(words, start, end)


def _cut_new_points(words: Words, start: int, end: int) -> float:
    """Weigh a cut that may be the end of a name, by where the word begins."""
    last = end - 1
    if words.begin[last] > start:
        return WEIGHTS.cuts_new_word
    size = words.end[last] - start
    if size > LONGEST:
        return WEIGHTS.cuts_new_word
    return WEIGHTS.cuts_long_word


def _follows_names(words: Words, end: int) -> bool:
    """Tell whether the rest of a word is one that follows names.

    It is a verb of speech, or the clause goes on behind it.
    """
    rest = words.word_from(end)
    if rest not in AFTER:
        return False
    if rest in SAYS:
        return True
    return words.goes_on(end + len(rest))


def _left_over_points(words: Words, start: int, end: int) -> float:
    """Weigh what stands behind a run and may be its last character.

    That is a lone one, or the first of a made-up word.
    """
    if not _may_be_given(words, end):
        return 0.0
    if words.ends(end + 1):
        return _lone_left_over_points(words, end)
    if words.is_known(end):
        return 0.0
    if end - start == 2:
        return WEIGHTS.left_over_of_two
    return WEIGHTS.left_over_of_three


def _may_be_given(words: Words, place: int) -> bool:
    """Tell whether a character stands at ``place`` that may end a name."""
    if place == len(words.text):
        return False
    return _is_given(words.text[place])


@lru_cache(KEPT_CHARACTERS)
def _is_given(character: str) -> bool:
    """Tell whether a character is one of given names and no word that follows a name."""
    if character in AFTER:
        return False
    return GIVEN.fullmatch(character) is not None


def _lone_left_over_points(words: Words, place: int) -> float:
    """Weigh a lone character that may end a name: verbs and words of grammar do not."""
    if words.kind(place) in NEVER_LEFT_OVER:
        return 0.0
    return WEIGHTS.left_over
