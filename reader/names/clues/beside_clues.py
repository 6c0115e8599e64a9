"""Clues in what stands right before and right behind a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reader.names.clues.own_clues import Clue
from reader.names.weighing.candidate import Candidate
from reader.names.weights import WEIGHTS
from reader.names.words import MARK, Words

# The marks and the kinds of words that are told apart on either side.
MARKS: Final = {"\u3001": "list", "(": "bracket", ")": "bracket", " ": "space"}
SIDES: Final = {
    "v": "verb",
    "d": "adverb",
    "p": "preposition",
    "c": "conjunction",
    "u": "particle",
    "n": "noun",
    "m": "number",
}
# From these points on, rules have said all there is to say.
ENOUGH: Final = 4


def beside_clues(words: Words, name: Candidate) -> Iterator[Clue]:
    """Yield what stands around a candidate, each clue with its amount."""
    yield from _clues_before(words, name.start)
    yield from _clues_behind(words, name.end)
    yield "form", max(-ENOUGH, min(ENOUGH, name.form))
    yield "before", min(ENOUGH, name.before)
    yield "behind", min(ENOUGH, name.after)
    yield _place_clue(words, name)
    yield from _frame_clues(words, name)
    yield "frame", name.points - name.form - name.before - name.after


def _place_clue(words: Words, name: Candidate) -> Clue:
    """Return the kinds of what stands in front and behind, taken together."""
    front = _side(words, name.start - 1, "start")
    behind = _side(words, name.end, "end")
    return f"between {front} and {behind}", 1


def _side(words: Words, place: int, edge: str) -> str:
    """Return the kind of the word at ``place`` that matters most for its neighbour."""
    if not 0 <= place < len(words.text):
        return edge
    begin = words.begin[place]
    tag = words.tag(begin)
    if tag == MARK:
        return MARKS.get(words.text[place], "mark")
    return SIDES.get(tag[0], "other")


def _frame_clues(words: Words, name: Candidate) -> Iterator[Clue]:
    """Yield whether a title stands in front, and in front of which kind of word."""
    known = words.is_known(name.start)
    size = len(name.name)
    titled = "title" if name.before >= WEIGHTS.from_title else "no title"
    yield f"{titled} before {size} {known}", 1
    if name.after >= WEIGHTS.from_speech:
        yield f"{titled} and deed around {size}", 1
    elif name.after > 0:
        yield f"{titled} and more around {size}", 1


def _clues_before(words: Words, start: int) -> Iterator[Clue]:
    """Yield the mark, the kind of word and the lone character in front of a run."""
    if start == 0:
        yield "before nothing", 1
        return
    character = words.character_before(start)
    begin = words.begin[start - 1]
    tag = words.tag(begin)
    if tag == MARK:
        yield f"before {character}", 1
        return
    yield f"before {tag[:2]}", 1
    if begin == start - 1:
        yield f"before {character}", 1


def _clues_behind(words: Words, end: int) -> Iterator[Clue]:
    """Yield the mark, or the kinds of the next two words, behind a run."""
    if end == len(words.text):
        yield "behind nothing", 1
    elif not words.begins(end):
        yield "behind inside", 1
    elif words.tag(end) == MARK:
        yield f"behind {words.text[end]}", 1
    else:
        yield from _clues_of_word(words, end)


def _clues_of_word(words: Words, start: int) -> Iterator[Clue]:
    """Yield of which kind the word behind a run is, and the one behind that."""
    yield f"behind {words.tag(start)[:2]}", 1
    following = words.end[start]
    yield f"then {words.kind(following)}", 1
    if words.is_lone(start):
        yield f"behind {words.text[start]}", 1
    else:
        yield "behind long", 1
