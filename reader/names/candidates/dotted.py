"""Dotted names, minority and foreign ones, cut free of the words that run into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.names.candidates.dotted_patterns import (
    DYNASTIES,
    JOINS_DOTTED,
    UP_TO_A_MARK,
    WHOLE,
)
from reader.names.candidates.foreign_sounds import SOUNDS
from reader.names.candidates.minorities import PARTS
from reader.names.candidates.sounded import end_of_sounds, writes_sounds
from reader.names.weighing.candidate import Candidate, weighed
from reader.names.weighing.surrounding_words import before_points
from reader.names.weights import WEIGHTS
from reader.names.words import MARK, Words, several_characters
from reader.patterns.characters import DOTS
from reader.patterns.places_and_things import FOREIGN_PLACES
from reader.patterns.printed_names import DOTTED
from reader.patterns.surnames import CLEAR_SURNAMES
from reader.patterns.words_beside_names import NEVER_LEFT_OVER
from reader.results import Span

# The segmenter's tags of names of places and things, which people bear too.   + 汉斯, 穆勒
NAMES_OF_THINGS = frozenset(("nz", "ns"))
# The most characters that a part right behind a title has whatever they are.
LONGEST_BEHIND_TITLE = 4


def dotted(words: Words) -> Iterator[Candidate]:
    """Yield dotted names, cut free of the words that run into them.

    Titles of works and house names are left out.
    """
    if DOTS not in words.text:
        return
    for first, until in _runs(words.text):
        start = _start_of_name(words, first)
        end = _end(words, start, until)
        if _is_of_person(words, start, end):
            name = weighed(words, start, end, WEIGHTS.dotted)
            after = max(0.0, name.after)
            yield name._replace(after=after)


def _end(words: Words, start: int, limit: int) -> int:
    """Return where the name that begins at ``start`` ends, in front of ``limit``."""
    dot = words.text.rfind(DOTS, start, limit)
    last = max(start, dot + 1)
    end = _end_of_part(words, last, limit)
    return end_of_sounds(words, last, end)


def _runs(text: str) -> Iterator[Span]:
    """Yield the runs that hold a dotted name, each of two that are joined (甲·乙和丙·丁) on its own."""
    for found in DOTTED.finditer(text):
        if not _stands_by_title_mark(found):
            yield from _parted(found)


def _parted(run: re.Match[str]) -> Iterator[Span]:
    """Yield the dotted names of one run, which is parted behind each of them."""
    text = run.string
    start, end = run.span()
    for joint in JOINS_DOTTED.finditer(text, start, end):
        until, behind = joint.span()
        if _has_dot(text, start, until):
            yield start, until
            start = behind
    yield start, end


def _has_dot(text: str, start: int, end: int) -> bool:
    """Tell whether there is a dot between two offsets."""
    return text.find(DOTS, start, end) >= 0


def _stands_by_title_mark(run: re.Match[str]) -> bool:
    """Tell whether a title's mark stands in front of a run or behind it."""
    text = run.string
    if text.startswith("\u300b", run.end()):
        return True
    return text.endswith("\u300a", 0, run.start())


def _start_of_name(words: Words, first: int) -> int:
    """Return where the name begins of a run that begins at ``first``."""
    text = words.text
    dot = text.index(DOTS, first)
    part = text[first:dot]
    if part in DYNASTIES:
        return dot + 1
    if "-" in part:
        return _start_of_hyphened_part(words, first, dot)
    return _start_of_part(words, first, dot)


def _start_of_hyphened_part(words: Words, first: int, dot: int) -> int:
    """Return where the part in front of ``dot`` begins that has a hyphen inside."""
    hyphen = words.text.index("-", first, dot)
    behind_hyphen = hyphen + 1
    start = _start_of_part(words, behind_hyphen, dot)
    if start == behind_hyphen:
        return _start_of_part(words, first, hyphen)
    return start


def _start_of_part(words: Words, limit: int, dot: int) -> int:
    """Return where the part in front of ``dot`` begins.

    It is the last word, and more words as long as they write sounds.
    """
    for first in range(limit, dot - 1):
        if PARTS.fullmatch(words.text, first, dot):
            return first
        if _is_behind_title(words, first, dot):
            return first
    last_word = max(limit, words.begin[dot - 1])
    if last_word == limit and _is_behind_mark(words, limit):
        return limit
    start = _start_of_sounds(words, last_word, dot)
    return _start_of_first_sounds(words, limit, start)


def _is_behind_title(words: Words, first: int, dot: int) -> bool:
    """Tell whether a part behind a title begins at ``first``, short enough to be all of a name."""
    if dot - first > LONGEST_BEHIND_TITLE or not words.begins(first):
        return False
    return before_points(words, first) >= WEIGHTS.from_title


def _start_of_sounds(words: Words, start: int, dot: int) -> int:
    """Return where the name begins in the last word in front of ``dot``."""
    last = dot - 1
    if words.is_known(last):
        return start
    return _behind_strange(words, start, dot)


def _start_of_first_sounds(words: Words, limit: int, start: int) -> int:
    """Return where the first of the words in front of ``start`` begins that write sounds."""
    while start > limit:
        word = words.begin[start - 1]
        if word < limit:
            break
        if not writes_sounds(words, word):
            break
        start = word
    return start


def _is_behind_mark(words: Words, start: int) -> bool:
    """Tell whether a passage or a clause begins at ``start``."""
    if start == 0:
        return True
    word_before = words.begin[start - 1]
    return words.tag(word_before) == MARK


def _behind_strange(words: Words, start: int, dot: int) -> int:
    """Return the place behind the last character in front of ``dot`` that writes no sounds.

    The one right in front of it may be any.
    """
    text = words.text
    for place in reversed(range(start, dot - 1)):
        if text[place] not in SOUNDS:
            return place + 1
    return start


def _end_of_part(words: Words, start: int, limit: int) -> int:
    """Return where the part behind the last dot ends.

    It is the first word, and more as long as they write sounds.
    """
    text = words.text
    for form in (WHOLE, UP_TO_A_MARK):
        whole = form.match(text, start)
        if whole:
            return whole.end()
    first_word = min(limit, words.end[start])
    return _end_of_last_sounds(words, first_word, limit)


def _end_of_last_sounds(words: Words, end: int, limit: int) -> int:
    """Return where the words and then the characters behind ``end`` stop writing sounds."""
    while end < limit:
        if not _is_word_of_sounds(words, end, limit):
            break
        end = words.end[end]
    while end < limit:
        if not _is_character_of_sounds(words, end):
            break
        end += 1
    return end


def _is_word_of_sounds(words: Words, start: int, limit: int) -> bool:
    """Tell whether a word ends in front of ``limit``, writes sounds and is no verb."""
    if words.end[start] > limit:
        return False
    if _is_lone_verb(words, start):
        return False
    return _may_be_part(words, start)


def _may_be_part(words: Words, start: int) -> bool:
    """Tell whether a word writes sounds, that of a place or a thing included."""
    if writes_sounds(words, start):
        return True
    if words.tag(start) not in NAMES_OF_THINGS:
        return False
    word = words.word_from(start)
    return SOUNDS.issuperset(word) and word not in FOREIGN_PLACES


def _is_character_of_sounds(words: Words, place: int) -> bool:
    """Tell whether a character in a new word writes a sound and is no verb."""
    if words.text[place] not in SOUNDS:
        return False
    if _is_lone_verb(words, place):
        return False
    return not words.is_known(place)


def _is_lone_verb(words: Words, start: int) -> bool:
    """Tell whether the sentence goes on at ``start`` with a verb or the like of one character."""
    if not words.ends(start + 1):
        return False
    return words.kind(start) in NEVER_LEFT_OVER


def _is_of_person(words: Words, start: int, end: int) -> bool:
    """Tell whether a dotted run names a person.

    One part has two characters or more and is no everyday word, or a surname ends it.
    """
    name = words.text[start:end]
    parts = name.split(DOTS)
    last = parts[-1]
    if last in CLEAR_SURNAMES:
        return True
    return _has_strange_part(words, start, parts)


def _has_strange_part(words: Words, start: int, parts: Sequence[str]) -> bool:
    """Tell whether a part of two characters or more is no everyday word."""
    for part in parts:
        size = len(part)
        if size > 1 and _is_no_everyday_word(words, start):
            return True
        start += size + 1
    return False


def _is_no_everyday_word(words: Words, start: int) -> bool:
    if words.is_person(start):
        return True
    if not words.is_known(start):
        return True
    return _may_be_part(words, start)


def short_forms(names: frozenset[str]) -> frozenset[str]:
    """Return the parts by which dotted names are called again (卡洛斯·门德斯, then 门德斯)."""
    short: set[str] = set()
    for name in names:
        if DOTS in name:
            parts = name.split(DOTS)
            short.update(parts)
    return several_characters(short)
