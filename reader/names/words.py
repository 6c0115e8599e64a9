"""One passage cut into words, so that any character can be asked for its word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, repeat
from typing import Final

import rjieba

from reader.layout.lines import fold_width

# The segmenter's tag of marks and of all else that is no word.
MARK: Final = "x"
# How its tags of persons and of names like theirs begin.
PERSON: Final = "nr"
# The words of so many passages are kept: more than a full page has.
KEPT_CUTS = 128
# Of so many words it is remembered whether they are in the dictionary.
KEPT_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class Words:
    """The words of ``text``, so that any character can be asked for its word.

    ``begin`` and ``end`` hold for each character where its word begins and ends, ``tags`` the tag
    of each word by where it begins.
    """

    text: str
    begin: list[int]
    end: list[int]
    tags: dict[int, str]

    def begins(self, start: int) -> bool:
        """Tell whether a word begins at ``start``."""
        return self.begin[start] == start

    def ends(self, end: int) -> bool:
        """Tell whether a word ends at ``end``."""
        return self.end[end - 1] == end

    def is_aligned(self, start: int, end: int) -> bool:
        """Tell whether no word is cut at ``start`` or ``end``."""
        return self.begins(start) and self.ends(end)

    def is_known(self, place: int) -> bool:
        """Tell whether the word that holds the character at ``place`` is in the dictionary."""
        begin = self.begin[place]
        end = self.end[place]
        return is_word(self.text[begin:end])

    def is_person(self, start: int) -> bool:
        """Tell whether the segmenter takes the word that begins at ``start`` for a person."""
        tag = self.tag(start)
        return tag.startswith(PERSON)

    def is_one_word(self, start: int, end: int) -> bool:
        """Tell whether the characters between two offsets are one word."""
        return self.begins(start) and self.end[start] == end

    def is_lone(self, place: int) -> bool:
        """Tell whether the character at ``place`` is a word of its own."""
        return self.is_aligned(place, place + 1)

    def character_before(self, place: int) -> str:
        """Return the character in front of ``place``."""
        return self.text[place - 1]

    def word_from(self, start: int) -> str:
        """Return the word that begins at ``start``, or what is left of the one around it."""
        return self.text[start : self.end[start]]

    def tag(self, start: int) -> str:
        """Return the tag of the word that begins at ``start``, that of a mark where none does."""
        return self.tags.get(start, MARK)

    def kind(self, start: int) -> str:
        """Return the first letter of the tag of the word that begins at ``start``.

        It tells nouns from verbs and these from words of grammar.
        """
        tag = self.tags.get(start, MARK)
        return tag[0]

    def kind_before(self, start: int) -> str:
        """Return the first letter of the tag of the word in front of ``start``."""
        word_before = self.begin[start - 1]
        return self.kind(word_before)

    def goes_on(self, end: int) -> bool:
        """Tell whether the clause goes on at ``end``, with no mark between."""
        if end == len(self.text):
            return False
        tag = self.tags.get(end, "")
        return tag != MARK


@lru_cache(KEPT_CUTS)
def cut_words(text: str) -> Words:
    """Fold ``text`` to one form of each mark and cut it into words with the segmenter's tags.

    Offsets stay what they were. People and posts are looked for in the same passages, so the words
    of the last ones are kept.
    """
    text = fold_width(text)
    tagged = rjieba.tag(text)
    sizes = [len(word) for word, _ in tagged]
    ends = list(accumulate(sizes))
    starts = [0, *ends]
    tags = [tag for _, tag in tagged]
    return Words(
        text,
        begin=_spread(starts, sizes),
        end=_spread(ends, sizes),
        tags=dict(zip(starts, tags, strict=False)),
    )


def several_characters(names: Iterable[str]) -> frozenset[str]:
    """Return those of some names that have more than one character."""
    return frozenset(name for name in names if len(name) > 1)


def _spread(places: Sequence[int], sizes: Sequence[int]) -> list[int]:
    """Return the place of each word as many times as the word has characters."""
    repeated = map(repeat, places, sizes)
    return list(chain.from_iterable(repeated))


# Tells whether the segmenter's dictionary holds a word; it is asked thousands of times a page, and
# mostly of the same words.
is_word: Callable[[str], bool] = lru_cache(KEPT_WORDS)(rjieba.has_word)
