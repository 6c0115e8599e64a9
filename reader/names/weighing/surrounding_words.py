"""What the words right before and right behind a run say of its being a name."""

from __future__ import annotations

import re

from reader.names.weighing.named_after import is_named_after
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
from reader.patterns.characters import SPACES, sizes_by_character
from reader.patterns.words_beside_names import (
    AFTER,
    APPOINTED,
    BEFORE,
    FIRST_OF_APPOINTED,
    GOING_ON,
)

# How long the words of the tables are that end, or begin, with a character.
SIZES_BEFORE = sizes_by_character(BEFORE, -1)
SIZES_AFTER = sizes_by_character(AFTER, 0)


def ends_clause(words: Words, end: int) -> bool:
    """Tell whether a mark or nothing stands at ``end``."""
    return words.tag(end) == MARK


def before_points(words: Words, start: int) -> float:
    """Weigh the words that end at ``start``: a title, a separator, nothing at all."""
    text = words.text
    if start == 0 or text[start - 1] == "\n":
        return WEIGHTS.first
    if _is_padded_before(text, start):
        further = before_points(words, start - 1)
        return max(WEIGHTS.parted, further)
    stated = _stated_points_before(text, start)
    if stated >= WEIGHTS.from_title:
        return stated
    if not _ends_role(words, start):
        return stated
    return _role_points(text, start)


def _is_padded_before(text: str, start: int) -> bool:
    """Tell whether one space parts what stands at ``start`` from the words in front."""
    if start < 2:
        return False
    if text[start - 1] not in SPACES:
        return False
    return text[start - 2] not in SPACES


def _role_points(text: str, start: int) -> float:
    """Weigh the role that ends at ``start`` and is in no table."""
    if _is_of_one_person(text, start):
        return WEIGHTS.person
    return WEIGHTS.titled


def _stated_points_before(text: str, start: int) -> float:
    """Return the most points that a word of the table has which ends at ``start``."""
    most = 0.0
    for size in SIZES_BEFORE.get(text[start - 1], ()):
        if size > start:
            break
        row = BEFORE.get(text[start - size : start])
        if row is not None:
            most = max(most, _points_of(row))
    return most


def points_before(word: str) -> float:
    """Return the points of a word in front of a name, none for one that is in no table."""
    row = BEFORE.get(word, "")
    return _points_of(row)


def _ends_role(words: Words, end: int) -> bool:
    """Tell whether a word of two characters or more ends here that is a role by its last one."""
    last = end - 1
    if words.text[last] not in ROLE_ENDS:
        return False
    if not words.ends(end) or words.begins(last):
        return False
    begin = words.begin[last]
    word = words.text[begin:end]
    if word in NOT_ROLE:
        return False
    return word not in BEFORE


def _is_of_one_person(text: str, end: int) -> bool:
    """Tell whether a role is a trade, or has an age in front."""
    if text[end - 1] in TRADE_ENDS:
        return True
    return _is_aged(text, end)


def _is_aged(text: str, end: int) -> bool:
    """Tell whether an age stands in front of the role that ends at ``end``."""
    reach = max(0, end - LONGEST_AGE)
    return AGED.search(text, reach, end) is not None


def after_points(words: Words, end: int) -> float:
    """Weigh the words that begin at ``end``; a word no name can stand before weighs against it."""
    text = words.text
    if end == len(text) or text[end] == "\n":
        return WEIGHTS.marked
    if words.word_from(end) in NOT_BEHIND_NAMES:
        return WEIGHTS.barred
    if is_named_after(words, end):
        return WEIGHTS.barred
    said = _note_at(text, end)
    if said is not None:
        return _note_points(said)
    if text[end] in FIRST_OF_APPOINTED and APPOINTED.match(text, end):
        return WEIGHTS.named_to
    return _word_points(words, end)


def _note_at(text: str, start: int) -> re.Match[str] | None:
    """Return what brackets or the next clause say of a person at ``start``."""
    if text[start] not in FIRST_OF_PERSONAL:
        return None
    return PERSONAL.match(text, start)


def _word_points(words: Words, start: int) -> float:
    """Weigh the word at ``start`` by the table, any other by whether the sentence goes on."""
    if _is_inside_known(words, start):
        return 0.0
    row = _stated_row_after(words.text, start)
    if row in WHOLE_WORDS and _begins_other_word(words, start):
        return 0.0
    stated = _points_of(row)
    if stated:
        return stated
    return _going_on_points(words, start)


def _note_points(said: re.Match[str]) -> float:
    """Weigh what brackets or the next clause say of a person."""
    bracketed, sex = said.groups()
    if sex or bracketed in ROSTER_MARKS:
        return WEIGHTS.roster_note
    return WEIGHTS.note


def _is_inside_known(words: Words, end: int) -> bool:
    """Tell whether a verb or title of one character ends a word that began before."""
    if words.text[end] not in LATE_IN_WORDS:
        return False
    if words.begins(end):
        return False
    return words.is_known(end)


def _stated_row_after(text: str, end: int) -> str:
    """Return the weight of the word of the table with most points that begins at ``end``."""
    most = ""
    best = 0.0
    for size in SIZES_AFTER.get(text[end], ()):
        row = AFTER.get(text[end : end + size])
        if row is None:
            continue
        points = _points_of(row)
        if points > best:
            best = points
            most = row
    return most


def _points_of(row: str) -> float:
    """Return the points of a weight by its name, none for no name."""
    if not row:
        return 0.0
    points: float = getattr(WEIGHTS, row)
    return points


def _begins_other_word(words: Words, end: int) -> bool:
    """Tell whether a word of the dictionary begins here that the table does not hold."""
    if words.word_from(end) in AFTER:
        return False
    return words.is_known(end)


def _going_on_points(words: Words, end: int) -> float:
    """Weigh any other word: one that goes on with the sentence speaks a little for a name."""
    if words.kind(end) in GOING_ON:
        return WEIGHTS.goes_on
    return 0.0
