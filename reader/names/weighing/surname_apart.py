"""What a surname weighs that the segmenter cut from what follows it.

A word of grammar there is hardly a surname.
"""

from __future__ import annotations

from reader.names.weighing.segmentation_patterns import (
    FAMILIAR,
    GIVEN_TAGS,
    GRAMMAR,
    NICKNAME,
    NO_SURNAME,
    WHEN_AND_WHERE,
    YU,
)
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.places_and_things import FOREIGN_PLACES
from reader.patterns.surnames import (
    CLEAR_SURNAMES,
    FREQUENT_SURNAMES,
    RARE_SURNAMES,
    SURNAMES,
)
from reader.patterns.words_beside_names import AFTER


def apart_points(words: Words, start: int, end: int, before: float) -> float:
    """Weigh a run whose surname is a word; ``before`` weighs the words in front."""
    text = words.text
    first = words.end[start]
    given = text[first:end]
    if given in AFTER:
        return WEIGHTS.no_name
    points = _given_points(words, first, end)
    surname = text[start:first]
    if surname in CLEAR_SURNAMES:
        return points
    if _is_no_surname(words, start, end, before):
        return WEIGHTS.no_name
    points += _doubt_points(words, start, end, before)
    return points


def _given_points(words: Words, first: int, end: int) -> float:
    """Weigh the given name behind a surname that is a word of its own."""
    if end - first != 2:
        return WEIGHTS.apart
    if words.end[first] < end:
        return WEIGHTS.apart_in_three
    given = words.text[first:end]
    if not _is_plain_word(given):
        return WEIGHTS.apart
    return _plain_word_points(words, first)


def _plain_word_points(words: Words, first: int) -> float:
    """Weigh a given name that is a word of the dictionary."""
    if _is_like_a_given_name(words, first):
        return WEIGHTS.apart_given_word
    return WEIGHTS.apart_everyday


def _is_everyday(words: Words, first: int, end: int) -> bool:
    """Tell whether a given name of two characters is an everyday word to the segmenter."""
    if end - first != 2:
        return False
    if words.end[first] < end:
        return False
    if _is_like_a_given_name(words, first):
        return False
    return _is_plain_word(words.text[first:end])


def _is_like_a_given_name(words: Words, first: int) -> bool:
    """Tell whether the segmenter takes a word for a name of somebody or something."""
    tag = words.tag(first)
    return tag[:2] in GIVEN_TAGS


def _is_plain_word(given: str) -> bool:
    if not is_word(given):
        return False
    return not NICKNAME.fullmatch(given)


def _is_no_surname(words: Words, start: int, end: int, before: float) -> bool:
    """Tell whether what follows makes a lone first character a word, and no surname."""
    first = words.end[start]
    surname = words.text[start:first]
    if surname in RARE_SURNAMES and _is_no_given_name(words, first, end):
        return True
    if before < WEIGHTS.from_group:
        return False
    if words.kind(start) not in GRAMMAR:
        return False
    return _goes_on_elsewhere(words, start, end)


def _is_no_given_name(words: Words, first: int, end: int) -> bool:
    """Tell whether an everyday word or one of place follows a surname."""
    if words.kind(first) == "f":
        return True
    return _is_everyday(words, first, end)


def _goes_on_elsewhere(words: Words, start: int, end: int) -> bool:
    """Tell whether a word of grammar behind a word for people goes on with something else.

    That is a name of its own, somebody else, a place or a time.
    """
    first = words.end[start]
    if words.tag(first).startswith(WHEN_AND_WHERE):
        return True
    given = words.text[first:end]
    if _is_named(given):
        return True
    if words.text[start] == YU:
        return False
    return _is_everyday(words, first, end)


def _is_named(given: str) -> bool:
    """Tell whether what follows a word of grammar is somebody else's name.

    ``+`` 向(李明), 和(小王)   ``-`` 向(小川)
    """
    first = given[0]
    if first in SURNAMES or given in FOREIGN_PLACES:
        return True
    if first not in FAMILIAR:
        return False
    return given[-1] in SURNAMES


def _doubt_points(words: Words, start: int, end: int, before: float) -> float:
    """Weigh the doubt whether a lone first character is a surname, by its tag."""
    row = NO_SURNAME.get(words.kind(start))
    if row is None:
        return 0.0
    first = words.end[start]
    if before >= WEIGHTS.from_group and end - first == 2:
        return _doubt_points_behind_people(words, first, end)
    surname = words.text[start:first]
    return _doubt_points_of(surname, row)


def _doubt_points_behind_people(words: Words, first: int, end: int) -> float:
    """Weigh the doubt that two characters behind a word for people leave."""
    if _is_everyday(words, first, end):
        return WEIGHTS.grammar_and_everyday
    return 0.0


def _doubt_points_of(surname: str, row: str) -> float:
    """Return the weight of that name: less of it where the surname is frequent."""
    doubt: float = getattr(WEIGHTS, row)
    if surname in FREQUENT_SURNAMES:
        doubt *= WEIGHTS.doubt_of_frequent
    return doubt
