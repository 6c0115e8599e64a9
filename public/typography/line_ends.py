"""Headings broken between phrases: never inside a word, a name, or before a closing mark."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from search.keywords import segments

# Words of one character that lean on what stands before them; a line never begins with one.
TRAILING = frozenset("的地得了着过们等上中下里内")
# So many characters between spaces are one phrase, as print set them.
MOST_WHOLE = 8
SPACES = re.compile(r"(\s+)")
# Marks that a line never ends with.
OPENING = frozenset("“‘（《〈「『【(")


def phrases_of(text: str, names: Collection[str] = ()) -> list[str]:
    """Return a heading cut where a line may end; the phrases joined are the heading.

    ``names`` are the people that it may name: none of them is cut. Where print set spaces, what
    stands between two of them is cut only when it is long."""
    parts = SPACES.split(text)
    if len(parts) == 1:
        return _cut(text, names)
    phrases: list[str] = []
    for part in parts:
        is_whole = len(part) <= MOST_WHOLE
        phrases += [part] if is_whole else _cut(part, names)
    return list(filter(None, phrases))


def _cut(text: str, names: Collection[str]) -> list[str]:
    """Return a text without spaces cut where a line may end."""
    held = set(_inside_names(text, names))
    phrases: list[str] = []
    before = ""
    at = 0
    for word in segments(text):
        is_free = at not in held
        if is_free and (not phrases or _may_part(before, word)):
            phrases.append(word)
        else:
            phrases[-1] += word
        before = word
        at += len(word)
    return phrases


def _may_part(before: str, after: str) -> bool:
    """Tell whether a line may end between two words."""
    if not after[0].isalnum() and after[0] not in OPENING:
        return False
    if after in TRAILING:
        return False
    if before in TRAILING:
        return True
    return not _leans_on_the_next(before)


def _leans_on_the_next(word: str) -> bool:
    """Tell whether a word stays with the next: an opening mark, a number, a lone character, which
    may be part of a name that no dictionary holds.
    """
    if word.isdigit():
        return True
    return len(word) == 1 and (word.isalpha() or word in OPENING)


def _inside_names(text: str, names: Iterable[str]) -> Iterator[int]:
    """Yield the offsets that part the characters of a name."""
    for name in filter(None, names):
        start = text.find(name)
        while start >= 0:
            yield from range(start + 1, start + len(name))
            start = text.find(name, start + 1)
