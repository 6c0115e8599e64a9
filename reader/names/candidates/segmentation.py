"""What the segmenter's cuts say of a run: a new word of its own speaks for a name, a dictionary
word against it.
"""

from __future__ import annotations

from typing import Final

from reader.names.candidates import segmentation_patterns as patterns
from reader.names.candidates.one_word import one_word_points
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.places_and_things import FOREIGN_PLACES
from reader.patterns.printed_names import GIVEN
from reader.patterns.surnames import (
    CLEAR_SURNAMES,
    FREQUENT_SURNAMES,
    RARE_SURNAMES,
    SURNAMES,
)
from reader.patterns.words_beside_names import AFTER, APPOINTED, NEVER_LEFT_OVER

# The longest Chinese name with a surname of one character.
LONGEST: Final = 3


def cut_points(
    words: Words, start: int, end: int, surname: int, before: float
) -> float:
    """Weigh how the segmenter cut a run, its surname ``surname`` long; ``before`` weighs the words
    in front.
    """
    points = 0.0 if words.begin[start] == start else WEIGHTS.begins_inside
    long = surname == 2 and end - start > 3
    behind = _cut_behind(words, start, end)
    points += behind * WEIGHTS.cut_of_compound if long else behind
    first = words.end[start]
    if first >= end:
        points += one_word_points(words, start, end, before)
        return points + _left_over(words, end, short=end - start == 2)
    if first == start + surname:
        return points + _apart(words, start, end, before)
    if surname == 2:
        return points + _compound_apart(words, start, end)
    return points + _word_and_more(words, start, end, before)


def _compound_apart(words: Words, start: int, end: int) -> float:
    """Weigh a surname of two characters which the segmenter cut elsewhere than behind it."""
    lone_last = words.begin[end - 1] == end - 1
    in_three = words.end[words.end[start]] < end
    if end - start > 3 and lone_last and in_three:
        return WEIGHTS.compound_apart + WEIGHTS.compound_lone_last
    return WEIGHTS.compound_apart


def _word_and_more(words: Words, start: int, end: int, before: float) -> float:
    """Weigh a run whose first word holds more than the surname and ends before the run does."""
    if not words.known(start):
        return WEIGHTS.new_word_and_more
    if before >= WEIGHTS.from_person and _lone_last(words, end):
        return 0.0
    if words.tag(start).startswith("nr"):
        return WEIGHTS.person_word_and_more
    return WEIGHTS.known_word_and_more


def _lone_last(words: Words, end: int) -> bool:
    """Tell whether the last character is a word of its own, and not one the sentence goes on
    with.
    """
    last = end - 1
    if words.begin[last] != last or words.end[last] != end:
        return False
    if words.tags[words.begin[end - 2]][0] in patterns.NEVER_BEFORE_LAST:
        return False
    return words.tags[last][0] not in patterns.NEVER_LAST


def _cut_behind(words: Words, start: int, end: int) -> float:
    """Weigh a word cut at ``end``: little in a word the segmenter made up, or where the rest is a
    word that follows names.
    """
    last = words.end[end - 1]
    if last == end or APPOINTED.match(words.text, end):
        return 0.0
    follows = words.text[end:last] in AFTER
    if words.known(end - 1):
        if not follows:
            return WEIGHTS.cuts_known
        if words.begin[end - 1] == end - 1 and end - start > 2:
            return WEIGHTS.cuts_follower
    elif follows and _speaks_or_goes_on(words, end, last):
        return 0.0
    if words.begin[end - 1] <= start and last - start <= LONGEST:
        return WEIGHTS.cuts_long_word
    return WEIGHTS.cuts_new_word


def _speaks_or_goes_on(words: Words, end: int, last: int) -> bool:
    return words.text[end:last] in patterns.SAYS or words.goes_on(last)


def _apart(words: Words, start: int, end: int, before: float) -> float:
    """Weigh a surname that the segmenter cut from what follows; a word of grammar there is hardly a
    surname.
    """
    first = words.end[start]
    surname = words.text[start:first]
    given = words.text[first:end]
    if given in AFTER:
        return WEIGHTS.no_name
    points = _given_points(words, first, end)
    if surname in CLEAR_SURNAMES:
        return points
    everyday = _everyday(words, first, end)
    followed_by_place = words.tags[first][0] == "f"
    if surname in RARE_SURNAMES and (everyday or followed_by_place):
        return WEIGHTS.no_name
    tag = words.tag(start)[0]
    if before >= WEIGHTS.from_group and tag in patterns.NO_SURNAME:
        # Behind a word for people the sentence goes on with a name of its own or with somebody
        # else.
        elsewhere = words.tags[first].startswith(patterns.WHEN_AND_WHERE)
        elsewhere = elsewhere or (everyday and surname != patterns.YU)
        if tag in patterns.GRAMMAR and (elsewhere or _named(given)):
            return WEIGHTS.no_name
        if len(given) == 2:
            return points + WEIGHTS.grammar_and_everyday if everyday else points
    return points + _doubt(tag, surname)


def _given_points(words: Words, first: int, end: int) -> float:
    """Weigh the given name behind a surname that is a word of its own."""
    if end - first != 2:
        return WEIGHTS.apart
    if words.end[first] < end:
        return WEIGHTS.apart_in_three
    if not _plain_word(words.text[first:end]):
        return WEIGHTS.apart
    everyday = _everyday(words, first, end)
    return WEIGHTS.apart_everyday if everyday else WEIGHTS.apart_given_word


def _everyday(words: Words, first: int, end: int) -> bool:
    """Tell whether a given name of two characters is a word that the segmenter takes for no name."""
    if end - first != 2 or words.end[first] < end:
        return False
    if words.tags[first][:2] in patterns.GIVEN_TAGS:
        return False
    return _plain_word(words.text[first:end])


def _plain_word(given: str) -> bool:
    return is_word(given) and not patterns.NICKNAME.fullmatch(given)


def _named(given: str) -> bool:
    """Tell whether what follows a word of grammar is somebody else's name.

    ``+`` 向(李明), 和(小王)   ``-`` 向(小川)
    """
    familiar = given[0] in patterns.FAMILIAR and given[-1] in SURNAMES
    return familiar or given[0] in SURNAMES or given in FOREIGN_PLACES


def _doubt(tag: str, surname: str) -> float:
    """Weigh the tag of a surname that is a word of its own: less where the surname is frequent."""
    name = patterns.NO_SURNAME.get(tag)
    if name is None:
        return 0.0
    doubt: float = getattr(WEIGHTS, name)
    return doubt * WEIGHTS.doubt_of_frequent if surname in FREQUENT_SURNAMES else doubt


def _left_over(words: Words, end: int, *, short: bool) -> float:
    """Weigh what stands behind a run and may be its last character: a lone one, or the first of a
    made-up word.
    """
    if end == len(words.text):
        return 0.0
    following = words.text[end]
    if following in AFTER or not GIVEN.fullmatch(following):
        return 0.0
    if words.end[end] - end == 1:
        grammar = words.tag(end)[0] in NEVER_LEFT_OVER
        return 0.0 if grammar else WEIGHTS.left_over
    if words.known(end):
        return 0.0
    return WEIGHTS.left_over_of_two if short else WEIGHTS.left_over_of_three
