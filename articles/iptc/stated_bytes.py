"""Words whose encoding no file tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from records.frequent_characters import BIG5, frequency

PRIVATE = re.compile("[\ue000-\uf8ff]")
# A program that cannot write Chinese leaves question marks.
LOST = re.compile(r"[?\s\uff1f\ufffd]*")


def decoded(raw: bytes) -> str:
    """Return the words in UTF-8, else in GB18030 or Big5 as programs in China write them, whichever
    is likelier; "" for what is none of them, or holds nothing that can be read.
    """
    readings = dict(_readings(raw))
    words = readings.get("utf-8")
    if words is None:
        words = _likeliest(readings.values())
    return readable(words)


def _likeliest(readings: Iterable[str]) -> str:
    return max(readings, key=frequency, default="")


def _readings(raw: bytes) -> Iterator[tuple[str, str]]:
    """Yield the encodings in which bytes can be words, with these; private characters are none."""
    for encoding in ("utf-8", "gb18030", *BIG5):
        with suppress(UnicodeDecodeError):
            words = raw.decode(encoding)
            if PRIVATE.search(words) is None:
                yield encoding, words


def readable(words: str) -> str:
    """Return words up to the null that ends them, "" for those that a program has lost."""
    ended, _null, _rest = words.partition("\0")
    bare = ended.strip()
    if LOST.fullmatch(bare):
        return ""
    return bare
