"""What the words right before and right behind a run say of its being a name."""

from __future__ import annotations

from reader.names.candidates import surrounding_words_patterns as patterns
from reader.names.words import Words
from reader.patterns import characters, words_beside_names

# The points of a title in front of a name, of any kind that speaks for one person.
TITLED = 1.75
# The points of a word for many people in front of a name, and of one for a person.
GROUPED = 2.0
PERSONAL = 2.1
# The points of an office given behind a name.
NAMED_TO = 2.6
# The points of a post in front of a name.
POSTED = 3.0
# The points of a word behind that no name stands before.
BARRED = -3.0
# The points of standing first in a paragraph.
FIRST = 0.75
# The points from which the words behind say what only people do.
SPOKEN = 2.0


def ends_clause(words: Words, end: int) -> bool:
    """Tell whether a mark or nothing stands at ``end``."""
    return words.tags.get(end, "x") == "x"


def before_points(words: Words, start: int) -> float:
    """Weigh the words that end at ``start``: a title, a separator, nothing at all."""
    text = words.text
    if start == 0 or text[start - 1] == "\n":
        return FIRST
    if (
        text[start - 1] in characters.SPACES
        and start > 1
        and text[start - 2] not in characters.SPACES
    ):
        return max(words_beside_names.BEFORE[" "], before_points(words, start - 1))
    stated = 0.0
    if text[start - 1] in words_beside_names.LAST_OF_BEFORE:
        first = max(0, start - words_beside_names.LONGEST_BEFORE)
        stated = max(
            [
                words_beside_names.BEFORE.get(text[n:start], 0.0)
                for n in range(first, start)
            ]
        )
    if (
        text[start - 1] in patterns.ROLE_ENDS
        and stated < TITLED
        and words.end[start - 1] == start
    ):
        word = text[words.begin[start - 1] : start]
        if (
            len(word) > 1
            and word not in patterns.NOT_ROLE
            and word not in words_beside_names.BEFORE
        ):
            aged = patterns.AGED.search(
                text, max(0, start - patterns.LONGEST_AGE), start
            )
            return PERSONAL if word[-1] in patterns.TRADE_ENDS or aged else TITLED
    return stated


def after_points(words: Words, end: int) -> float:
    """Weigh the words that begin at ``end``; a word no name can stand before weighs against it."""
    text = words.text
    if end == len(text) or text[end] == "\n":
        return words_beside_names.MARKED
    if text[end : words.end[end]] in patterns.NOT_BEHIND_NAMES:
        return BARRED
    if text[end] in "(,今0123456789" and (said := patterns.PERSONAL.match(text, end)):
        return 4.0 if said[1] in patterns.ROSTER_MARKS or said[2] else 2.5
    if words_beside_names.APPOINTED.match(text, end):
        return NAMED_TO
    if (
        text[end] in patterns.LATE_IN_WORDS
        and words.begin[end] < end
        and words.known(end)
    ):
        return 0.0
    stated = 0.0
    if text[end] in words_beside_names.FIRST_OF_AFTER:
        stated = max(
            [
                words_beside_names.AFTER.get(text[end : end + n], 0.0)
                for n in range(1, words_beside_names.LONGEST_AFTER + 1)
            ]
        )
    if (
        stated == words_beside_names.TITLE_BEHIND
        and text[end : words.end[end]] not in words_beside_names.AFTER
        and words.known(end)
    ):
        return 0.0
    return stated or (
        patterns.WEAK
        if words.tags.get(end, "x")[0] in words_beside_names.GOING_ON
        else 0.0
    )
