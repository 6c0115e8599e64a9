"""What a delivered file holds: newspaper pages, each with its text and its pictures."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from importing.delivery.files.regions import Region
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import Identity
from importing.refusal import ImportRefused
from reader.results import ReadFinding

UNKNOWN = Identity()
# So many characters before a stretch find where it stands.
BEFORE = 12
# Words that stand in so many places are not told apart.
MANY = 10


@dataclass(frozen=True, slots=True)
class Near:
    """Page text ``start``..``end`` that stands ``distance`` away from a picture; units are the
    file's own.
    """

    distance: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture among a page's text: its file as delivered, what it is called there, and the text
    around it, nearest first.
    """

    data: bytes
    name: str
    near: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a file shows and its page's text does not hold: how many characters, their words where
    it is known which they are, and the offset of the character that they stand behind, None where
    that is not known.
    """

    count: int = 0
    words: str = ""
    behind: int | None = None


def _as_known(known: Identity) -> Identity:
    return known


@dataclass(frozen=True)
class Content:
    """One page read out of its file.

    ``identity`` is what the file itself surely says of the page outside its text, ``picture`` the
    file of a picture of the whole page. ``lost`` says in one line each which pictures could not be
    taken, ``doubts`` what else is to be looked at, ``files`` which files it was fetched from
    besides its own, ``regions`` where its text stands on the page, in the order of the text.
    ``left_out`` is what the file shows and ``text`` does not hold.
    ``completed`` returns what is known with what is missing as the page's place
    in the file, names and words around it stand for; it raises ``ImportRefused`` when these
    contradict each other."""

    text: str
    identity: Identity = UNKNOWN
    pictures: tuple[Picture, ...] = ()
    picture: bytes | None = None
    lost: tuple[str, ...] = ()
    doubts: tuple[ReadFinding, ...] = ()
    files: tuple[DeliveredFile, ...] = ()
    regions: tuple[Region, ...] = ()
    left_out: LeftOut = field(default_factory=LeftOut)
    completed: Callable[[Identity], Identity] = _as_known

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    def coverage(self, of_text: float) -> float:
        """Return the share of what the file shows, given that of its text."""
        characters = characters_of(self.text)
        held = len(characters)
        shown = held + self.left_out.count
        share = held / shown
        return of_text * share


@dataclass(frozen=True)
class FilePage:
    """One newspaper page in a delivered file.

    ``name`` is the file's, with ``#3`` for the third page of several. ``digest`` is the SHA-256 of
    the delivered bytes in hex; of a page in several files, of their bytes one after the other.
    ``content`` reads the page, and raises
    ``ImportRefused``; it is to be called before the next page of the file is asked for.
    ``is_whole`` is False for articles that came without an index of their page, so that there may
    be more of them. ``files`` are those that it is read from."""

    name: str
    digest: str
    content: Callable[[], Content]
    count: int = 1
    is_whole: bool = True
    files: tuple[DeliveredFile, ...] = ()


def characters_of(text: str) -> str:
    """Return the characters that are no space."""
    words = text.split()
    return "".join(words)


def left_out_of(shown: str, text: str) -> LeftOut:
    """Return which characters a file shows that its text does not hold as often; their words are
    known when they are one stretch.
    """
    seen = characters_of(shown)
    held = characters_of(text)
    missing = Counter(seen)
    missing.subtract(held)
    missing = +missing
    count = missing.total()
    starts = list(islice(_stretches(seen, missing), MANY)) if count else []
    if 1 < len(starts) < MANY:
        starts = [at for at in starts if seen[:at] + seen[at + count :] == held]
    if len(starts) != 1:
        return LeftOut(count)
    [start] = starts
    words = seen[start : start + count]
    before = seen[max(0, start - BEFORE) : start]
    return LeftOut(count, words, _end_of(before, text))


def _stretches(seen: str, missing: Counter[str]) -> Iterator[int]:
    """Yield where all the missing characters stand side by side."""
    size = missing.total()
    # How often each character stands too often, or (below 0) not often enough in the stretch.
    odds = Counter(seen[:size])
    odds.subtract(missing)
    uneven = sum(map(bool, odds.values()))
    for start in range(len(seen) - size + 1):
        if not uneven:
            yield start
        if start + size < len(seen):
            for character, step in ((seen[start], -1), (seen[start + size], 1)):
                uneven -= bool(odds[character])
                odds[character] += step
                uneven += bool(odds[character])


def _end_of(words: str, text: str) -> int | None:
    """Return the offset of the last of these characters in a text that has them once, spaces not
    counted.
    """
    places = [at for at, each in enumerate(text) if not each.isspace()]
    held = characters_of(text)
    if not words or held.count(words) != 1:
        return None
    return places[held.index(words) + len(words) - 1]


def refusing(refusal: ImportRefused) -> Callable[[], Content]:
    """Return the ``content`` of a page that cannot be read: it raises the refusal."""
    return partial(_raise, refusal)


def _raise(refusal: ImportRefused) -> Content:
    raise refusal


def digest_of(*parts: bytes) -> str:
    """Return the SHA-256 of the bytes, one part after the other, in hex."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part)
    return total.hexdigest()
