"""Where known names stand on a page, and what all the occurrences of a name say of its length."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Final

from reader.names.weighing.candidate import printed
from reader.names.words import Words, is_word
from reader.patterns.characters import HAN, SPACES
from reader.patterns.printed_names import GIVEN
from reader.patterns.surnames import SURNAMES
from reader.patterns.words_beside_names import AFTER
from reader.results import Span

# The sizes to which a Chinese name is made longer, and any other name.
CHINESE: Final = 3
FOREIGN: Final = 6
# Two characters and a third one, a space in front of the second or the third.
#   + (华 佗)( 生), (欧阳)( 海)   - 江帆
MAY_BE_PADDED: Final = re.compile(
    f"(?=[{HAN}]{{1,2}}[{SPACES}])"
    f"(?=([{HAN}][{SPACES}]{{0,3}}[{HAN}])([{SPACES}]{{0,3}}[{HAN}]|))"
)
# Characters that follow a name again and again and are not its last.   - 赵明家, 赵明案
NO_LAST: Final = frozenset("家案等们队班组版杯奖书著译摄图文说吗的")


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Names, ready to be looked for in a text.

    ``sizes`` are those of the names that begin with a character, longest first.
    """

    names: frozenset[str]
    sizes: dict[str, list[int]]

    def longest_at(self, text: str, start: int) -> Span | None:
        """Return where the longest of the names stands that begins at ``start``."""
        for size in self.sizes[text[start]]:
            name = text[start : start + size]
            if name in self.names:
                return start, start + len(name)
        return None


def known_names(*sources: frozenset[str]) -> KnownNames:
    """Return the names of all sources, ready to be looked for."""
    names = frozenset().union(*sources)
    sizes: dict[str, list[int]] = {}
    for name in sorted(names, key=len, reverse=True):
        first = name[0]
        longest_first = sizes.setdefault(first, [])
        size = len(name)
        if size not in longest_first:
            longest_first.append(size)
    return KnownNames(names, sizes)


def occurrences(text: str, known: KnownNames) -> Iterator[Span]:
    """Yield where the names of ``known`` stand in ``text``.

    Of those that begin in one place the longest stands there.
    """
    for start in _beginnings(text, known):
        longest = known.longest_at(text, start)
        if longest is not None:
            yield longest
    yield from _padded(text, known)


def _beginnings(text: str, known: KnownNames) -> Iterable[int]:
    """Return where a character stands with which one of the names begins."""
    begins_name = known.sizes.__contains__
    places = range(len(text))
    return compress(places, map(begins_name, text))


def _padded(text: str, known: KnownNames) -> Iterator[Span]:
    """Yield where names stand that the typesetter padded."""
    if SPACES not in text:
        return
    for run in MAY_BE_PADDED.finditer(text):
        start = run.start()
        for size in range(1, 3):
            end = run.end(size)
            if printed(text, start, end) in known.names:
                yield start, end


def lengthened(page: Sequence[Words], names: frozenset[str]) -> frozenset[str]:
    """Return ``names``, each as long as all its occurrences say.

    A name grows by the character that stands behind it in every one of several places.
    """
    short = _growing(names)
    while short:
        longer = _longer(page, short)
        names = names.difference(longer).union(longer.values())
        short = _growing(longer.values())
    return names


def _growing(names: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(_may_grow, names))


def _longer(page: Sequence[Words], names: frozenset[str]) -> dict[str, str]:
    """Return those of ``names`` that grow by a character, each with its longer form."""
    longer: dict[str, str] = {}
    following = _following(page, names)
    for name, nexts in following.items():
        if not _agree(nexts):
            continue
        last = nexts[0]
        longer[name] = name + last
    return longer


def _following(
    page: Sequence[Words], names: frozenset[str]
) -> dict[str, list[str]]:
    """Return, for each printed form of ``names``, the characters behind its occurrences."""
    following: defaultdict[str, list[str]] = defaultdict(list)
    known = known_names(names)
    for words in page:
        for start, end in occurrences(words.text, known):
            name = words.text[start:end]
            character = _next(words, end)
            nexts = following[name]
            nexts.append(character)
    return following


def _agree(nexts: Sequence[str]) -> bool:
    """Tell whether there are several characters, all of them the same."""
    if len(nexts) < 2:
        return False
    different = set(nexts)
    return len(different) == 1 and "" not in different


def _may_grow(name: str) -> bool:
    """Tell whether a name may be the beginning of a longer one."""
    if len(name) >= _longest(name):
        return False
    return not is_word(name)


def _longest(name: str) -> int:
    """Return the size to which a name is made longer."""
    if name[0] in SURNAMES:
        return CHINESE
    return FOREIGN


def _next(words: Words, end: int) -> str:
    """Return the character behind a name where it could be the name's last, else nothing."""
    if end == len(words.text):
        return ""
    following = words.text[end]
    if _may_be_last(following) and not _begins_known(words, end):
        return following
    return ""


def _may_be_last(character: str) -> bool:
    """Tell whether a character is one of given names and none that often follows a name."""
    if character in AFTER:
        return False
    if character in NO_LAST:
        return False
    return GIVEN.match(character) is not None


def _begins_known(words: Words, start: int) -> bool:
    """Tell whether a word of the dictionary of several characters begins at ``start``."""
    if not words.begins(start):
        return False
    if words.is_lone(start):
        return False
    return words.is_known(start)
