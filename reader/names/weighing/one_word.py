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
        return _known_word_points(words, name, tag, end, before)
    points = _new_word_points(name, tag, before)
    if _runs_on(words, name, end):
        points += WEIGHTS.new_runs_on
    return points


def _runs_on(words: Words, name: str, end: int) -> bool:
    """Tell whether a run of three characters ends in a word of grammar that goes on."""
    if len(name) < 3:
        return False
    if name[-1] not in GOES_ON:
        return False
    return words.goes_on(end)


def _new_word_points(name: str, tag: str, before: float) -> float:
    """Weigh a run that the dictionary does not hold."""
    points = _tag_points(name, tag)
    if not _may_be_grammar(name, tag, before):
        return points
    if _is_wordy(name[0], points):
        points += WEIGHTS.new_wordy
    return points


def _tag_points(name: str, tag: str) -> float:
    """Weigh the kind of word for which the segmenter takes a new one."""
    if tag.startswith(PERSON):
        return WEIGHTS.new_person
    if tag[0] in NEVER_NAMES and name[0] not in CLEAR_SURNAMES:
        return WEIGHTS.new_other
    return WEIGHTS.new_word


def _is_wordy(surname: str, points: float) -> bool:
    """Tell whether the surname of a new word is often a word, and the word is none of a person."""
    if surname in AFTER:
        return True
    if points >= WEIGHTS.from_new_person:
        return False
    return surname in WORDY_SURNAMES


def _may_be_grammar(name: str, tag: str, before: float) -> bool:
    """Tell whether a new word of two characters is rather no name.

    Nobody stands in front, or it is a number or a modal verb.
    """
    if len(name) != 2:
        return False
    if before < WEIGHTS.from_group:
        return True
    if tag == "m":
        return True
    return name[0] in MODALS


def _known_word_points(
    words: Words, name: str, tag: str, end: int, before: float
) -> float:
    """Weigh a run that the dictionary holds."""
    if name in ADVERBS:
        return WEIGHTS.no_name
    if name in THINGS:
        return WEIGHTS.known_verb
    if tag[0] in NEVER_NAMES:
        return _known_verb_points(words, name, tag, end, before)
    if len(name) == 2:
        return _known_short_points(name, tag, before)
    return _known_long_points(name, tag)


def _known_verb_points(
    words: Words, name: str, tag: str, end: int, before: float
) -> float:
    """Weigh a verb, a quality or a word of grammar of the dictionary."""
    quality = tag in QUALITIES
    if quality and ends_clause(words, end) and _is_behind_person(name, before):
        return WEIGHTS.name_like
    if tag[0] in GRAMMAR:
        return WEIGHTS.no_name
    return WEIGHTS.known_verb


def _known_short_points(name: str, tag: str, before: float) -> float:
    """Weigh a noun of two characters of the dictionary."""
    given = tag[:2] in GIVEN_TAGS
    if given and _is_behind_person(name, before):
        return WEIGHTS.name_like
    return WEIGHTS.known_word


def _is_behind_person(name: str, before: float) -> bool:
    """Tell whether a word stands behind a word for one person and is none that goes on there."""
    if before < WEIGHTS.from_person:
        return False
    return name not in COMMON_WORDS


def _known_long_points(name: str, tag: str) -> float:
    """Weigh a noun of three characters of the dictionary."""
    if not tag.startswith(PERSON):
        return WEIGHTS.known_long
    if name.endswith("\u4eba"):
        return WEIGHTS.known_long
    return _known_person_points(name)


def _known_person_points(name: str) -> float:
    """Weigh a person of the dictionary: surer with a surname that is no word."""
    if name[-1] in THING_ENDS:
        return WEIGHTS.known_thing
    if name[0] in CLEAR_SURNAMES:
        return WEIGHTS.known_name
    return WEIGHTS.known_wordy
