"""Clues in a run itself: its surname, its given name, and how the segmenter cut it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.names.candidates.foreign_sounds import SOUNDS
from reader.names.clues.given_names import given_odds, surname_odds
from reader.names.weighing.candidate import Candidate
from reader.names.words import Words, is_word
from reader.patterns.places_and_things import (
    PLACE_ENDS,
    SOFT_ENDS,
    SOFT_SECONDS,
    THING_ENDS,
)
from reader.patterns.surnames import (
    CLEAR_SURNAMES,
    COMPOUND_SURNAMES,
    FREQUENT_SURNAMES,
    JAPANESE_SURNAMES,
    RARE_SURNAMES,
    WORDY_SURNAMES,
)

Clue = tuple[str, float]

# The kinds of surnames of one character.
KINDS = (
    ("clear", CLEAR_SURNAMES),
    ("frequent", FREQUENT_SURNAMES),
    ("wordy", WORDY_SURNAMES),
    ("rare", RARE_SURNAMES),
)
# Characters that end a spot on the map.   + 白鹤嘴, 杨家湾   - 李明
SPOT_ENDS: Final = SOFT_SECONDS | frozenset("巷镇嘴洲山河江湖海人溪峡")
# What the last characters of runs are those of.
ENDS = (
    ("place", PLACE_ENDS),
    ("place or name", SOFT_ENDS),
    ("thing", THING_ENDS - SOFT_ENDS),
    ("short thing", SOFT_SECONDS),
    ("spot", SPOT_ENDS),
)


def own_clues(words: Words, name: Candidate) -> Iterator[Clue]:
    """Yield what the characters of a candidate say of it, each clue with its amount."""
    kind, size = surname_of(name.name)
    yield f"surname {kind} of {len(name.name)}", 1
    if size == 1:
        yield f"surname odds of {len(name.name)}", surname_odds(name.name[0])
    yield from _given_clues(name.name[size:], kind)
    if len(name.places) > len(name.name):
        yield "padded", 1
    yield from _end_clues(name.name, kind)
    if SOUNDS.issuperset(name.name):
        yield f"sounds {kind} of {len(name.name)}", 1
    yield _aligned_clue(words, name)
    yield from _cut_clues(words, name, size)


def surname_of(name: str) -> tuple[str, int]:
    """Return the kind of the surname with which a name begins, and its length."""
    long = name[:2]
    if len(name) > 2 and long in COMPOUND_SURNAMES:
        return "compound", 2
    if len(name) > 2 and long in JAPANESE_SURNAMES:
        return "japanese", 2
    for kind, surnames in KINDS:
        if name[0] in surnames:
            return kind, 1
    return "no", 0


def _given_clues(given: str, kind: str) -> Iterator[Clue]:
    """Yield how much the characters behind a surname are those of given names."""
    odds = given_odds(given)
    if odds is None:
        return
    together, least = odds
    size = len(given)
    yield f"odds of {size}", together
    yield f"odds of {size} behind {kind}", together
    yield f"least odds of {size}", least


def _end_clues(name: str, kind: str) -> Iterator[Clue]:
    """Yield whether a run ends like a place or a thing."""
    last = name[-1]
    for what, ends in ENDS:
        if last in ends:
            yield f"ends like {what}", 1
            yield f"{kind} ends like {what}", 1


def _aligned_clue(words: Words, name: Candidate) -> Clue:
    begins = "begins" if words.begins(name.start) else "cuts"
    ends = "ends" if words.ends(name.end) else "cuts"
    return f"word {begins} {ends}", 1


def _cut_clues(words: Words, name: Candidate, size: int) -> Iterator[Clue]:
    """Yield how the segmenter cut a run whose surname has ``size`` characters."""
    start = name.start
    first = words.end[start]
    if first >= name.end:
        yield _one_word_clue(words, name)
    elif first == start + size:
        yield f"apart {words.kind(start)}", 1
        given = _given_word(words, first, name.end)
        yield f"given {given}", 1
        yield f"given {given} behind {surname_of(name.name)[0]}", 1
    else:
        yield f"other {words.is_known(start)}", 1
        yield f"other {words.kind(start)} {words.kind(first)}", 1


def _one_word_clue(words: Words, name: Candidate) -> Clue:
    """Return which word of the segmenter holds the whole run."""
    begin = words.begin[name.start]
    tag = words.tags[begin][:2]
    if not words.is_one_word(name.start, name.end):
        return f"in one {tag}", 1
    known = is_word(words.text[name.start : name.end])
    return f"one {tag} {known}", 1


def _given_word(words: Words, first: int, end: int) -> str:
    """Return which words stand behind a surname that is one of its own."""
    if words.end[first] != end:
        return "apart"
    known = is_word(words.text[first:end])
    return f"{words.tag(first)[:2]} {known}"
