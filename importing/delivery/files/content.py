"""What a delivered file holds: newspaper pages, each with its text and its pictures."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from importing.delivery.files.regions import Region
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import Identity
from importing.refusal import ImportRefused
from reader.results import ReadFinding

UNKNOWN = Identity()


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


def _as_known(known: Identity) -> Identity:
    return known


@dataclass(frozen=True)
class Content:
    """One page read out of its file.

    ``identity`` is what the file itself surely says of the page outside its text, ``picture`` the
    file of a picture of the whole page. ``lost`` says in one line each which pictures could not be
    taken, ``doubts`` what else is to be looked at, ``files`` which files it was fetched from
    besides its own, ``regions`` where its text stands on the page, in the order of the text.
    ``left_out`` counts the characters that the file shows and ``text`` does not hold.
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
    left_out: int = 0
    completed: Callable[[Identity], Identity] = _as_known

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    def coverage(self, of_text: float) -> float:
        """Return the share of what the file shows, given that of its text."""
        characters = characters_of(self.text)
        held = len(characters)
        shown = held + self.left_out
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


def count_left_out(shown: str, text: str) -> int:
    """Return how many characters a file shows that its text does not hold as often."""
    counts = Counter(characters_of(shown))
    counts.subtract(characters_of(text))
    missing = +counts
    return missing.total()


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
