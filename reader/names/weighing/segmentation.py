"""What the segmenter's cuts say of a run.

A new word of its own speaks for a name, a dictionary word against it.
"""

from __future__ import annotations

from typing import Final

from reader.names.weighing.one_word import one_word_points
from reader.names.weighing.segmentation_patterns import (
    FAMILIAR,
    GIVEN_TAGS,
    GRAMMAR,
    NEVER_BEFORE_LAST,
    NEVER_LAST,
    NICKNAME,
    NO_SURNAME,
    SAYS,
    WHEN_AND_WHERE,
    YU,
)
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
    """Weigh how the segmenter cut a run.

    ``surname`` is the length of its surname, ``before`` weighs the words in front.
    """
    points = 0.0
    if words.begin[start] != start:
        points += WEIGHTS.begins_inside
    behind = _cut_behind(words, start, end)
    size = end - start
    if surname == 2 and size > 3:
        behind *= WEIGHTS.cut_of_compound
    points += behind
    first = words.end[start]
    if first >= end:
        points += one_word_points(words, start, end, before)
        return points + _left_over(words, end, short=size == 2)
    if first == start + surname:
        return points + _apart(words, start, end, before)
    if surname == 2:
        return points + _compound_apart(words, start, end)
    return points + _word_and_more(words, start, end, before)


def _compound_apart(words: Words, start: int, end: int) -> float:
    """Weigh a surname of two characters which the segmenter cut elsewhere than behind it."""
    points = WEIGHTS.compound_apart
    second = words.end[start]
    in_three = words.end[second] < end and words.begins(end - 1)
    if in_three and end - start > 3:
        points += WEIGHTS.compound_lone_last
    return points


def _word_and_more(words: Words, start: int, end: int, before: float) -> float:
    """Weigh a run whose first word holds more than the surname and ends before the run does."""
    if not words.known(start):
        return WEIGHTS.new_word_and_more
    if before >= WEIGHTS.from_person and _lone_last(words, end):
        return 0.0
    if words.person(start):
        return WEIGHTS.person_word_and_more
    return WEIGHTS.known_word_and_more


def _lone_last(words: Words, end: int) -> bool:
    """Tell whether the last character is a word of its own, and one of the name.

    It is none with which the sentence goes on.
    """
    last = end - 1
    if not words.aligned(last, end):
        return False
    tag = words.tag(last)
    word_before = words.begin[last - 1]
    tag_before = words.tag(word_before)
    if tag_before[0] in NEVER_BEFORE_LAST:
        return False
    return tag[0] not in NEVER_LAST


def _cut_behind(words: Words, start: int, end: int) -> float:
    """Weigh a word that is cut at ``end``.

    Little in a word the segmenter made up, or where the rest is a word that follows names.
    """
    last = end - 1
    if words.end[last] == end or APPOINTED.match(words.text, end):
        return 0.0
    rest = words.word_from(end)
    if words.known(last):
        if rest not in AFTER:
            return WEIGHTS.cuts_known
        if words.begins(last) and end - start > 2:
            return WEIGHTS.cuts_follower
    elif _follows_names(words, end, rest):
        return 0.0
    size = words.end[last] - start
    if words.begin[last] <= start and size <= LONGEST:
        return WEIGHTS.cuts_long_word
    return WEIGHTS.cuts_new_word


def _follows_names(words: Words, end: int, rest: str) -> bool:
    """Tell whether the rest of a word is one that follows names.

    It is a verb of speech, or the clause goes on behind it.
    """
    if rest not in AFTER:
        return False
    return rest in SAYS or words.goes_on(end + len(rest))


def _apart(words: Words, start: int, end: int, before: float) -> float:
    """Weigh a surname that the segmenter cut from what follows.

    A word of grammar there is hardly a surname.
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
    given_tag = words.tag(first)
    if surname in RARE_SURNAMES and (everyday or given_tag[0] == "f"):
        return WEIGHTS.no_name
    tag = words.tag(start)[0]
    if before >= WEIGHTS.from_group and tag in NO_SURNAME:
        # Behind a word for people the sentence goes on with a name of its own or with somebody
        # else.
        elsewhere = everyday and surname != YU
        if given_tag.startswith(WHEN_AND_WHERE) or _named(given):
            elsewhere = True
        if elsewhere and tag in GRAMMAR:
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
    """Tell whether a given name of two characters is an everyday word to the segmenter."""
    if end - first != 2 or words.end[first] < end:
        return False
    tag = words.tag(first)
    if tag[:2] in GIVEN_TAGS:
        return False
    given = words.text[first:end]
    return _plain_word(given)


def _plain_word(given: str) -> bool:
    if not is_word(given):
        return False
    return not NICKNAME.fullmatch(given)


def _named(given: str) -> bool:
    """Tell whether what follows a word of grammar is somebody else's name.

    ``+`` 向(李明), 和(小王)   ``-`` 向(小川)
    """
    first = given[0]
    if first in SURNAMES or given in FOREIGN_PLACES:
        return True
    return first in FAMILIAR and given[-1] in SURNAMES


def _doubt(tag: str, surname: str) -> float:
    """Weigh the tag of a surname that is a word of its own: less where the surname is frequent."""
    name = NO_SURNAME.get(tag)
    if name is None:
        return 0.0
    doubt: float = getattr(WEIGHTS, name)
    if surname in FREQUENT_SURNAMES:
        doubt *= WEIGHTS.doubt_of_frequent
    return doubt


def _left_over(words: Words, end: int, *, short: bool) -> float:
    """Weigh what stands behind a run and may be its last character.

    That is a lone one, or the first of a made-up word.
    """
    if end == len(words.text):
        return 0.0
    following = words.text[end]
    if following in AFTER or not GIVEN.fullmatch(following):
        return 0.0
    if words.ends(end + 1):
        tag = words.tag(end)
        return 0.0 if tag[0] in NEVER_LEFT_OVER else WEIGHTS.left_over
    if words.known(end):
        return 0.0
    return WEIGHTS.left_over_of_two if short else WEIGHTS.left_over_of_three
