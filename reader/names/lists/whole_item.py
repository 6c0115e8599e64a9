"""Items that are names by their length, where the list itself says that it is one of people."""

from __future__ import annotations

import re
from typing import Final

from reader.names.weighing.candidate import Candidate, Found, found_or_formless
from reader.names.weighing.surrounding_words import points_before
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.characters import DOTS, HAN
from reader.patterns.people_words import FORMS_OF_ADDRESS
from reader.patterns.places_and_things import PLACE_ENDS, SOFT_ENDS
from reader.patterns.printed_names import NOT_GIVEN, PADDED
from reader.patterns.surnames import (
    LONG_SURNAMES,
    SURNAMES_BEGIN,
    USUAL_SURNAMES,
)

# A whole item that may be a name; one without a surname does not end like a place.   + 盛开, 海燕, 柏 松
#  - 同胞们, 县里
ITEM: Final = re.compile(
    f"{PADDED.pattern}|(?=[{SURNAMES_BEGIN}]|.+(?<![{''.join(sorted(SOFT_ENDS))}])$)"
    f"(?:(?![{''.join(sorted(NOT_GIVEN))}])[{HAN}]){{2,4}}(?<![{''.join(sorted(PLACE_ENDS))}])"
)


def name_in(
    words: Words, found: Found, start: int, end: int
) -> Candidate | None:
    """Return the item that is a name by its length and is no place, body or word for people."""
    name = words.text[start:end]
    if DOTS in name:
        return found.get((start, end))
    if not _may_be_name(name):
        return None
    if not _is_of_one_piece(words, found, start, end):
        return None
    return found_or_formless(words, found, start, end)


def _may_be_name(name: str) -> bool:
    """Tell whether an item is a name by its length, and no word for people or phrase."""
    if not ITEM.fullmatch(name):
        return False
    if is_title(name):
        return False
    return not _is_phrase(name)


def is_title(name: str) -> bool:
    """Tell whether an item is or ends with a word for people."""
    if name in FORMS_OF_ADDRESS:
        return True
    if _speaks_for_people(name[-2:]):
        return True
    return _speaks_for_people(name[-3:])


def _speaks_for_people(word: str) -> bool:
    """Tell whether a word in front of a name speaks for people, as one does that ends an item."""
    return points_before(word) >= WEIGHTS.from_group


def _is_phrase(name: str) -> bool:
    """Tell whether an item of four characters is a word of the dictionary."""
    if len(name) < 4:
        return False
    if name[:2] in LONG_SURNAMES:
        return False
    return is_word(name)


def _is_of_one_piece(words: Words, found: Found, start: int, end: int) -> bool:
    """Tell whether an item without a surname is one word of the segmenter's, as phrases are not."""
    if (start, end) in found:
        return True
    if words.is_one_word(start, end):
        return True
    return words.text[start] in USUAL_SURNAMES
