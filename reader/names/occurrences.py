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
    """Names, ready to be looked for in a text.

    ``sizes`` are those of the names that begin with a character, longest first; ``begin`` finds
    where one may begin.
    """

    names: frozenset[str]
    sizes: dict[str, list[int]]
    begin: re.Pattern[str]


def known_names(*sources: frozenset[str]) -> KnownNames:
    """Return the names of all sources, at least one in all, ready to be looked for."""
    names = frozenset().union(*sources)
    sizes: dict[str, list[int]] = {}
    for name in sorted(names, key=len, reverse=True):
        longest_first = sizes.setdefault(name[0], [])
        size = len(name)
        if size not in longest_first:
            longest_first.append(size)
    begin = re.compile("|".join(map(re.escape, sizes)))
    return KnownNames(names, sizes, begin)


def occurrences(text: str, known: KnownNames) -> Iterator[Span]:
    """Yield where the names of ``known`` stand in ``text``.

    Of those that begin in one place the longest stands there.
    """
    for begin in known.begin.finditer(text):
        start = begin.start()
        for size in known.sizes[begin[0]]:
            name = text[start : start + size]
            if name in known.names:
                yield start, start + len(name)
                break
    for padded in PADDED.finditer(text):
        bare = "".join(padded[0].split())
        if bare in known.names:
            yield padded.span()


def lengthened(page: Sequence[Words], names: frozenset[str]) -> frozenset[str]:
    """Return ``names``, each as long as all its occurrences say.

    A name grows by the character that stands behind it in every one of several places.
    """
    short = frozenset(filter(_may_grow, names))
    while short:
        longer: dict[str, str] = {}
        for name, nexts in _following(page, short).items():
            if _agree(nexts):
                longer[name] = name + nexts[0]
        names = names.difference(longer).union(longer.values())
        short = frozenset(filter(_may_grow, longer.values()))
    return names


def _following(
    page: Sequence[Words], names: frozenset[str]
) -> dict[str, list[str]]:
    """Return, for each printed form of ``names``, the characters behind its occurrences."""
    following: dict[str, list[str]] = {}
    known = known_names(names)
    for words in page:
        for start, end in occurrences(words.text, known):
            name = words.text[start:end]
            nexts = following.setdefault(name, [])
            nexts.append(_next(words, end))
    return following


def _agree(nexts: Sequence[str]) -> bool:
    """Tell whether there are several characters, all of them the same."""
    several = len(nexts) > 1
    return several and nexts[0] != "" and len(set(nexts)) == 1


def _may_grow(name: str) -> bool:
    """Tell whether a name may be the beginning of a longer one."""
    longest = FOREIGN
    if name[0] in SURNAMES:
        longest = CHINESE
    return len(name) < longest and not is_word(name)


def _next(words: Words, end: int) -> str:
    """Return the character behind a name where it could be the name's last, else nothing."""
    if end == len(words.text):
        return ""
    following = words.text[end]
    if following in AFTER or following in NO_LAST:
        return ""
    if not GIVEN.match(following) or _begins_known(words, end):
        return ""
    return following


def _begins_known(words: Words, start: int) -> bool:
    """Tell whether a word of the dictionary of several characters begins at ``start``."""
    if not words.begins(start) or words.ends(start + 1):
        return False
    return words.known(start)
