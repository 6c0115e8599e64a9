"""What it says of a run that the segmenter keeps it in one word.

A new word is a name, a known one hardly, an adverb never.
"""

from __future__ import annotations

from reader.names.weighing.segmentation_patterns import (
    ADVERBS,
    COMMON_WORDS,
    GIVEN_TAGS,
    GRAMMAR,
    MODALS,
    NEVER_NAMES,
    QUALITIES,
)
from reader.names.weighing.surrounding_words import ends_clause
from reader.names.weights import WEIGHTS
from reader.names.words import PERSON, Words, is_word
from reader.patterns.places_and_things import THING_ENDS, THINGS
from reader.patterns.surnames import CLEAR_SURNAMES, WORDY_SURNAMES
from reader.patterns.words_beside_names import AFTER, GOES_ON


def one_word_points(words: Words, start: int, end: int, before: float) -> float:
    """Weigh a run inside one word of the segmenter; ``before`` weighs the words in front."""
    name = words.text[start:end]
    if name in AFTER:
        return WEIGHTS.no_name
    tag = words.tags[words.begin[start]]
    if is_word(name):
        return _known_word(words, name, tag, end, before)
    points = _new_word(name, tag, before)
    if _ends_in_grammar(name) and words.goes_on(end):
        points += WEIGHTS.new_runs_on
    return points


def _ends_in_grammar(name: str) -> bool:
    """Tell whether a run of three characters or more ends in a word of grammar."""
    return len(name) > 2 and name[-1] in GOES_ON


def _new_word(name: str, tag: str, before: float) -> float:
    """Weigh a run that the dictionary does not hold."""
    points = _tag_points(name, tag)
    if len(name) != 2 or not _may_be_grammar(name, tag, before):
        return points
    if name[0] in AFTER or _wordy(name, points):
        points += WEIGHTS.new_wordy
    return points


def _tag_points(name: str, tag: str) -> float:
    """Weigh the kind of word for which the segmenter takes a new one."""
    if tag[0] in NEVER_NAMES and name[0] not in CLEAR_SURNAMES:
        return WEIGHTS.new_other
    if tag.startswith(PERSON):
        return WEIGHTS.new_person
    return WEIGHTS.new_word


def _wordy(name: str, points: float) -> bool:
    """Tell whether a new word has a surname that is often a word, and is none of a person."""
    if points >= WEIGHTS.from_new_person:
        return False
    return name[0] in WORDY_SURNAMES


def _may_be_grammar(name: str, tag: str, before: float) -> bool:
    """Tell whether a new word is rather no name: nobody in front, a number, a modal verb."""
    if before < WEIGHTS.from_group:
        return True
    return tag == "m" or name[0] in MODALS


def _known_word(
    words: Words, name: str, tag: str, end: int, before: float
) -> float:
    """Weigh a run that the dictionary holds."""
    if name in ADVERBS:
        return WEIGHTS.no_name
    if name in THINGS:
        return WEIGHTS.known_verb
    if tag[0] in NEVER_NAMES:
        return _known_verb(words, name, tag, end, before)
    if len(name) == 2:
        return _known_short(name, tag, before)
    return _known_long(name, tag)


def _known_verb(
    words: Words, name: str, tag: str, end: int, before: float
) -> float:
    """Weigh a verb, a quality or a word of grammar of the dictionary."""
    quality = tag in QUALITIES and _behind_person(name, before)
    if quality and ends_clause(words, end):
        return WEIGHTS.name_like
    if tag[0] in GRAMMAR:
        return WEIGHTS.no_name
    return WEIGHTS.known_verb


def _known_short(name: str, tag: str, before: float) -> float:
    """Weigh a noun of two characters of the dictionary."""
    given = tag[:2] in GIVEN_TAGS
    if given and _behind_person(name, before):
        return WEIGHTS.name_like
    return WEIGHTS.known_word


def _behind_person(name: str, before: float) -> bool:
    """Tell whether a word stands behind a word for one person and is none that goes on there."""
    if before < WEIGHTS.from_person:
        return False
    return name not in COMMON_WORDS


def _known_long(name: str, tag: str) -> float:
    """Weigh a noun of three characters of the dictionary."""
    last = name[-1]
    if last == "\u4eba" or not tag.startswith(PERSON):
        return WEIGHTS.known_long
    if last in THING_ENDS:
        return WEIGHTS.known_thing
    return _known_person(name)


def _known_person(name: str) -> float:
    """Weigh a person of the dictionary: surer with a surname that is no word."""
    if name[0] in CLEAR_SURNAMES:
        return WEIGHTS.known_name
    return WEIGHTS.known_wordy
