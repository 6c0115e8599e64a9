"""The words of a signature with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.layout.bylines.signature_patterns import (
    BYLINE_WORD,
    ROLE_AND_SURNAME,
    ROLES,
)
from reader.patterns.characters import HAN

# Half of a padded name.   + 松   - 记者
_ONE_CHARACTER = re.compile(f"[{HAN}]$")


@dataclass(frozen=True, slots=True)
class SignedWord:
    """A word at ``start`` to ``end`` of a signature; a padded one is shorter than its place."""

    text: str
    start: int
    end: int

    def part(self, first: int, last: int) -> SignedWord:
        """Return ``text[first:last]`` at its place, up to the end of the word where it ends it."""
        text = self.text[first:last]
        start = self.start + first
        end = self.end
        if last < len(self.text):
            end = self.start + last
        return SignedWord(text, start, end)

    def and_then(self, second: SignedWord) -> SignedWord:
        """Return a word and the rest of it, which stands apart."""
        text = self.text + second.text
        end = second.end
        return SignedWord(text, self.start, end)


def signed_words(folded: str) -> list[SignedWord]:
    """Return the words of a signature; characters padded apart (柏 松, 记者柏 松) are one word."""
    words: list[SignedWord] = []
    begun = False
    for word in _words(folded):
        padded = begun and _is_padded(folded, words[-1], word)
        half = _is_half_a_name(word.text, padded)
        if half and padded:
            words[-1] = words[-1].and_then(word)
            begun = False
            continue
        words.append(word)
        begun = half or _ends_in_surname(word)
    return words


def _is_padded(folded: str, first: SignedWord, second: SignedWord) -> bool:
    """Tell whether nothing but white space parts two words."""
    start = first.end
    end = second.start
    between = folded[start:end].strip()
    return between == ""


def _ends_in_surname(word: SignedWord) -> bool:
    found = ROLE_AND_SURNAME.search(word.text)
    return found is not None


def _words(folded: str) -> Iterator[SignedWord]:
    for found in BYLINE_WORD.finditer(folded):
        yield SignedWord(
            found[0],
            found.start(),
            found.end(),
        )


def _is_half_a_name(word: str, padded: bool) -> bool:
    """Tell whether one character is half of a name: no role, unless the other half stands before
    it.
    """
    if not _ONE_CHARACTER.match(word):
        return False
    return padded or word not in ROLES
