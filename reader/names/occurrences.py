"""The places on a page where known names stand, and what all the places of a name say of its
length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.names import occurrences_patterns as patterns
from reader.names.words import Words, is_word
from reader.patterns import printed_names, surnames, words_beside_names

# The sizes to which a Chinese name is made longer, and any other name.
CHINESE = 3
FOREIGN = 6


@dataclass(frozen=True, slots=True)
class Index:
    """Names, the sizes of those that begin with a character, longest first, and where one may
    begin.
    """

    names: frozenset[str]
    sizes: dict[str, list[int]]
    begin: re.Pattern[str]


def index(names: frozenset[str]) -> Index:
    """Return ``names``, of which there is at least one, ready to be looked for."""
    sizes: dict[str, set[int]] = {}
    for name in names:
        sizes.setdefault(name[0], set()).add(len(name))
    begin = re.compile("|".join(map(re.escape, sizes)))
    return Index(
        names,
        {first: sorted(lengths, reverse=True) for first, lengths in sizes.items()},
        begin,
    )


def places(text: str, known: Index) -> Iterator[tuple[int, int]]:
    """Yield where the names of ``known`` stand in ``text``, of those that begin in one place the
    longest.
    """
    for begin in known.begin.finditer(text):
        start = begin.start()
        for size in known.sizes[begin[0]]:
            if start + size <= len(text) and text[start : start + size] in known.names:
                yield start, start + size
                break
    for padded in printed_names.PADDED.finditer(text):
        if "".join(padded[0].split()) in known.names:
            yield padded.span()


def lengthened(page: Sequence[Words], names: frozenset[str]) -> frozenset[str]:
    """Return ``names``, those made longer behind which the same character stands in every one of
    several places.
    """
    short = frozenset(name for name in names if _may_grow(name))
    while short:
        following: dict[str, list[str]] = {}
        known = index(short)
        for words in page:
            for start, end in places(words.text, known):
                following.setdefault(words.text[start:end], []).append(
                    _next(words, end)
                )
        longer = {
            name: name + nexts[0]
            for name, nexts in following.items()
            if len(nexts) > 1 and _agree(nexts)
        }
        names = (names - longer.keys()) | frozenset(longer.values())
        short = frozenset(name for name in longer.values() if _may_grow(name))
    return names


def _agree(nexts: Sequence[str]) -> bool:
    return nexts[0] != "" and all(following == nexts[0] for following in nexts)


def _may_grow(name: str) -> bool:
    """Tell whether a name may be the beginning of a longer one."""
    chinese = name[0] in surnames.SURNAMES
    return not is_word(name) and len(name) < (CHINESE if chinese else FOREIGN)


def _next(words: Words, end: int) -> str:
    """Return the character behind a name where it could be the name's last, else nothing."""
    text = words.text
    if (
        end == len(text)
        or text[end] in words_beside_names.AFTER
        or not printed_names.GIVEN.match(text, end, end + 1)
    ):
        return ""
    begins = words.begin[end] == end
    if text[end] in patterns.NO_LAST or (
        begins and words.end[end] - end > 1 and words.known(end)
    ):
        return ""
    return text[end]
