"""Where known names stand on a page, and what all the occurrences of a name say of its length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reader.names.words import Words, is_word
from reader.patterns.printed_names import GIVEN, PADDED
from reader.patterns.surnames import SURNAMES
from reader.patterns.words_beside_names import AFTER
from reader.results import Span

# The sizes to which a Chinese name is made longer, and any other name.
CHINESE: Final = 3
FOREIGN: Final = 6
# Characters that follow a name again and again and are not its last.   - 赵明家, 赵明案
NO_LAST: Final = frozenset("家案等们队班组版杯奖书著译摄图文说吗的")


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names, the sizes of those that begin with a character, longest first, and where one may
    begin.
    """

    names: frozenset[str]
    sizes: dict[str, list[int]]
    begin: re.Pattern[str]


def known_names(names: frozenset[str]) -> KnownNames:
    """Return ``names``, of which there is at least one, ready to be looked for."""
    sizes: dict[str, set[int]] = {}
    for name in names:
        sizes.setdefault(name[0], set()).add(len(name))
    begin = re.compile("|".join(map(re.escape, sizes)))
    longest_first = {
        first: sorted(lengths, reverse=True) for first, lengths in sizes.items()
    }
    return KnownNames(names, longest_first, begin)


def occurrences(text: str, known: KnownNames) -> Iterator[Span]:
    """Yield where the names of ``known`` stand in ``text``, of those that begin in one place the
    longest.
    """
    for begin in known.begin.finditer(text):
        start = begin.start()
        for size in known.sizes[begin[0]]:
            end = start + size
            if end <= len(text) and text[start:end] in known.names:
                yield start, end
                break
    for padded in PADDED.finditer(text):
        if "".join(padded[0].split()) in known.names:
            yield padded.span()


def lengthened(page: Sequence[Words], names: frozenset[str]) -> frozenset[str]:
    """Return ``names``, those made longer behind which the same character stands in every one of
    several places.
    """
    short = frozenset(filter(_may_grow, names))
    while short:
        longer = {
            name: name + nexts[0]
            for name, nexts in _following(page, short).items()
            if _agree(nexts)
        }
        names = (names - longer.keys()) | frozenset(longer.values())
        short = frozenset(filter(_may_grow, longer.values()))
    return names


def _following(page: Sequence[Words], names: frozenset[str]) -> dict[str, list[str]]:
    """Return, for each printed form of ``names``, the characters behind its occurrences."""
    following: dict[str, list[str]] = {}
    known = known_names(names)
    for words in page:
        for start, end in occurrences(words.text, known):
            nexts = following.setdefault(words.text[start:end], [])
            nexts.append(_next(words, end))
    return following


def _agree(nexts: Sequence[str]) -> bool:
    """Tell whether there are several characters, all of them the same."""
    return len(nexts) > 1 and nexts[0] != "" and len(set(nexts)) == 1


def _may_grow(name: str) -> bool:
    """Tell whether a name may be the beginning of a longer one."""
    longest = CHINESE if name[0] in SURNAMES else FOREIGN
    return len(name) < longest and not is_word(name)


def _next(words: Words, end: int) -> str:
    """Return the character behind a name where it could be the name's last, else nothing."""
    if end == len(words.text):
        return ""
    following = words.text[end]
    if following in AFTER or following in NO_LAST or not GIVEN.match(following):
        return ""
    return "" if _begins_known(words, end) else following


def _begins_known(words: Words, start: int) -> bool:
    """Tell whether a word of the dictionary of several characters begins at ``start``."""
    if words.begin[start] != start or words.end[start] - start == 1:
        return False
    return words.known(start)
