"""Words whose encoding no file tells."""

from __future__ import annotations

import re

# A program that cannot write Chinese leaves question marks.
LOST = re.compile(r"[?\s\uff1f\ufffd]*")


def decoded(raw: bytes) -> str:
    """Return the words in UTF-8, else in GB18030 as programs in China write them, "" for what is
    neither, or holds nothing that can be read.
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            words = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return readable(words)
    return ""


def readable(words: str) -> str:
    """Return words up to the null that ends them, "" for those that a program has lost."""
    ended, _null, _rest = words.partition("\0")
    bare = ended.strip()
    if LOST.fullmatch(bare):
        return ""
    return bare
