"""What the characters of a run say of its being a name, apart from the words around it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.names.weighing.form_patterns import (
    BEGIN_AS_VERB,
    COUNTING_SURNAMES,
    COUNTS,
    FROM_PLACE,
    GROWING,
    GROWN,
    NICKNAME,
    NOT_PEOPLE,
)
from reader.names.weighing.segmentation import cut_points
from reader.names.weighing.surrounding_words import ends_clause
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.people_words import FORMS_OF_ADDRESS
from reader.patterns.places_and_things import (
    LISTED_THINGS,
    PLACE_ENDS,
    SHORT_BODIES,
    SOFT_ENDS,
    SOFT_SECONDS,
)
from reader.patterns.surnames import (
    CLEAR_SURNAMES,
    COMPOUND_SURNAMES,
    FREQUENT_SURNAMES,
    RARE_SURNAMES,
    WORDY_COMPOUNDS,
)
from reader.patterns.words_beside_names import GOES_ON

# A word of so many characters is not cut into a name and the rest.
LONG_WORD: Final = 4
LONG_RUN: Final = 3
# Of so many runs it is remembered whether they are never names.
KEPT_RUNS: Final = 50_000
# The weights of surnames by their names; the last row that has a surname counts.
ROW_OF_SURNAME: Final = {
    **dict.fromkeys(FREQUENT_SURNAMES, "frequent_surname"),
    **dict.fromkeys(RARE_SURNAMES, "rare_surname"),
    **dict.fromkeys(CLEAR_SURNAMES, "clear_surname"),
    **dict.fromkeys(COMPOUND_SURNAMES, "compound_surname"),
    **dict.fromkeys(WORDY_COMPOUNDS, "rare_surname"),
}


def form_points(
    words: Words, start: int, end: int, surname: int, before: float
) -> float | None:
    """Weigh the characters and words of one run; None when it cannot be a name.

    ``surname`` is the length of its surname, ``before`` weighs the words in front.
    """
    if _is_no_name(words, start, end, before):
        return None
    text = words.text
    last = text[end - 1]
    points = _surname_points(text[start : start + surname])
    if last in PLACE_ENDS:
        points += WEIGHTS.place_end
    points += cut_points(words, start, end, surname, before)
    if last in GOES_ON and _runs_on(words, start, end):
        points += WEIGHTS.runs_on
    return points


def _is_no_name(words: Words, start: int, end: int, before: float) -> bool:
    """Tell whether a run counts things, or is of a place, of things or a form of address."""
    text = words.text
    if text[start] in COUNTING_SURNAMES and _is_counted(text, start):
        return True
    if text[end - 1] in PLACE_ENDS and _is_of_place(words, start, end, before):
        return True
    name = text[start:end]
    if _is_nobody(name) or _breaks_off(words, start, end):
        return True
    # A measure word that stands there twice.   + 张张   - 张明
    if name[0] != name[-1] or before >= WEIGHTS.from_title:
        return False
    return name == 2 * name[0] and name[0] in COUNTING_SURNAMES


@lru_cache(KEPT_RUNS)
def _is_nobody(name: str) -> bool:
    """Tell whether a run is never a name: a form of address, a body or a thing."""
    if name in FORMS_OF_ADDRESS or name in NOT_PEOPLE:
        return True
    if any(form.fullmatch(name) for form in (NICKNAME, FROM_PLACE)):
        return True
    if name.startswith(BEGIN_AS_VERB):
        return True
    return name[1:] in SHORT_BODIES or _is_of_thing(name)


def _breaks_off(words: Words, start: int, end: int) -> bool:
    """Tell whether a run is the beginning of a long word of the dictionary.

    ``+`` 承包责 | 任制   ``-`` 莎士比 | 亚
    """
    if end - start < LONG_RUN:
        return False
    until = words.end[start]
    if until <= end or not words.begins(start):
        return False
    size = until - start
    if size < LONG_WORD or words.is_person(start):
        return False
    return words.is_known(start)


def _is_counted(text: str, start: int) -> bool:
    """Tell whether a number stands in front of a surname that counts things.

    ``+`` 那 | 张表   ``-`` 张表
    """
    if start == 0:
        return False
    return text[start - 1] in COUNTS


def _is_of_place(words: Words, start: int, end: int, before: float) -> bool:
    """Tell whether a run that ends like a place is none of a person behind a post."""
    if end - start > 2 and words.text[start] in CLEAR_SURNAMES:
        return False
    return not _is_posted(words, start, end, before)


def _is_posted(words: Words, start: int, end: int, before: float) -> bool:
    """Tell whether a run that ends like a place stands between a post and a mark.

    No place does.
    """
    if before < WEIGHTS.from_post:
        return False
    if not words.is_aligned(start, end):
        return False
    if not ends_clause(words, end):
        return False
    return _is_short_and_clear(words.text[start:end])


def _is_short_and_clear(name: str) -> bool:
    """Tell whether a run is a surname hardly ever a word and one character more."""
    return len(name) == 2 and name[0] in CLEAR_SURNAMES


def _is_of_thing(name: str) -> bool:
    """Tell whether a run is a homestead or what is grown."""
    if name[-1] in GROWING and GROWN.search(name):
        return True
    return name[1:-1] == "\u5bb6" and name[-1] in LISTED_THINGS


def ends_softly(name: str) -> bool:
    """Tell whether a run that is no word of the dictionary ends like a place or a thing."""
    ends = SOFT_ENDS if len(name) > 2 else SOFT_SECONDS
    return name[-1] in ends and not is_word(name)


def _surname_points(surname: str) -> float:
    """Weigh a surname: one that is also a word less, or not at all."""
    row = ROW_OF_SURNAME.get(surname)
    if row is not None:
        points: float = getattr(WEIGHTS, row)
        return points
    if len(surname) > 1:
        return WEIGHTS.japanese_surname
    return 0.0


def _runs_on(words: Words, start: int, end: int) -> bool:
    """Tell whether the word of grammar that ends a run is a lone one, and the sentence goes on."""
    last = end - 1
    if not words.ends(end):
        return False
    if words.begins(last) or _is_long_new(words, start, last):
        return words.goes_on(end)
    return False


def _is_long_new(words: Words, start: int, last: int) -> bool:
    """Tell whether a run of four characters ends in a word that the segmenter made up."""
    if last - start < 3:
        return False
    return not words.is_known(last)
