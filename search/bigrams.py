"""Character bigrams: what the index of either engine is made of.

Two neighbours on one line are a bigram, so a word of two characters is one entry of the index and a
longer word a run of entries. Single characters are entries of their own, because a word of one
character has no bigram."""

from __future__ import annotations

from itertools import pairwise

from search.folding import LINE_BREAK

# Three letters: never equal to an entry of one or two characters, so no phrase reaches across a
# line.
END_OF_LINE = "eol"


def bigrams(word: str) -> list[str]:
    """Return the bigrams of a folded word in order; the word itself when it is a single
    character.
    """
    pairs = [first + second for first, second in pairwise(word)]
    return pairs or [word]


def entries_of(text: str) -> list[str]:
    """Return the index entries of a folded text: the bigrams of each line in order, then each
    character once.
    """
    entries = []
    for line in text.split(LINE_BREAK):
        if len(line) > 1:
            entries += bigrams(line)
            entries.append(END_OF_LINE)
    characters = set(text)
    characters.discard(LINE_BREAK)
    return entries + sorted(characters)
