"""What the words right before and right behind a run say of its being a name."""

from __future__ import annotations

import re

from reader.names.weighing.surrounding_words_patterns import (
    AGED,
    FIRST_OF_PERSONAL,
    LATE_IN_WORDS,
    LONGEST_AGE,
    NOT_BEHIND_NAMES,
    NOT_ROLE,
    PERSONAL,
    ROLE_ENDS,
    ROSTER_MARKS,
    TRADE_ENDS,
    WHOLE_WORDS,
)
from reader.names.weights import WEIGHTS
from reader.names.words import MARK, Words
from reader.patterns.characters import SPACES
from reader.patterns.words_beside_names import (
    AFTER,
    APPOINTED,
    BEFORE,
    GOING_ON,
)

LONGEST_BEFORE = max(map(len, BEFORE))
SIZES_OF_AFTER = range(1, max(map(len, AFTER)) + 1)
# Where none of these stands, no word of the tables ends or begins.
LAST_OF_BEFORE = frozenset(word[-1] for word in BEFORE)
FIRST_OF_AFTER = frozenset(word[0] for word in AFTER)


def ends_clause(words: Words, end: int) -> bool:
    """Tell whether a mark or nothing stands at ``end``."""
    return words.tag(end) == MARK


def before_points(words: Words, start: int) -> float:
    """Weigh the words that end at ``start``: a title, a separator, nothing at all."""
    text = words.text
    if start == 0 or text[start - 1] == "\n":
        return WEIGHTS.first
    last = text[start - 1]
    if last in SPACES and start > 1 and text[start - 2] not in SPACES:
        return max(WEIGHTS.parted, before_points(words, start - 1))
    stated = 0.0
    if last in LAST_OF_BEFORE:
        stated = _stated_before(text, start)
    if last not in ROLE_ENDS or stated >= WEIGHTS.from_title:
        return stated
    if not _role_ends(words, start):
        return stated
    if _of_one_person(text, start):
        return WEIGHTS.person
    return WEIGHTS.titled


def _stated_before(text: str, start: int) -> float:
    """Return the most points that a word of the table has which ends at ``start``."""
    most = 0.0
    reach = max(0, start - LONGEST_BEFORE)
    for first in range(reach, start):
        name = BEFORE.get(text[first:start])
        if name is not None:
            most = max(most, getattr(WEIGHTS, name))
    return most


def _role_ends(words: Words, end: int) -> bool:
    """Tell whether a word of two characters or more ends here that is a role by its last one."""
    if not words.ends(end):
        return False
    begin = words.begin[end - 1]
    word = words.text[begin:end]
    if len(word) == 1 or word in NOT_ROLE:
        return False
    return word not in BEFORE


def _of_one_person(text: str, end: int) -> bool:
    """Tell whether a role is a trade, or has an age in front."""
    if text[end - 1] in TRADE_ENDS:
        return True
    reach = max(0, end - LONGEST_AGE)
    return AGED.search(text, reach, end) is not None


def after_points(words: Words, end: int) -> float:
    """Weigh the words that begin at ``end``; a word no name can stand before weighs against it."""
    text = words.text
    if end == len(text) or text[end] == "\n":
        return WEIGHTS.marked
    if words.word_from(end) in NOT_BEHIND_NAMES:
        return WEIGHTS.barred
    if text[end] in FIRST_OF_PERSONAL:
        said = PERSONAL.match(text, end)
        if said:
            return _note_points(said)
    if APPOINTED.match(text, end):
        return WEIGHTS.named_to
    if _inside_known(words, end):
        return 0.0
    name = ""
    if text[end] in FIRST_OF_AFTER:
        name = _stated_after(text, end)
    if name in WHOLE_WORDS and _begins_other_word(words, end):
        return 0.0
    return _points_of(name) or _going_on(words, end)


def _note_points(said: re.Match[str]) -> float:
    """Weigh what brackets or the next clause say of a person."""
    bracketed, sex = said.groups()
    if sex or bracketed in ROSTER_MARKS:
        return WEIGHTS.roster_note
    return WEIGHTS.note


def _inside_known(words: Words, end: int) -> bool:
    """Tell whether a verb or title of one character ends a word that began before."""
    if words.text[end] not in LATE_IN_WORDS:
        return False
    return not words.begins(end) and words.known(end)


def _stated_after(text: str, end: int) -> str:
    """Return the weight of the word of the table with most points that begins at ``end``."""
    most = ""
    for size in SIZES_OF_AFTER:
        name = AFTER.get(text[end : end + size])
        if name is None:
            continue
        if _points_of(name) > _points_of(most):
            most = name
    return most


def _points_of(name: str) -> float:
    """Return the points of a weight by its name, none for no name."""
    if not name:
        return 0.0
    points: float = getattr(WEIGHTS, name)
    return points


def _begins_other_word(words: Words, end: int) -> bool:
    """Tell whether a word of the dictionary begins here that the table does not hold."""
    if words.word_from(end) in AFTER:
        return False
    return words.known(end)


def _going_on(words: Words, end: int) -> float:
    """Weigh any other word: one that goes on with the sentence speaks a little for a name."""
    tag = words.tag(end)
    if tag[0] in GOING_ON:
        return WEIGHTS.goes_on
    return 0.0
