"""Where the name of an office begins that a title ends: word by word to the left."""

from __future__ import annotations

from reader.names.posts_patterns import (
    BEFORE_POSTS,
    CUTS_OFFICE,
    DOUBLED,
    FIRST_OF_BODY,
    LONGEST_POST,
    LONGEST_SHORT_BODY,
    NOT_OFFICE,
    NUMBERS_AND_MARKS,
    OFFICE_TAG,
    OFFICE_VERBS,
    ORDINAL,
    POST_END,
    REST_OF_BODY,
    SHORT_BODY,
)
from reader.names.words import Words, is_word


def office_start(words: Words, end: int, floor: int) -> int | None:
    """Return where the name of the office that ends at ``end`` begins, None when none does."""
    reach = max(floor, end - LONGEST_POST)
    title = POST_END.search(words.text, reach, end)
    if title is None:
        return None
    first = title.start()
    start = _start_of_office_words(words, first, floor)
    start = _start_of_short_body(words, start, floor)
    start = _start_of_parted_body(words, start, floor)
    extra = BEFORE_POSTS.match(words.text, start, first)
    if extra:
        return extra.end()
    return start


def _start_of_short_body(words: Words, start: int, floor: int) -> int:
    """Return where the short name of a body begins whose last word the segmenter joined to its
    head's title (市住建 | 局局长), else ``start``.
    """
    text = words.text
    if DOUBLED.match(text, start) is None:
        return start
    reach = max(floor, start - LONGEST_SHORT_BODY)
    body = SHORT_BODY.search(text[reach:start])
    if body is None:
        return start
    return reach + body.start(body.lastindex or 0)


def _start_of_parted_body(words: Words, start: int, floor: int) -> int:
    """Return where the name of a body begins whose second half, behind 和, begins at ``start``, else
    ``start``.
    """
    text = words.text
    if not REST_OF_BODY.match(text, start):
        return start
    first = FIRST_OF_BODY.search(text[floor:start])
    if first is None:
        return start
    return floor + first.start()


def _start_of_office_words(words: Words, first: int, floor: int) -> int:
    """Return where the words of the office begin whose title stands at ``first``."""
    start = max(floor, words.begin[first])
    while start > floor:
        longer = _start_of_office_word(words, start, floor)
        if longer == start:
            break
        start = longer
    return start


def _start_of_office_word(words: Words, end: int, floor: int) -> int:
    """Return where the word that ends at ``end`` begins to be of an office.

    That may be in the middle of a made-up word; ``end`` when nothing is of an office.
    """
    start = max(floor, words.begin[end - 1])
    word = words.text[start:end]
    tag = words.tags.get(start, "n")
    if is_word(word):
        if _names_office(word, tag):
            return start
        return end
    if _is_number_or_mark(word, tag):
        return end
    return _place_behind_cut(word, start)


def _is_number_or_mark(word: str, tag: str) -> bool:
    """Tell whether a made-up word is a number or a mark and does not count what is elected."""
    if tag not in NUMBERS_AND_MARKS:
        return False
    return ORDINAL.fullmatch(word) is None


def _names_office(word: str, tag: str) -> bool:
    """Tell whether a word of the dictionary can be part of the name of an office."""
    if word in OFFICE_VERBS or ORDINAL.fullmatch(word):
        return True
    if word in NOT_OFFICE:
        return False
    return OFFICE_TAG.match(tag) is not None


def _place_behind_cut(word: str, start: int) -> int:
    """Return the place behind the last character at which a made-up word is cut."""
    size = len(word)
    for index in range(size, 0, -1):
        if word[index - 1] in CUTS_OFFICE:
            return start + index
    return start
