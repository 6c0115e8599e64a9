"""What the model sees of each character, and its answer character by character: B, I and E make a
name, O is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.names.weighing.surrounding_words import after_points, before_points
from reader.names.words import Words, cut_words
from reader.patterns import surnames
from reader.results import Span

# A model is only good for the features it was trained on: raise this number with every change of
# this file.
VERSION = 1
NOTHING = "\0"


def features_of(text: str) -> list[list[str]]:
    """Return the features of each character of one heading, paragraph or caption."""
    words = cut_words(text)
    places = range(len(words.text))
    characters = [NOTHING, NOTHING, *words.text, NOTHING, NOTHING]
    shapes = [_shape(words, place) for place in places]
    shapes = [NOTHING, *shapes, NOTHING, NOTHING]
    features = []
    for place in places:
        seen = _around(*characters[place : place + 5])
        seen += _of_words(*shapes[place : place + 4])
        seen += _beside(words, place)
        features.append(seen)
    return features


def _around(a: str, b: str, c: str, d: str, e: str) -> list[str]:
    """Return the character, its neighbours, and the pairs it forms."""
    return [
        "a" + a,
        "b" + b,
        "c" + c,
        "d" + d,
        "e" + e,
        "p" + b + c,
        "q" + c + d,
    ]


def _of_words(before: str, here: str, after: str, then: str) -> list[str]:
    return ["w" + before, "x" + here, "y" + after, "z" + then]


def _shape(words: Words, place: int) -> str:
    """Tell where in its word a character stands, the segmenter's tag of that word, and whether a
    surname begins here.
    """
    start = words.begin[place]
    end = words.end[place]
    from_start = min(place - start, 2)
    to_end = min(end - place, 3)
    surname = _surname(words.text, place)
    return f"{from_start}{to_end}{words.tags[start]}{surname}"


def _surname(text: str, place: int) -> str:
    if text[place : place + 2] in surnames.LONG_SURNAMES:
        return "L"
    if text[place] in surnames.CLEAR_SURNAMES:
        return "C"
    if text[place] in surnames.WORDY_SURNAMES:
        return "W"
    return "-"


def _beside(words: Words, place: int) -> list[str]:
    """Return the words before and after the character's own, and what the rules make of them:
    titles, verbs, marks.

    Inside a word nothing begins or ends, so the rules are asked at its edges only.
    """
    start = words.begin[place]
    end = words.end[place]
    before = _word_before(words, start)
    after = _word_at(words, end)
    beside = ["l" + before, "r" + after]
    if place == start:
        beside.append(f"t{before_points(words, start)}")
    if place == end - 1:
        beside.append(f"v{after_points(words, end)}")
    return beside


def _word_before(words: Words, place: int) -> str:
    if not place:
        return NOTHING
    start = words.begin[place - 1]
    return words.text[start:place]


def _word_at(words: Words, place: int) -> str:
    if place == len(words.text):
        return NOTHING
    return words.text[place : words.end[place]]


def labels_of(length: int, names: Iterable[Span]) -> list[str]:
    """Return the label of each of ``length`` characters; of names that overlap the first one
    counts.
    """
    labels = ["O"] * length
    for start, end in sorted(names):
        length = end - start
        if length > 1 and labels[start] == "O":
            inside = ["I"] * (length - 2)
            labels[start:end] = ["B", *inside, "E"]
    return labels


def names_of(labels: Sequence[str]) -> list[Span]:
    """Return the names that the labels spell, as half-open offsets; what does not spell one is
    none.
    """
    found = []
    start = None
    for place, label in enumerate(labels):
        if label == "B":
            start = place
        elif label == "E" and start is not None:
            found.append((start, place + 1))
        if label in "EO":
            start = None
    return found
