"""Finished pages in the memory of this process, and behind it in the cache that all processes
share.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.core.cache import cache

# What no change tells of, such as a picture's file that was put back in its place or an index that
# was built anew, is seen after this time.
LONGEST_SECONDS = 60
# What a page weighs beside its body and its headers.
WRAPPING = 400


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A finished page: the number of the last change it knows, when it was made in seconds since
    1970, its headers and its bytes.
    """

    revision: int
    made_at: float
    headers: dict[str, str]
    body: bytes

    def answers(self, revision: int) -> bool:
        """Say if the page is still the one to show at this revision."""
        if self.revision != revision:
            return False
        return time.time() < self.made_at + LONGEST_SECONDS

    @property
    def size(self) -> int:
        """About how many bytes of memory the page takes."""
        named = sum(map(len, self.headers))
        said = sum(map(len, self.headers.values()))
        return len(self.body) + named + said + WRAPPING


class PageMemory:
    """At most so many bytes of pages by address, those asked for last."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.held = 0
        self._pages: OrderedDict[str, KeptPage] = OrderedDict()
        self._lock = Lock()

    def get(self, address: str, revision: int) -> KeptPage | None:
        """Return the page of an address if it knows this revision; forget an older one."""
        with self._lock:
            page = self._pages.get(address)
            if page is None:
                return None
            if not page.answers(revision):
                self._forget(address)
                return None
            self._pages.move_to_end(address)
            return page

    def keep(self, address: str, page: KeptPage) -> None:
        """Keep a page in the place of the one before, at the cost of those unasked for longest."""
        if page.size > self.most:
            return
        with self._lock:
            self._forget(address)
            self._pages[address] = page
            self.held += page.size
            while self.held > self.most:
                self._forget(next(iter(self._pages)))

    def _forget(self, address: str) -> None:
        page = self._pages.pop(address, None)
        if page is None:
            return
        self.held -= page.size


class SharedMemory:
    """Pages in Django's cache, for all processes of one release."""

    def __init__(self, release: str) -> None:
        self.release = release

    def get(self, address: str, revision: int) -> KeptPage | None:
        """Return the page of an address if one is there that knows this revision."""
        page = cache.get(self._key(address, revision))
        if page is None or not page.answers(revision):
            return None
        return page

    def keep(self, address: str, page: KeptPage) -> None:
        """Keep a page beside those of other revisions, until it is too old for any."""
        key = self._key(address, page.revision)
        cache.set(key, page, LONGEST_SECONDS)

    def _key(self, address: str, revision: int) -> str:
        named = f"{self.release} {revision} {address}"
        digest = hashlib.sha256(named.encode())
        return f"page:{digest.hexdigest()}"
