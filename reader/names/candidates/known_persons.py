"""Words that the segmenter's dictionary holds as persons and that no rule of form proposes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.names.candidates.foreign_sounds import SOUNDS
from reader.names.candidates.sounded import writes_sounds
from reader.names.weighing.candidate import Candidate, Found, weighed
from reader.names.weighing.surrounding_words import ends_clause
from reader.names.weights import WEIGHTS
from reader.names.words import MARK, PERSON, Words
from reader.patterns.people_words import FORMS_OF_ADDRESS
from reader.patterns.places_and_things import FOREIGN_PLACES

# A longer one that writes no foreign sounds is a phrase.   - 应邀参加
LONGEST: Final = 3


def known_persons(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield each word of several characters that is tagged as a person and is no candidate yet.

    The tag says little by itself: what stands around the word has to say more.
    """
    for start, tag in words.tags.items():
        if not tag.startswith(PERSON):
            continue
        end = words.end[start]
        if (start, end) in found or not words.is_known(start):
            continue
        if _is_part_of_sounds(words, end) or _is_behind_surname(words, start):
            continue
        if _may_be_name(words.text[start:end]):
            yield weighed(words, start, end, WEIGHTS.known_person)


def _is_part_of_sounds(words: Words, end: int) -> bool:
    """Tell whether a word that writes foreign sounds follows, so that the name goes on there."""
    return end < len(words.text) and writes_sounds(words, end)


def _is_behind_surname(words: Words, start: int) -> bool:
    """Tell whether a lone character stands between a mark and ``start``: a surname most likely."""
    before = start - 1
    if start == 0 or not words.is_lone(before) or ends_clause(words, before):
        return False
    return before == 0 or words.tag(words.begin[before - 1]) == MARK


def _may_be_name(word: str) -> bool:
    """Tell whether a word has the size of a name and calls nobody by a title."""
    if len(word) > LONGEST and not SOUNDS.issuperset(word):
        return False
    if len(word) < 2 or word in FOREIGN_PLACES:
        return False
    return word not in FORMS_OF_ADDRESS and word[1:] not in FORMS_OF_ADDRESS
