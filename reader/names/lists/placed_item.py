"""Items of a list that say where somebody comes from, then who it is."""

from __future__ import annotations

from typing import Final

from reader.names.weighing.candidate import Candidate, Found
from reader.names.words import Words, is_word

# The tag of the segmenter for places.
PLACE: Final = "ns"


def behind_place(
    words: Words, found: Found, start: int, end: int
) -> Candidate | None:
    """Return the name that follows the place its bearer comes from, and no word that is a place
    too.   + 甘肃(柏松)   - 甘肃白银
    """
    first = words.end[start]
    name = found.get((first, end))
    if name is None or not words.begins(start):
        return None
    if words.tag(start) != PLACE or is_word(name.name):
        return None
    return name
